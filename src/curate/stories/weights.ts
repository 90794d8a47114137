// Written by scripts/stories/train.ts.
import type { EvidenceName } from './evidence.ts';

export const INTERCEPT = -7.8699;

/** Log-odds that a pair learned from tells one story, every set counting alike. */
export const TRAINED_PRIOR = -2.6593;

/** Log-odds per unit of evidence. */
export const WEIGHTS: Readonly<Record<EvidenceName, number>> = {
  cosine: -7.4236,
  contained: 3.4289,
  union: 12.8503,
  rarest: 0.9475,
  second: 0.0142,
  shared: -0.7713,
  words: 0.0774,
  seldom: 0.623,
  mostSeldom: -3.5861,
  least: 2.314,
  burst: 0.9685,
  phrases: -0.0316,
  numbers: 0.7313,
  otherNumbers: -0.7286,
  names: 0.9201,
  nameShare: 0.1276,
  short: 0.0632,
  long: 0.0576,
  nearer: 1.082,
  nearest: -0.1224,
  leads: -2.0956,
  leadCosine: 14.4359,
  titleInLead: 1.2013,
  bothInLead: -0.6689,
  texts: 10.0578,
  hours: -0.3744,
  dateless: 1.2725,
  outlet: -1.7538,
  tie: 14.216,
};
