import { z } from 'zod';
import type { Instant, Lang } from '../../model.ts';
import type { Verdict } from './papers-model.ts';

/** One outlet that reported a story. */
export interface NewsOutlet {
  name: string;
  /** The source's weight of feeds.yaml; 1 is ordinary. */
  weight: number;
  publishedAt: Instant;
}

/** What the news ranker looks at. Anything may be missing or broken; a broken part counts as absent. */
export interface NewsInput {
  story: number;
  /** Title of the lead item. */
  title: string;
  /** Its summary, or the extracted text where the page was read. */
  text: string;
  outlets: readonly NewsOutlet[];
  language: Lang;
  /** When the story was first reported. */
  published: Instant;
  /** Of the discussions known (HN, Reddit, GeekNews, Lobsters), the highest. */
  points?: number | null | undefined;
  /** The lead item is the original source: the lab's own post, the court filing, the paper. */
  isPrimary?: boolean | undefined;
  /** It ran in an issue before, or is a development of something that did. */
  before?: { issue: string; relation: 'same' | 'update' } | null | undefined;
}

/** A decision with the story as it stood when it was taken. */
export interface NewsDecision {
  input: NewsInput;
  verdict: Verdict;
  at: Instant;
}

export const NEWS_MODEL_VERSION = 1;

/** What the news ranker learned: plain JSON, the same bits from the same decisions. */
export interface NewsModel {
  version: typeof NEWS_MODEL_VERSION;
  kind: 'news';
  /** Decisions it learned from; 0 = the starting profile alone. */
  decisions: number;
  /** Taste in words: weight by term. */
  words: Record<string, number>;
  /** Log-odds of an outlet's stories being kept, shrunk towards 0, with the counts behind it. */
  outlets: Record<string, { kept: number; offered: number; weight: number }>;
}

/** The ranker before there are any decisions: nothing learned, the documented starting profile speaks. */
export function startingNews(): NewsModel {
  return { version: NEWS_MODEL_VERSION, kind: 'news', decisions: 0, words: {}, outlets: {} };
}

const STORED = z.object({
  version: z.literal(NEWS_MODEL_VERSION),
  kind: z.literal('news'),
  decisions: z.int().nonnegative(),
  words: z.record(z.string(), z.number()),
  outlets: z.record(z.string(), z.object({ kept: z.number(), offered: z.number(), weight: z.number() })),
});

/** Reads a stored model; null when it is damaged or of another version (the caller trains a new one and says so). */
export function parseNewsModel(json: string): NewsModel | null {
  try {
    return STORED.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
