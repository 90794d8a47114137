import type { Config } from '../config.ts';
import { blurb } from '../curate/blurb.ts';
import type { IssueLang } from '../model.ts';
import type { ReadItem, StoredCandidate } from '../store/curation.ts';
import type { MachineText, OfferedSlot } from '../store/issues.ts';
import type { BlurbLimit, NightContext } from './context.ts';
import { openIssue } from './issue.ts';
import { printable, sourcesOf, storiesOf, type ReadStory } from './stories.ts';
import { say } from '../text/said.ts';

type List = NightContext['template']['lists'][number];

const titles = new Intl.Collator('en');
/** How the slots of a list stand; equals stay by rank. */
const ORDERS: Readonly<Record<List['order'], (a: ReadStory, b: ReadStory) => number>> = {
  rank: () => 0,
  date: (a, b) => b.lead.published - a.lead.published,
  title: (a, b) => titles.compare(a.lead.title, b.lead.title),
};

/** Fills the lists of the open issue with tonight's shortlist and our own items, where no person has begun to work. */
export async function offer(context: NightContext): Promise<void> {
  const { store, night, progress, template, now } = context;
  const issue = await openIssue(context);
  const shortlist = (await store.curation.candidates({ night })).filter(({ below }) => below === null);
  progress.stage('draft', template.lists.length);
  const finds = (await store.issues.lineup(issue.number)).filter(({ origin }) => origin === 'editor');
  const used = new Set(finds.map(({ story }) => story));
  for (const list of template.lists) {
    const room = Math.max(0, list.cap - finds.filter(({ section }) => section === list.key).length);
    const mine = shortlist.filter(({ section, story }) => section === list.of && !used.has(story)).slice(0, room);
    for (const { story } of mine) used.add(story);
    await store.issues.offer(issue.number, list.key, await slotsOf(mine, list, context), now());
    progress.tick();
  }
  if (template.own !== null) {
    const { key, cap } = template.own;
    const slots = (await ownSlots(issue.windowFrom, context)).slice(0, cap);
    await store.issues.offer(issue.number, key, slots, now());
  }
  progress.done();
}

async function slotsOf(
  candidates: readonly StoredCandidate[],
  list: List,
  context: NightContext,
): Promise<OfferedSlot[]> {
  const { store, config } = context;
  const items = await store.curation.itemsOf(candidates.map(({ story }) => story));
  const stories = new Map(storiesOf(items, config).map((story) => [story.id, story]));
  const told = candidates.flatMap((candidate) => {
    const story = stories.get(candidate.story);
    return story === undefined ? [] : [{ candidate, story }];
  });
  return told
    .toSorted((a, b) => ORDERS[list.order](a.story, b.story))
    .map(({ candidate, story }) => slotOf(story, reasonOf(candidate), list, config));
}

/** Why it stands there, in three reasons at most: that it is an update comes first. */
function reasonOf({ reasons }: StoredCandidate): string {
  const updates = reasons.filter(({ name }) => name === 'update');
  return [...updates, ...reasons.filter((each) => !updates.includes(each))]
    .slice(0, 3)
    .map(({ value }) => value)
    .join('; ');
}

/** The slot of a story, with titles and blurbs in every language that it is told in. */
export function slotOf(story: ReadStory, reason: string, list: List, config: Config): OfferedSlot {
  const reports = [story.lead, ...printable(story.items, config)];
  const texts = config.languages.flatMap((lang) => textsIn(lang, reports, list.blurb));
  return { story: story.id, item: story.lead.id, reason, texts };
}

/** Our own items since the last issue, newest first. */
async function ownSlots(since: number, { store, config }: NightContext): Promise<OfferedSlot[]> {
  const items = await store.curation.groupedSince(since);
  const own = items.filter((item) => sourcesOf(item, config).some((source) => source.own));
  return own
    .toSorted((a, b) => b.published - a.published || a.id - b.id)
    .map((item) => ({
      story: item.story ?? item.id,
      item: item.id,
      reason: say('slot.own'),
      texts: config.languages.filter((lang) => lang === item.language).map((lang) => titleOf(lang, item)),
    }));
}

/** Title and blurb out of the best report in that language; nothing when the story has none. */
function textsIn(lang: IssueLang, reports: readonly ReadItem[], limits: List['blurb']): MachineText[] {
  const report = reports.find((item) => item.language === lang);
  if (report === undefined) return [];
  return [titleOf(lang, report), ...(limits === null ? [] : blurbOf(lang, report, limits[lang]))];
}

function titleOf(lang: IssueLang, { id, title }: ReadItem): MachineText {
  const span = { start: 0, end: title.length, item: id, field: 'title', from: 0, to: title.length } as const;
  return { field: 'title', lang, value: title, spans: [span] };
}

function blurbOf(lang: IssueLang, report: ReadItem, limit: BlurbLimit): MachineText[] {
  const field = report.text === '' ? 'summary' : 'text';
  const lengths =
    limit.unit === 'words'
      ? { minWords: limit.min, maxWords: limit.max }
      : { maxWords: limit.max, maxChars: limit.max };
  const { text, sentences } = blurb(report[field], { title: report.title, language: lang, ...lengths });
  if (text === '') return [];
  let start = 0;
  const spans = sentences.map((sentence) => {
    const end = start + sentence.text.length;
    const span = { start, end, item: report.id, field, from: sentence.start, to: sentence.end } as const;
    start = end + 1;
    return span;
  });
  return [{ field: 'blurb', lang, value: text, spans }];
}
