/**
 * Trains the classifier of text blocks and writes src/extract/block-model.json.
 *
 *   node --import tsx scripts/extract/train.ts [--check]
 *
 * --check trains five times on four fifths of the sites, predicts the fifth each time, prints the scores, writes nothing:
 * the honest figures, since the shipped model has seen every page.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { THRESHOLD } from '../../src/extract/classify.ts';
import { blockFeatures, FEATURE_NAMES } from '../../src/extract/features.ts';
import { predict } from '../../src/extract/forest.ts';
import { readFacts } from '../../src/extract/metadata/facts.ts';
import { readTitle } from '../../src/extract/metadata/title.ts';
import { parsePage } from '../../src/extract/page.ts';
import { viewOf } from '../../src/extract/text.ts';
import { type GoldPage, readGoldPages, score, siteOf } from './data.ts';
import { type Examples, train, type TrainOptions } from './gbt.ts';
import { labelBlocks, wordsOf } from './labels.ts';

const MODEL = fileURLToPath(new URL('../../src/extract/block-model.json', import.meta.url));
const FOLDS = 5;

const OPTIONS: TrainOptions = {
  trees: 150,
  depth: 5,
  rate: 0.08,
  lambda: 1,
  minHessian: 0.02,
  featureShare: 0.3,
  rowShare: 0.6,
  seed: 1,
};

interface LabelledPage {
  id: string;
  fold: number;
  texts: string[];
  rows: Float32Array[];
  labels: number[];
  weights: number[];
}

function labelPage(page: GoldPage): LabelledPage {
  const parsed = parsePage(page.html);
  const facts = readFacts(parsed, page.gold.url);
  const view = viewOf(parsed, facts, readTitle(facts)?.value ?? '');
  const texts = view.blocks.map((block) => block.text);
  const gold = page.gold.text ?? '';
  const goldWords = wordsOf(gold).length;
  // The gold of the set "moz" is Readability's own output: a regression set, so it counts half.
  const half = page.gold.set === 'moz' ? 0.5 : 1;
  return {
    id: page.id,
    fold: hash(siteOf(page)) % FOLDS,
    texts,
    rows: blockFeatures(view),
    labels: labelBlocks(texts, gold),
    // Scores are means over pages of shares of words: a word counts more on a short page.
    weights: texts.map((text) => half * Math.min(8, (wordsOf(text).length + 1) / Math.sqrt(goldWords + 50))),
  };
}

function examples(pages: readonly LabelledPage[]): Examples {
  return {
    rows: pages.flatMap((page) => page.rows),
    labels: pages.flatMap((page) => page.labels),
    weights: pages.flatMap((page) => page.weights),
  };
}

function check(pages: readonly LabelledPage[]): void {
  const predictions: Record<string, { text: string }> = {};
  for (let fold = 0; fold < FOLDS; fold++) {
    const forest = train(examples(pages.filter((page) => page.fold !== fold)), OPTIONS);
    for (const page of pages.filter((page) => page.fold === fold)) {
      const kept = page.texts.filter((_, i) => predict(forest, page.rows[i] ?? new Float32Array()) >= THRESHOLD);
      predictions[page.id] = { text: kept.join('\n\n') };
    }
  }
  for (const [set, { F1 = 0, P = 0, R = 0 }] of Object.entries(score(predictions)))
    console.log(`${set.padEnd(8)} F1 ${F1.toFixed(3)}  precision ${P.toFixed(3)}  recall ${R.toFixed(3)}`);
}

function write(pages: readonly LabelledPage[]): void {
  const { bias, trees } = train(examples(pages), OPTIONS);
  const short = (value: number): number => Number(value.toPrecision(5));
  const compact = trees.map(({ feature, threshold, right }) => ({ feature, threshold: threshold.map(short), right }));
  writeFileSync(MODEL, `${JSON.stringify({ features: FEATURE_NAMES, bias: short(bias), trees: compact })}\n`);
}

function hash(text: string): number {
  let value = 0;
  for (const char of text) value = (Math.imul(value, 31) + char.charCodeAt(0)) >>> 0;
  return value;
}

const pages = readGoldPages().map(labelPage);
if (process.argv.includes('--check')) check(pages);
else write(pages);
