/** The papers of the sample web's arXiv listing: nine real ones as content/papers.yaml has them, the rest invented. */
import { z } from 'zod';
import { ARXIV_ANNOUNCE_TYPES } from '../../src/model.ts';

const nightSchema = z.literal([1, 2]).default(1);
const announceSchema = z.enum(ARXIV_ANNOUNCE_TYPES).default('new');

const knownSchema = z.strictObject({
  /** arXiv id without version. */
  id: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  categories: z.array(z.string()),
  abstract: z.string(),
  announce: announceSchema,
  night: nightSchema,
  /** Day of first submission, "YYYY-MM-DD". */
  submitted: z.string(),
  /** Also on the paper shelf's reading list. */
  shelf: z.boolean().default(false),
});

const inventedSchema = z.strictObject({
  title: z.string(),
  topic: z.string(),
  method: z.string(),
  cats: z.string(),
  announce: announceSchema,
  night: nightSchema,
  shelf: z.boolean().default(false),
});

const sentences = z.array(z.string()).nonempty();

export const papersSchema = z.strictObject({
  known: z.array(knownSchema),
  /** Sentences with {topic}, {method} and {gain}; an invented abstract takes one of each list. */
  abstracts: z.strictObject({ openings: sentences, middles: sentences, results: sentences, endings: sentences }),
  names: z.strictObject({ given: sentences, family: sentences }),
  invented: z.array(inventedSchema),
});
type PapersFile = z.infer<typeof papersSchema>;

export type Paper = z.infer<typeof knownSchema> & {
  /** One of the nine papers of the week. */
  known: boolean;
};

/** The k-th of an endless repetition of the list. */
const turn = (list: readonly string[], k: number): string => list[k % list.length] ?? '';

function invent(file: PapersFile, paper: z.infer<typeof inventedSchema>, k: number): Paper {
  const { title, topic, method, cats, announce, night, shelf } = paper;
  const { openings, middles, results, endings } = file.abstracts;
  const abstract = [turn(openings, k), turn(middles, k * 3 + 1), turn(results, k * 5 + 2), turn(endings, k * 7 + 3)]
    .join(' ')
    .replaceAll('{topic}', topic)
    .replaceAll('{method}', method)
    .replaceAll('{gain}', `${String(1 + (k % 7))}.${String((k * 3) % 10)}`);
  const authors = Array.from(
    { length: 2 + (k % 5) },
    (_, a) => `${turn(file.names.given, k * 5 + a * 11)} ${turn(file.names.family, k * 3 + a * 7)}`,
  );
  return {
    // Above every number that month reached: no invented paper has the address of a real one.
    id: `2408.9${String(1001 + k * 13)}`,
    title,
    authors,
    categories: cats.split(' '),
    abstract: `${abstract.charAt(0).toUpperCase()}${abstract.slice(1)}`,
    announce,
    night,
    submitted: night === 1 ? '2024-08-20' : '2024-08-21',
    shelf,
    known: false,
  };
}

export function papersFrom(file: PapersFile): Paper[] {
  return [
    ...file.known.map((paper) => ({ ...paper, known: true })),
    ...file.invented.map((paper, k) => invent(file, paper, k)),
  ];
}
