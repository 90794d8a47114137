import { groupStories } from '../curate/stories/group.ts';
import type { GroupItem, Join, Links } from '../curate/stories/model.ts';
import { BASE_WORDS, learnWords } from '../curate/stories/words.ts';
import { addressKeys } from '../dedupe/keys.ts';
import { likeness } from '../dedupe/likeness.ts';
import { addressKey } from '../text/urls.ts';
import type { Development, ReadItem } from '../store/curation.ts';
import type { BriefDecision } from '../store/decisions.ts';
import type { NightContext } from './context.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Characters of summary and text that speak for an item: what a reader sees before scrolling. */
const LEAD = 500;

/** Word weights are learned from the titles of so many days before the night: enough to know a common word by. */
export const LEARNED_DAYS = 30;

/** Puts tonight's items into stories: those still open, each other's, or one of their own. */
export async function group(context: NightContext): Promise<void> {
  const { store, progress } = context;
  const tonight = await store.curation.ungrouped();
  progress.stage('group', tonight.length);
  if (tonight.length > 0) await groupItems(tonight, context);
  progress.done();
}

/** Puts these items into stories, with the reasons. */
export async function groupItems(
  items: readonly ReadItem[],
  { store, config, began }: Pick<NightContext, 'store' | 'config' | 'began'>,
): Promise<void> {
  const known = await store.curation.groupedSince(began - config.stories.windowDays * DAY);
  const titles = await store.curation.titlesBetween(began - LEARNED_DAYS * DAY, began);
  const links = linksOf(await store.decisions.briefInForce());
  const joins = groupStories(
    items.map(groupItem),
    known.map((item) => ({ ...groupItem(item), story: item.story ?? item.id })),
    learnWords(BASE_WORDS, titles),
    links,
    { window: config.stories.windowDays * DAY },
  );
  await store.curation.join(joins, await developments(items, known, joins, { store, began }));
}

/** A title this like one that the story had only repeats it. */
const SAME_TITLE = 0.8;

/**
 * Reports that join a story somebody decided about are facts of their own when they tell something new: they come a day
 * or more after the story's first report, and under another title.
 */
async function developments(
  tonight: readonly ReadItem[],
  known: readonly ReadItem[],
  joins: readonly Join[],
  { store, began }: Pick<NightContext, 'store' | 'began'>,
): Promise<Development[]> {
  const storyOf = new Map(joins.map(({ item, story }) => [item, story]));
  const decided = await store.changes.decidedAmong([...new Set(storyOf.values())], began);
  return tonight.flatMap((item) => {
    const story = storyOf.get(item.id) ?? item.id;
    const told = known.filter((other) => other.story === story);
    const isLater = item.published >= Math.min(...told.map(({ published }) => published)) + DAY;
    const isNew = told.every(({ title }) => likeness(title, item.title) < SAME_TITLE);
    if (!decided.has(story) || told.length === 0 || !isLater || !isNew) return [];
    return [{ item: item.id, at: began, after: `${item.outlet}: ${item.title}` }];
  });
}

/**
 * An item as grouping reads it. Its moment is a full hour: what has no date counts from when it was first read, and a night
 * that was killed reads it some seconds later than it would have.
 */
export function groupItem(item: ReadItem): GroupItem {
  const { id, title, outlet, language } = item;
  const published = Math.floor(item.published / HOUR) * HOUR;
  const cites = item.cites.map(addressKey);
  const lead = `${item.summary}\n${item.text}`.slice(0, LEAD);
  return { id, title, lead, outlet, published, language, addresses: addressKeys(item), cites };
}

/** What editors merged must stay together; what they split off must stay apart. */
export function linksOf(decisions: readonly BriefDecision[]): Links {
  const together: [number, number][] = [];
  const apart: [number, number][] = [];
  for (const { action, story, item, target } of decisions) {
    if (action === 'merge' && target !== null) together.push([item ?? story, target]);
    if (action === 'split' && item !== null) apart.push([item, story]);
    if (action === 'move' && item !== null && target !== null) {
      apart.push([item, story]);
      together.push([item, target]);
    }
  }
  return { together, apart };
}
