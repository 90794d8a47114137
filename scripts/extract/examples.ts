import { blockFeatures } from '../../src/extract/features.ts';
import { plant } from '../../src/extract/forest.ts';
import { type PageFacts, readFacts } from '../../src/extract/metadata/facts.ts';
import { readTitle } from '../../src/extract/metadata/title.ts';
import { type Page, parsePage } from '../../src/extract/page.ts';
import { readText, viewOf } from '../../src/extract/text.ts';
import { type GoldPage, siteOf } from './data.ts';
import { type Examples, train, type TrainOptions } from './gbt.ts';
import { labelBlocks, wordsOf } from './labels.ts';

/** What was tried besides stands in docs/notes/extraction.md. */
export const TRAINING: TrainOptions = {
  trees: 150,
  depth: 5,
  rate: 0.08,
  lambda: 1,
  minHessian: 0.02,
  featureShare: 0.3,
  rowShare: 0.6,
  seed: 1,
};
const FOLDS = 5;

/** A page with a row, a label and a weight for each of its blocks. */
export interface LabelledPage extends Examples {
  id: string;
  fold: number;
  page: Page;
  facts: PageFacts;
  title: string;
}

export function labelPage(goldPage: GoldPage): LabelledPage {
  const { id, gold, html } = goldPage;
  const page = parsePage(html);
  const facts = readFacts(page, gold.url);
  const title = readTitle(facts)?.value ?? '';
  const view = viewOf(page, facts, title);
  const texts = view.blocks.map((block) => block.text);
  const goldWords = wordsOf(gold.text ?? '').length;
  // The gold of the set "moz" is Readability's own output: a regression set, so it counts half.
  const half = gold.set === 'moz' ? 0.5 : 1;
  return {
    id,
    fold: hash(siteOf(goldPage)) % FOLDS,
    page,
    facts,
    title,
    rows: blockFeatures(view),
    labels: labelBlocks(texts, gold.text ?? ''),
    // Scores are means over pages of shares of words: a word counts more on a short page.
    weights: texts.map((text) => half * Math.min(8, (wordsOf(text).length + 1) / Math.sqrt(goldWords + 50))),
  };
}

export function examplesOf(pages: readonly LabelledPage[]): Examples {
  return {
    rows: pages.flatMap((page) => page.rows),
    labels: pages.flatMap((page) => page.labels),
    weights: pages.flatMap((page) => page.weights),
  };
}

/** Texts by page, each read with a model that has seen no page of its site. */
export function crossValidate(pages: readonly LabelledPage[], options: TrainOptions): Record<string, { text: string }> {
  const texts: Record<string, { text: string }> = {};
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = plant(train(examplesOf(pages.filter((page) => page.fold !== fold)), options));
    for (const { id, page, facts, title } of pages.filter((page) => page.fold === fold))
      texts[id] = { text: readText(page, facts, title, model).text?.value ?? '' };
  }
  return texts;
}

function hash(text: string): number {
  let value = 0;
  for (const char of text) value = (Math.imul(value, 31) + char.charCodeAt(0)) >>> 0;
  return value;
}
