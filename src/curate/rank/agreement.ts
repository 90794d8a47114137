/** One set of stories that an editor chose from, by the scores a ranker gave them. */
export interface ScoredSet {
  picked: readonly number[];
  aside: readonly number[];
}

/**
 * How far a ranker agrees with what was decided: of all pairs of one set, one story picked and one not, the share in
 * which the picked one scores higher; ties count half. Null when there is no pair.
 */
export function agreement(sets: readonly ScoredSet[]): number | null {
  let [right, pairs] = [0, 0];
  for (const { picked, aside } of sets) {
    for (const score of picked) {
      for (const other of aside) right += score > other ? 1 : score === other ? 0.5 : 0;
      pairs += aside.length;
    }
  }
  return pairs === 0 ? null : right / pairs;
}
