import { type NewsDecision, type NewsInput, parseNewsInput } from '../curate/rank/news-model.ts';
import { type PaperInput, type PaperPick, parsePaperInput } from '../curate/rank/papers-model.ts';
import type { Instant } from '../model.ts';
import type { PrintedRow } from '../store/memory.ts';
import type { Standing, StoryEnd } from '../store/outcomes.ts';
import type { NightContext } from './context.ts';
import { isNewPaper, newsInput, paperInput } from './inputs.ts';
import { importedNews, importedPapers } from './imported.ts';
import { isCandidate, storiesOf, type ReadStory } from './stories.ts';

type Past = Pick<NightContext, 'store' | 'config'>;

/** So many nights are looked through for what was offered beside what was picked. */
const NIGHTS = 60;
const DAY = 86_400_000;
/** Papers and printed issues of so many days teach. */
const WINDOW = 182 * DAY;
/** So many news stories that nobody picked are enough to compare with. */
const BACKGROUND = 1000;
/** The label of the team's own picks. */
export const TEAM = 'team';

/**
 * Everything the team's past says of news: what was decided or printed, and what was passed over on the way. A story
 * that stood above one that was decided on and was left alone was seen and passed over (Joachims 2002, clicks as
 * preferences); what stood below may never have been looked at and says nothing.
 */
export async function newsOutcomes(past: Past): Promise<NewsDecision[]> {
  const { store } = past;
  const ends = await store.outcomes.ends();
  const standings = await store.outcomes.standings(await store.outcomes.nights(NIGHTS), 'news');
  const passed = passedOver(standings, new Map(ends.map((end) => [end.story, end])));
  const stories = await readStories([...ends.map(({ story }) => story), ...passed.keys()], past);
  const decided = ends.flatMap((end): NewsDecision[] => {
    const input = asDecided(end, stories, past);
    return input === null ? [] : [{ input, verdict: end.became, at: end.at }];
  });
  const left = [...passed].flatMap(([story, at]): NewsDecision[] => {
    const read = stories.get(story);
    return read?.section === 'news' ? [{ input: newsInput(read, past.config), verdict: 'passed', at }] : [];
  });
  const printed = (await printedAlone(past)).filter((entry) => !isPaper(entry));
  if (printed.length === 0) return [...decided, ...left];
  const ended = new Set(ends.map(({ story }) => story));
  return [...decided, ...left, ...importedNews(printed, await background(standings, ended, past))];
}

/** The papers of the last half year and what the team picked of them. */
export async function paperOutcomes(past: Past): Promise<{ papers: PaperInput[]; picks: PaperPick[] }> {
  const { store } = past;
  const ends = await store.outcomes.ends();
  const newest = Math.max(0, ...ends.map(({ at }) => at));
  const listed = await store.curation.papersSince(newest - WINDOW);
  const byStory = new Map<number, PaperInput>(listed.map((paper) => [paper.story, paper]));
  const stories = await readStories(
    ends.map(({ story }) => story),
    past,
  );
  const picks: PaperPick[] = [];
  for (const { story, became, at, takenOn } of ends) {
    const read = stories.get(story);
    if (read?.section !== 'papers') continue;
    picks.push({ story, label: TEAM, at, verdict: became });
    byStory.set(story, parsePaperInput(takenOn['input']) ?? paperInput(read));
  }
  const printed = (await printedAlone(past)).filter(isPaper);
  const imported = importedPapers(printed, listed);
  return {
    papers: [...byStory.values(), ...imported.papers],
    picks: [...picks, ...imported.picks.map((pick) => ({ ...pick, label: TEAM }))],
  };
}

/** Stories that were seen and left alone, each with the moment of the last decision of its night. */
function passedOver(standings: readonly Standing[], ends: ReadonlyMap<number, StoryEnd>): Map<number, Instant> {
  const nights = new Map<string, Standing[]>();
  for (const row of standings) nights.set(row.night, [...(nights.get(row.night) ?? []), row]);
  const passed = new Map<number, Instant>();
  for (const rows of nights.values()) {
    const decided = rows.flatMap(({ story, rank }) => {
      const end = ends.get(story);
      return end === undefined ? [] : [{ rank, at: end.at }];
    });
    const lowest = Math.max(0, ...decided.map(({ rank }) => rank));
    const at = Math.max(0, ...decided.map((row) => row.at));
    for (const { story, rank } of rows) if (rank < lowest && !ends.has(story)) passed.set(story, at);
  }
  return passed;
}

/** A news story as it stood when it was decided on; as it stands now where the decision did not keep that. */
function asDecided(
  { story, takenOn }: StoryEnd,
  stories: ReadonlyMap<number, ReadStory>,
  { config }: Past,
): NewsInput | null {
  const read = stories.get(story);
  if (read !== undefined && read.section !== 'news') return null;
  return parseNewsInput(takenOn['input']) ?? (read === undefined ? null : newsInput(read, config));
}

/** Stories by their id; one that was merged into another is found where its founding item is now. */
async function readStories(ids: readonly number[], { store, config }: Past): Promise<Map<number, ReadStory>> {
  const founders = await store.curation.itemsById(ids);
  const stories = storiesOf(
    (await store.curation.itemsOf(founders.map(({ id, story }) => story ?? id))).filter((item) =>
      isCandidate(item, config),
    ),
    config,
  );
  const byId = new Map(stories.map((story) => [story.id, story]));
  return new Map(
    founders.flatMap(({ id, story }) => {
      const read = byId.get(story ?? id);
      return read === undefined || (read.section === 'papers' && !isNewPaper(read)) ? [] : [[id, { ...read, id }]];
    }),
  );
}

/** Printed entries that are in no story of ours: imported from before our time. */
async function printedAlone({ store }: Past): Promise<PrintedRow[]> {
  const newest = await store.outcomes.lastPrinted();
  const entries = newest === null ? [] : await store.outcomes.printed(newest - 2 * WINDOW);
  return entries.filter(({ story, section }) => story === null && section !== 'own');
}

function isPaper({ section, canonicalUrl }: PrintedRow): boolean {
  return section === 'papers' || canonicalUrl.includes('arxiv.org/');
}

/** News that nobody picked: what the entries of imported issues are compared with. */
async function background(
  standings: readonly Standing[],
  ended: ReadonlySet<number>,
  past: Past,
): Promise<NewsInput[]> {
  const ids = [...new Set(standings.map(({ story }) => story))].filter((story) => !ended.has(story));
  const stories = await readStories(ids.slice(-BACKGROUND), past);
  return [...stories.values()].map((story) => newsInput(story, past.config));
}
