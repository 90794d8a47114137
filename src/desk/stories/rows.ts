import { storiesOf, type ReadStory } from '../../night/stories.ts';
import type { RankedStory } from '../../store/curation.ts';
import type { BriefDecision } from '../../store/decisions.ts';
import type { Recollection } from '../../store/memory.ts';
import type { BriefItem } from '../../store/overview.ts';
import { plainLine } from '../../text/plain-line.ts';
import type { ReadFrom } from '../reads.ts';
import type { CandidateList, StoryRow } from '../wire/candidates.ts';
import { entryOf, keysOf } from './entries.ts';
import { badgesOf, flagsOf } from './flags.ts';
import { slotsOf, type SlotPlace } from './slots.ts';

/** What a row is made from beside its story. */
interface Around {
  candidate: RankedStory | undefined;
  slot: SlotPlace | undefined;
  past: readonly Recollection[];
  notes: number;
  votes: number;
}

/**
 * Every story that the list may show: tonight's candidates best first, then what is decided or stands in the issue
 * without being one.
 */
export async function listCandidates({ store, config }: ReadFrom): Promise<CandidateList> {
  const issue = await store.issues.open();
  const candidates = await store.curation.ranked();
  const log = (await store.decisions.briefInForce()).filter(
    ({ at, action }) => action === 'hold' || issue === null || at >= issue.windowFrom,
  );
  const slots = await slotsOf(store, issue?.number ?? null);
  const ids = [...new Set([...candidates.map(({ story }) => story), ...slots.keys(), ...log.flatMap(storiesIn)])];
  const stories = new Map(storiesOf(await store.overview.itemsOf(ids), config).map((story) => [story.id, story]));
  const past = await store.memory.of(ids);
  const [notes, votes] = [await store.notes.counts(), await store.votes.counts()];
  const byStory = new Map(candidates.map((candidate) => [candidate.story, candidate]));
  // A report that was split off stands where its story stands, until a night has ranked it.
  const origin = new Map(log.flatMap(({ action, item, story }) => (action === 'split' ? [[item, story]] : [])));
  const rows = ids.flatMap((id) => {
    const story = stories.get(id);
    if (story === undefined) return [];
    const around = {
      candidate: byStory.get(id) ?? byStory.get(origin.get(id) ?? 0),
      slot: slots.get(id),
      past: past.get(id) ?? [],
    };
    return [rowOf(story, { ...around, notes: notes.get(id) ?? 0, votes: votes.get(id) ?? 0 })];
  });
  const keys = keysOf(log);
  const night = candidates[0]?.night ?? null;
  return { night, issue: issue?.number ?? null, rows, log: log.map((row) => entryOf(row, keys)) };
}

/** The stories that a decision makes worth listing; a report that was split off is a story of its own. */
function storiesIn({ story, target, item, action }: BriefDecision): number[] {
  return [story, ...(target === null ? [] : [target]), ...(action === 'split' && item !== null ? [item] : [])];
}

function rowOf(story: ReadStory<BriefItem>, { candidate, slot, past, notes, votes }: Around): StoryRow {
  const { id, section, lead, items } = story;
  const tellers = items.filter(({ onlyDiscussed }) => !onlyDiscussed).toSorted((a, b) => a.published - b.published);
  const outlets = [...new Set([lead, ...tellers].map(({ outlet }) => plainLine(outlet)))];
  const newest = past[0];
  return {
    story: id,
    section,
    rank: candidate?.rank ?? null,
    score: candidate?.score ?? null,
    below: candidate?.below ?? null,
    title: plainLine(lead.title),
    lang: lead.language,
    outlets,
    published: Math.min(...items.map(({ published }) => published)),
    badges: badgesOf(story, newest === undefined ? null : { issue: newest.issue, ran: newest.kind !== 'update' }),
    flags: flagsOf(story),
    slot: slot === undefined ? null : { section: slot.section, place: slot.place },
    notes,
    votes,
  };
}
