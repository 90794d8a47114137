import { refusal, type Refusal } from '../refusal.ts';
import { slotOf } from '../../night/offer.ts';
import { storiesOf, type ReadStory } from '../../night/stories.ts';
import { inputOf } from '../../night/taken-on.ts';
import type { Decision, NewDecision } from '../../store/decisions.ts';
import type { EditorAct } from '../../store/trail.ts';
import { plainLine } from '../../text/plain-line.ts';
import type { DeskContext } from '../context.ts';
import type { DecisionDeed } from '../wire/candidates.ts';
import { slotsOf } from './slots.ts';
import { say, type Sentence } from '../../text/said.ts';

type Choice = Extract<DecisionDeed, { action: 'keep' | 'hold' | 'spike' }>;

/**
 * Carries out a deed and returns the decision it became. A deed that arrived before changes nothing. The lineup is
 * changed before the decision is kept: a desk that dies between the two does both when the deed arrives again, because
 * putting a story where it stands, and taking one out that is gone, change nothing.
 */
export async function decide(deed: DecisionDeed, editor: string, context: DeskContext): Promise<Decision> {
  const { store, now } = context;
  const known = await store.decisions.ofDeed(deed.id);
  if (known !== null) return known;
  // The browser's clock may be wrong or ahead; a deed that waited there keeps its time.
  const act: EditorAct = { editor, at: Math.min(deed.at, now()), why: deed.why ?? '' };
  switch (deed.action) {
    case 'keep':
    case 'hold':
    case 'spike':
      return choose(deed, act, context);
    case 'undo':
      return undo(deed, act, context);
    case 'merge':
    case 'split':
      return move(deed, act, context);
  }
}

async function choose(deed: Choice, act: EditorAct, context: DeskContext): Promise<Decision> {
  const { store, config } = context;
  const story = storiesOf(await store.curation.itemsOf([deed.story]), await config())[0];
  if (story === undefined) throw refused(say('desk.noStoryAnyMore'));
  const candidate = await store.curation.candidateOf(deed.story, deed.night);
  const { lead, items } = story;
  const { rank, score, reasons } = candidate ?? { rank: null, score: null, reasons: [] };
  const takenOn = {
    night: candidate?.night ?? null,
    title: lead.title,
    summary: lead.summary,
    outlets: [...new Set(items.map(({ outlet }) => outlet))],
    items: items.map(({ id }) => id),
    rank,
    score,
    reasons,
    input: inputOf(story, await config()),
  };
  const trail = deed.action === 'keep' ? await place(story, act, context) : await takeOut(deed.story, act, context);
  const { editor, at, why = '' } = act;
  return keep({ story: deed.story, action: deed.action, editor, at, why, takenOn, deed: deed.id, trail }, context);
}

/** Puts a story behind the last slot of its section, where it is not in the issue yet. Returns the row of the trail. */
async function place(story: ReadStory, act: EditorAct, { store, config, lists }: DeskContext): Promise<number | null> {
  const issue = await store.issues.open();
  const settings = await config();
  const list = lists(settings.issue.template).find(({ of }) => of === story.section);
  if (issue === null || list === undefined) return null;
  const offered = slotOf(story, say('slot.kept', { editor: act.editor }), list, settings);
  const standing = (await slotsOf(store, issue.number)).get(story.id);
  const where = standing === undefined ? {} : { place: standing.place - 1 };
  const changed = await store.slots.add(issue.number, standing?.section ?? list.key, { ...offered, ...where }, act);
  if (changed.is === 'refused') throw refused(say('desk.lineupSent'));
  return changed.trail;
}

async function takeOut(story: number, act: EditorAct, { store }: DeskContext): Promise<number | null> {
  const issue = await store.issues.open();
  const slot = (await slotsOf(store, issue?.number ?? null)).get(story);
  if (slot === undefined) return null;
  const changed = await store.slots.remove(slot.id, act);
  if (changed.is === 'refused') throw refused(say('desk.lineupSent'));
  return changed.trail;
}

async function undo(
  deed: Extract<DecisionDeed, { action: 'undo' }>,
  act: EditorAct,
  context: DeskContext,
): Promise<Decision> {
  const { store } = context;
  const before = await decisionOf(deed.undoes, context);
  if (before === null || before.action === 'undo') throw refused(say('desk.undoUnknown'));
  await store.undo(before.id, act.editor, act.at, deed.id);
  return (await store.decisions.ofDeed(deed.id)) ?? before;
}

async function move(
  deed: Extract<DecisionDeed, { action: 'merge' | 'split' }>,
  act: EditorAct,
  context: DeskContext,
): Promise<Decision> {
  const { editor, at, why = '' } = act;
  const { store } = context;
  try {
    const id = await store.moveInStories(deed, { editor, at, why, deed: deed.id });
    const decision = await store.decisions.get(id);
    if (decision !== null) return decision;
  } catch (error) {
    throw refused(say('desk.notPossibleFor', { why: error instanceof Error ? plainLine(error.message) : 'unknown' }));
  }
  throw refused(say('desk.notPossible'));
}

async function keep(decision: NewDecision, { store }: DeskContext): Promise<Decision> {
  const kept = await store.decisions.get(await store.decisions.add(decision));
  if (kept === null) throw new Error('a decision was not stored');
  return kept;
}

/** By its key: a deed's id, or "#ID" for one that was taken by command. */
async function decisionOf(key: string, { store }: DeskContext): Promise<Decision | null> {
  return key.startsWith('#') ? store.decisions.get(Number(key.slice(1))) : store.decisions.ofDeed(key);
}

function refused(why: Sentence): Refusal {
  return refusal(409, why);
}
