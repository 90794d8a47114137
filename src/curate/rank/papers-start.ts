import { blankPapers, type PaperModel } from './papers-model.ts';
import weights from './papers-start.json' with { type: 'json' };

/** The ranker before a team has decided anything: weights learned from other editors' picks (docs/adr). */
export function startingPapers(): PaperModel {
  return { ...blankPapers(), ...weights };
}
