import { z } from 'zod';
import type { Instant } from '../../model.ts';
import START from './papers-start.json' with { type: 'json' };

/** What the papers ranker looks at. Anything may be missing or broken; a broken part counts as absent. */
export interface PaperInput {
  story: number;
  title: string;
  abstract: string;
  authors: readonly string[];
  /** First is the primary one. */
  categories: readonly string[];
  /** Day of the listing. */
  published: Instant;
  comment?: string | null | undefined;
}

/** What became of a paper. */
export const VERDICTS = ['printed', 'keep', 'hold', 'edited-away', 'spike'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A decision on a paper: who took it (an editor, a team, another newsletter), when it became known, what it was. */
export interface PaperPick {
  story: number;
  /** Whose taste it shows. */
  label: string;
  at: Instant;
  /** "keep" when not said. */
  verdict?: Verdict | undefined;
}

export const PAPER_MODEL_VERSION = 1;

/** A trained papers ranker: plain JSON, the same bits from the same decisions. */
export interface PaperModel {
  version: typeof PAPER_MODEL_VERSION;
  kind: 'papers';
  /** Weight by feature name; score = sum of weight x value. */
  weights: Record<string, number>;
  /** Picks it learned from; 0 = the starting weights alone. */
  picks: number;
}

/** The weights used before there is anything to learn from: made by scripts/train-papers.ts. */
export function startingPapers(): PaperModel {
  return {
    version: PAPER_MODEL_VERSION,
    kind: 'papers',
    picks: 0,
    weights: START,
  };
}

const STORED = z.object({
  version: z.literal(PAPER_MODEL_VERSION),
  kind: z.literal('papers'),
  weights: z.record(z.string(), z.number()),
  picks: z.int().nonnegative(),
});

/** Reads a stored model; null when it is damaged or of another version (the caller trains a new one and says so). */
export function parsePaperModel(json: string): PaperModel | null {
  try {
    return STORED.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
