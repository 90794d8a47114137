import { z } from 'zod';
import type { PaperInput, PaperPick } from '../../curate/rank/papers-model.ts';
import { readJsonLines } from '../io.ts';

const WEEK_NAME = /^(\d{4})-W(\d{2})$/u;
const WEEK = 7 * 24 * 3_600_000;
/** Picks of readers with so many votes are popular. */
const POPULAR = 20;

const CandidateRow = z.object({
  week: z.string().regex(WEEK_NAME),
  id: z.string(),
  title: z.string(),
  abstract: z.string().default(''),
  authors: z.array(z.string()).default([]),
  categories: z.array(z.string()).default([]),
  comment: z.string().nullish(),
});

const PickRow = z.object({ id: z.string(), editor: z.string(), date: z.iso.date(), upvotes: z.number().nullish() });

/** How much a pick counts by whose it is: the editor ranked for 1, another editor is a witness, readers are none. */
export const LABELS = {
  dair: { dair: 1, ainews: 0.5 },
  any: { dair: 1, ainews: 1, popular: 1 },
} as const;
export type Label = keyof typeof LABELS;

export interface PaperFiles {
  candidates: readonly string[];
  picks: readonly string[];
  /** "hf": a paper's upvotes are an input where they were public before its week closed. */
  signals?: 'hf' | undefined;
}

/** A candidate with its name in the files. */
export interface SavedPaper {
  week: string;
  id: string;
  input: PaperInput;
}

/** Reads saved weeks; papers are numbered in the order of their ids, whatever the order of the files. */
export async function readPapers(files: PaperFiles): Promise<{ papers: SavedPaper[]; picks: PaperPick[] }> {
  const rows = await readAll(files.candidates, CandidateRow);
  const votes = await readAll(files.picks, PickRow);
  const storyOf = new Map([...new Set(rows.map(({ id }) => id))].sort().map((id, story) => [id, story]));
  const readers = new Map((files.signals === 'hf' ? votes : []).filter(isReaders).map((vote) => [vote.id, vote]));
  const papers = rows.map(({ week, id, ...row }): SavedPaper => {
    const vote = readers.get(id);
    const seen = vote !== undefined && Date.parse(vote.date) < monday(week) + WEEK;
    const points = seen ? (vote.upvotes ?? 0) : null;
    return { week, id, input: { ...row, story: storyOf.get(id) ?? 0, published: monday(week), points } };
  });
  const picks = votes.flatMap((vote): PaperPick[] => {
    const story = storyOf.get(vote.id);
    return story === undefined ? [] : [{ story, label: labelOf(vote), at: Date.parse(vote.date) }];
  });
  return { papers, picks };
}

/** The Monday on which an ISO week begins, at 00:00 UTC: 4 January is always in week 1. */
export function monday(week: string): number {
  const [, year, number] = WEEK_NAME.exec(week) ?? [];
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const first = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * (WEEK / 7);
  return first + (Number(number) - 1) * WEEK;
}

function labelOf(vote: z.infer<typeof PickRow>): string {
  return isReaders(vote) && (vote.upvotes ?? 0) >= POPULAR ? 'popular' : vote.editor;
}

function isReaders({ editor }: z.infer<typeof PickRow>): boolean {
  return editor === 'hf';
}

async function readAll<T>(files: readonly string[], schema: z.ZodType<T>): Promise<T[]> {
  const rows: T[] = [];
  for (const file of files) for await (const row of readJsonLines(file)) rows.push(schema.parse(row));
  return rows;
}
