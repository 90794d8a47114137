/**
 * Learns the weights that the papers ranker starts with, before a team has decided anything, from what public editors
 * picked (../shared/data/curation), and writes them to src/curate/rank/papers-start.json. Words and figures only, no
 * texts: docs/adr/papers-start.md.
 *
 *   node --import tsx scripts/train-papers.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { trainPapers } from '../src/curate/rank/papers-train.ts';

const DATA = '../shared/data/curation/';
/** Of the papers that nobody picked every fourth is enough to tell what is ordinary. */
const UNPICKED_STEP = 4;
/** Weights nearer to 0 than this change no rank; the strongest of the rest ship. */
const LEAST = 0.12;
const MOST = 3000;

const candidateSchema = z.object({
  id: z.string(),
  published: z.string(),
  title: z.string(),
  abstract: z.string(),
  authors: z.array(z.string()),
  categories: z.array(z.string()),
});
const pickSchema = z.object({ id: z.string(), editor: z.string(), date: z.string(), upvotes: z.number().optional() });

function rows<T>(files: readonly string[], schema: z.ZodType<T>): T[] {
  const lines = files.flatMap((file) =>
    gunzipSync(readFileSync(DATA + file))
      .toString('utf8')
      .trim()
      .split('\n'),
  );
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

const candidates = rows(['candidates-warmup.jsonl.gz', 'candidates-dev.jsonl.gz'], candidateSchema);
// A community pick counts when twenty people agreed.
const picks = rows(['picks-warmup.jsonl.gz', 'picks-dev.jsonl.gz'], pickSchema).filter(
  ({ editor, upvotes = 0 }) => editor !== 'hf' || upvotes >= 20,
);
const picked = new Set(picks.map(({ id }) => id));
const unpicked = candidates.filter(({ id }) => !picked.has(id)).filter((_, index) => index % UNPICKED_STEP === 0);
const used = [...candidates.filter(({ id }) => picked.has(id)), ...unpicked];
const storyOf = new Map(used.map(({ id }, index) => [id, index]));

const model = trainPapers(
  used.map((paper, story) => ({ ...paper, story, published: Date.parse(paper.published) })),
  picks.flatMap(({ id, date }) => {
    const story = storyOf.get(id);
    return story === undefined ? [] : [{ story, label: 'editors', at: Date.parse(date) }];
  }),
  { label: 'editors', now: Math.max(...picks.map(({ date }) => Date.parse(date))) },
);
const kept = Object.entries(model.weights)
  .filter(([, weight]) => Math.abs(weight) >= LEAST)
  .sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || a.localeCompare(b))
  .slice(0, MOST)
  .map(([name, weight]) => [name, Math.round(weight * 1000) / 1000] as const)
  .sort(([a], [b]) => a.localeCompare(b));
writeFileSync('src/curate/rank/papers-start.json', `${JSON.stringify(Object.fromEntries(kept))}\n`);
console.log(`${used.length} papers, ${model.picks} of them picked; ${kept.length} weights written`);
