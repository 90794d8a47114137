import type { ChoiceSets } from './choice-sets.ts';

/** How often authors were picked. */
export interface History {
  /** For each paper and each of its authors, the picks of earlier weeks. */
  before: readonly (readonly number[])[];
  /** Picks by author when all weeks are over. */
  picks: ReadonlyMap<string, number>;
}

/** Counts picks by author, week by week: a paper sees only the weeks before its own. */
export function historyOf({ papers, sets, chosen }: ChoiceSets, earlier: ReadonlyMap<string, number>): History {
  const picks = new Map(earlier);
  const before: number[][] = [];
  for (const set of sets) {
    for (const row of set) before[row] = (papers[row]?.authors ?? []).map((author) => picks.get(author) ?? 0);
    for (const row of set) {
      const picked = chosen[row] ?? 0;
      if (picked === 0) continue;
      for (const author of new Set(papers[row]?.authors)) picks.set(author, (picks.get(author) ?? 0) + picked);
    }
  }
  return { before, picks };
}
