/**
 * Writes the tables of docs/notes/extraction.md and docs/notes/metadata.md from ../shared/data/extraction. Trains five
 * times; some minutes.
 *
 *   node --import tsx scripts/tables/extraction.ts
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { extractArticle } from '../../src/extract/article.ts';
import { textBlocks } from '../../src/extract/blocks.ts';
import { parsePage } from '../../src/extract/page.ts';
import { readable } from '../../src/extract/readable.ts';
import { Places } from '../../src/extract/surroundings.ts';
import { type GoldPage, readGoldPages, score } from '../extract/data.ts';
import { crossValidate, labelPage, TRAINING } from '../extract/examples.ts';
import { table, writeBetweenMarkers } from './write-table.ts';

type Predictions = Record<string, object>;

const SETS = ['sh', 'fundus', 'wcxb', 'moz'] as const;
const pages = readGoldPages();

const predict = (read: (page: GoldPage) => object): Predictions =>
  Object.fromEntries(pages.map((page) => [page.id, read(page)]));

const plain = predict(({ html }) => {
  try {
    return { text: new Readability(parseHTML(html).document).parse()?.textContent ?? '' };
  } catch {
    return { text: '' };
  }
});

const pruned = predict(({ html }) => {
  const { root } = parsePage(html);
  const blocks = textBlocks(root);
  const shares = readable(root, blocks, new Places(blocks), true) ?? [];
  return {
    text: blocks
      .filter((_, index) => (shares[index] ?? 0) >= 0.5)
      .map(({ text }) => text)
      .join('\n\n'),
  };
});

const shipped = predict(({ html, gold }) => {
  const { text, title, authors, publishedAs, image, canonicalUrl, language } = extractArticle(html, gold.url);
  return { text, title, author: authors, date: publishedAs, image, url: canonicalUrl, lang: language };
});

const ways: [string, Predictions][] = [
  ['Readability on linkedom', plain],
  ['pruned, then Readability', pruned],
  ['Nightdesk, cross-validated by site', crossValidate(pages.map(labelPage), TRAINING)],
  ['Nightdesk as it ships (has seen these pages)', shipped],
];
const three = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(3));

writeBetweenMarkers(
  'docs/notes/extraction.md',
  'figures',
  table(
    ['F1', ...SETS],
    ways.map(([name, predictions]) => {
      const scores = score(predictions);
      return [name, ...SETS.map((set) => three(scores[set]?.['F1']))];
    }),
  ),
);

const MEASURES = ['title', 'titleLoose', 'author', 'authorF1', 'date', 'dateP', 'image', 'lang', 'url'] as const;
const scores = score(shipped);
writeBetweenMarkers(
  'docs/notes/metadata.md',
  'figures',
  table(
    ['set', ...MEASURES],
    SETS.slice(1).map((set) => [set, ...MEASURES.map((name) => three(scores[set]?.[name]))]),
  ),
);
