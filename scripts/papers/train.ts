// Writes the weights a new installation starts with (src/curate/rank/papers-start.json): the shipped ranker trained on
// the recorded weeks and what two newsletters picked of them. Words and weights only; no author, no text.
//   node --import tsx scripts/papers/train.ts
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LABELS, readPapers } from '../../src/cli/backtest/read-papers.ts';
import type { PaperModel } from '../../src/curate/rank/papers-model.ts';
import { trainPapers } from '../../src/curate/rank/papers-train.ts';

const DATA = fileURLToPath(new URL('../../../shared/data/curation/', import.meta.url));
const TARGET = fileURLToPath(new URL('../../src/curate/rank/papers-start.json', import.meta.url));
/** Terms kept: those that move a score most. */
const TERMS = 4000;

const { papers, picks } = await readPapers({
  candidates: ['warmup', 'dev'].map((part) => `${DATA}candidates-${part}.jsonl.gz`),
  picks: ['warmup', 'dev'].map((part) => `${DATA}picks-${part}.jsonl.gz`),
});
const now = Math.max(...picks.map(({ at }) => at)) + 1;
const model = trainPapers(
  papers.map(({ input }) => input),
  picks,
  { labels: LABELS.dair, now },
);
writeFileSync(TARGET, `${JSON.stringify(shipped(model), null, 2)}\n`);
process.stderr.write(`${model.picks} picks of ${papers.length} papers -> ${TARGET}\n`);

/** What ships: the heaviest terms and every trait, rounded. It counts as no pick of the team's own. */
function shipped({ taste, traits }: PaperModel): Pick<PaperModel, 'taste' | 'traits'> {
  const heaviest = Object.entries(taste).sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || (a < b ? -1 : 1));
  return {
    taste: Object.fromEntries(heaviest.slice(0, TERMS).map(([term, weight]) => [term, rounded(weight)])),
    traits: Object.fromEntries(
      Object.entries(traits).map(([trait, { weight, mean }]) => [
        trait,
        { weight: rounded(weight), mean: rounded(mean) },
      ]),
    ),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
