import type { DecisionAction } from '../../../../model.ts';
import type { DecisionEntry } from '../../../wire/candidates.ts';

/** An entry of the log, or a deed of this browser that the desk has not confirmed. */
export type Entry = Omit<DecisionEntry, 'id'>;

export interface Choice {
  action: Extract<DecisionAction, 'keep' | 'hold' | 'spike'>;
  editor: string;
  key: string;
}

/** What stands, told by the log. */
export interface Standing {
  /** The newest keep, hold or spike of each story. */
  choices: ReadonlyMap<number, Choice>;
  /** Stories that were merged away. */
  merged: ReadonlySet<number>;
  /** All that stands, oldest first: what undo goes back along. */
  inForce: readonly Entry[];
}

/** Reads the log, oldest first: an entry stands until another one undoes it. */
export function standingOf(entries: readonly Entry[]): Standing {
  const undone = new Set(entries.map(({ undoes }) => undoes));
  const inForce = entries.filter(({ key, action }) => action !== 'undo' && !undone.has(key));
  const choices = new Map<number, Choice>();
  const merged = new Set<number>();
  for (const { action, story, editor, key } of inForce) {
    if (action === 'keep' || action === 'hold' || action === 'spike') choices.set(story, { action, editor, key });
    if (action === 'merge') merged.add(story);
  }
  return { choices, merged, inForce };
}

/** The log with newer entries of the desk, in their order; the same log when it has them all. */
export function mergeLog(log: readonly DecisionEntry[], news: readonly DecisionEntry[]): readonly DecisionEntry[] {
  const known = new Set(log.map(({ id }) => id));
  if (news.every(({ id }) => known.has(id))) return log;
  const byId = new Map([...log, ...news].map((entry) => [entry.id, entry]));
  return [...byId.values()].sort((a, b) => a.id - b.id);
}

/** The log with this browser's own deeds behind it; a deed that the desk has confirmed counts once. */
export function withOwn(log: readonly Entry[], own: readonly Entry[]): Entry[] {
  const known = new Set(log.map(({ key }) => key));
  return [...log, ...own.filter(({ key }) => !known.has(key))];
}

/** Longer pauses are coffee, not thought. */
const LONGEST_THOUGHT_MS = 180_000;
const ENOUGH = 5;
const LOOK_BACK = 50;

/** How long an editor takes for a story, in milliseconds: the median of the newest; null while there are too few. */
export function paceOf(entries: readonly Entry[], editor: string): number | null {
  const times = entries
    .filter((entry) => entry.editor === editor && entry.action !== 'undo')
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const gaps = times
    .map((at, index) => at - (times[index - 1] ?? Number.NEGATIVE_INFINITY))
    .filter((gap) => gap < LONGEST_THOUGHT_MS)
    .slice(-LOOK_BACK)
    .sort((a, b) => a - b);
  return gaps.length < ENOUGH ? null : (gaps[Math.floor(gaps.length / 2)] ?? null);
}
