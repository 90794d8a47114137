import { z } from 'zod';
import type { Instant, Lang } from '../../model.ts';
import { STARTING_WEIGHTS } from './news-start.ts';
import type { Verdict } from './verdicts.ts';

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

const INPUT: z.ZodType<NewsInput> = z.object({
  story: z.number(),
  title: z.string(),
  text: z.string(),
  outlets: z.array(z.object({ name: z.string(), weight: z.number(), publishedAt: z.number() })),
  language: z.string(),
  published: z.number(),
  points: z.number().nullish(),
  isPrimary: z.boolean().optional(),
  before: z.object({ issue: z.string(), relation: z.enum(['same', 'update']) }).nullish(),
});

/** Reads an input that was kept with a decision; null when there is none, or it is of an older form. */
export function parseNewsInput(value: unknown): NewsInput | null {
  return INPUT.safeParse(value).data ?? null;
}

/** A decision, or the lack of one, with the story as it stood then. */
export interface NewsDecision {
  input: NewsInput;
  verdict: Verdict;
  at: Instant;
}

export const NEWS_MODEL_VERSION = 2;

const STORED = z.object({
  version: z.literal(NEWS_MODEL_VERSION),
  kind: z.literal('news'),
  /** Decisions it learned from; 0 = the starting profile alone. */
  decisions: z.int().nonnegative(),
  /** Taste in words: weight by term. */
  words: z.record(z.string(), z.number()),
  /** What each trait counts (news-traits.ts); topics that are missing count what the profile says. */
  traits: z.record(z.string(), z.number()),
  /** What became of an outlet's stories, less with age, and how much that speaks for its next one. */
  outlets: z.record(z.string(), z.object({ kept: z.number(), offered: z.number(), weight: z.number() })),
});

/** What the news ranker learned: plain JSON, the same bits from the same decisions. */
export type NewsModel = z.infer<typeof STORED>;

/** The ranker before there are any decisions: nothing learned, the documented starting profile speaks. */
export function startingNews(): NewsModel {
  return {
    version: NEWS_MODEL_VERSION,
    kind: 'news',
    decisions: 0,
    words: {},
    traits: { ...STARTING_WEIGHTS },
    outlets: {},
  };
}

/** Reads a stored model; null when it is damaged or of another version (the caller trains a new one and says so). */
export function parseNewsModel(json: string): NewsModel | null {
  try {
    return STORED.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
