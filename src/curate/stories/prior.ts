import { TRAINED_PRIOR } from './weights.ts';

/** Pairs of the kind learned from that are added to a night's own, so that a small night is judged like an ordinary one. */
const ADDED = 50;
const ROUNDS = 50;
/** A step of so little log-odds changes no cut any more. */
const SETTLED = 1e-6;

/**
 * How much stricter a night has to be than those that the weights were learned from: log-odds to add to the cut, 0 or
 * more. On a desk that reads one field, most pairs worth comparing share their words and not their story; a score must
 * then say more. The share of pairs that tell one story is estimated from the scores themselves (Saerens, Latinne and
 * Decaestecker, 2002: adjusting a classifier to new prior probabilities by expectation maximisation). A night with a
 * greater share is not made looser.
 *
 * @param most the most that it is made stricter
 */
export function stricterBy(scores: Float64Array, most: number): number {
  const trained = sigmoid(TRAINED_PRIOR);
  let shift = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let same = ADDED * trained;
    for (const score of scores) same += sigmoid(score + shift);
    const share = same / (scores.length + ADDED);
    const next = Math.log(share / (1 - share)) - TRAINED_PRIOR;
    const step = Math.abs(next - shift);
    shift = next;
    if (step < SETTLED) break;
  }
  return Math.min(most, Math.max(0, -shift));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
