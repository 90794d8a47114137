import { EVIDENCE, type Evidence } from './evidence.ts';
import { INTERCEPT, WEIGHTS } from './weights.ts';

const LEARNED = EVIDENCE.map((name) => [name, WEIGHTS[name]] as const);

/** Log-odds that two items tell one story, by the weights that scripts/stories/train.ts learned. */
export function scoreOf(evidence: Evidence): number {
  let score = INTERCEPT;
  for (const [name, weight] of LEARNED) score += weight * evidence[name];
  return score;
}

const LEAD_EVIDENCE = ['leads', 'leadCosine', 'titleInLead', 'bothInLead', 'texts'] as const;

/** How much of a score the leads brought. */
export function leadShare(evidence: Evidence): number {
  return LEAD_EVIDENCE.reduce((sum, name) => sum + WEIGHTS[name] * evidence[name], 0);
}
