/**
 * What became of a story that was offered: printed, kept, held for later, kept but edited away before the issue went out,
 * spiked, or passed over without a word.
 */
export const VERDICTS = ['printed', 'keep', 'hold', 'edited-away', 'spike', 'passed'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How much a verdict counts as a pick. */
export const PICKED: Readonly<Record<Verdict, number>> = {
  printed: 1,
  keep: 1,
  hold: 0.3,
  'edited-away': 0,
  spike: 0,
  passed: 0,
};

/** How much a story that was not picked counts against its like: one passed over may not have been seen. */
export const SET_ASIDE: Readonly<Record<Verdict, number>> = {
  printed: 1,
  keep: 1,
  hold: 1,
  'edited-away': 1,
  spike: 1,
  passed: 0.5,
};
