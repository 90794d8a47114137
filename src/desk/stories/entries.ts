import type { BriefDecision } from '../../store/decisions.ts';
import type { DecisionEntry } from '../wire/candidates.ts';

/** What undos call a decision: the deed it came from, or its own number. */
export function keyOf({ id, deed }: Pick<BriefDecision, 'id' | 'deed'>): string {
  return deed ?? `#${id}`;
}

export function keysOf(rows: readonly Pick<BriefDecision, 'id' | 'deed'>[]): Map<number, string> {
  return new Map(rows.map((row) => [row.id, keyOf(row)]));
}

/** A row of the log as the client has it; `keys` names the rows that undos take back. */
export function entryOf(row: BriefDecision, keys: ReadonlyMap<number, string>): DecisionEntry {
  const { id, action, story, target, item, editor, at, undoes } = row;
  const undone = undoes === null ? null : (keys.get(undoes) ?? `#${undoes}`);
  return { id, key: keyOf(row), action, story, undoes: undone, target, item, editor, at };
}
