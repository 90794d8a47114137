import { z } from 'zod';
import type { Instant } from '../../model.ts';
import type { Verdict } from './verdicts.ts';

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
  /** Upvotes where readers gather papers; null or missing = not seen there. */
  points?: number | null | undefined;
}

const INPUT: z.ZodType<PaperInput> = z.object({
  story: z.number(),
  title: z.string(),
  abstract: z.string(),
  authors: z.array(z.string()),
  categories: z.array(z.string()),
  published: z.number(),
  comment: z.string().nullish(),
  points: z.number().nullish(),
});

/** Reads an input that was kept with a decision; null when there is none, or it is of an older form. */
export function parsePaperInput(value: unknown): PaperInput | null {
  return INPUT.safeParse(value).data ?? null;
}

/** A decision on a paper: whose taste it shows, when it became known, what it was. */
export interface PaperPick {
  story: number;
  /** An editor, a team, another newsletter. */
  label: string;
  at: Instant;
  /** "keep" when not said. */
  verdict?: Verdict | undefined;
}

export const PAPER_MODEL_VERSION = 2;

const STORED = z.object({
  version: z.literal(PAPER_MODEL_VERSION),
  kind: z.literal('papers'),
  /** Picks it learned from; 0 = the starting weights alone. */
  picks: z.int().nonnegative(),
  /** Weight by term: what the picks' titles ("title:agent") and texts ("agent") have more of than the rest. */
  taste: z.record(z.string(), z.number()),
  /** Weight by trait, and the trait's mean over the candidates: a share is weight x (value - mean). */
  traits: z.record(z.string(), z.object({ weight: z.number(), mean: z.number() })),
  /** Picks by author. */
  authors: z.record(z.string(), z.number()),
});

/** A trained papers ranker: plain JSON, the same bits from the same decisions. */
export type PaperModel = z.infer<typeof STORED>;

/** The ranker that knows nothing: every paper scores 0. */
export function blankPapers(): PaperModel {
  return { version: PAPER_MODEL_VERSION, kind: 'papers', picks: 0, taste: {}, traits: {}, authors: {} };
}

/** Reads a stored model; null when it is damaged or of another version (the caller trains a new one and says so). */
export function parsePaperModel(json: string): PaperModel | null {
  try {
    return STORED.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
