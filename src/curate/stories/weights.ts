// Written by scripts/stories/train.ts.
import type { EvidenceName } from './evidence.ts';

export const INTERCEPT = -8.5385;

/** Log-odds per unit of evidence. */
export const WEIGHTS: Readonly<Record<EvidenceName, number>> = {
  cosine: -18.2815,
  contained: 3.8887,
  union: 27.4712,
  rarest: 2.6964,
  second: -0.2983,
  shared: -2.2169,
  words: 0.2828,
  seldom: 2.1903,
  mostSeldom: -6.1257,
  least: 3.3407,
  burst: 1.3115,
  phrases: -0.1467,
  numbers: 0.7804,
  otherNumbers: -0.7088,
  names: 0.9476,
  nameShare: 0.1783,
  short: 0.0603,
  long: 0.0644,
  nearer: 1.0621,
  nearest: -0.6819,
  leads: -2.1899,
  leadCosine: 13.3352,
  titleInLead: 1.4806,
  bothInLead: -0.0789,
  texts: 13.3607,
  hours: -0.4272,
  dateless: 1.009,
  outlet: -1.6269,
};
