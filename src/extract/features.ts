import { Element } from 'domhandler';
import type { Block } from './blocks.ts';
import { PageSums } from './page-sums.ts';
import { ENCLOSURES, type Places, type Surroundings } from './surroundings.ts';
import { PHRASES, type TextShape, textShape } from './text-shape.ts';
import { type Witness, witnessed, wordOverlap, wordsOf } from './witness.ts';

/** What the features of a page's blocks are computed from. */
export interface PageView {
  blocks: readonly Block[];
  /** With what Readability kept filled in. */
  places: Places;
  /** Share of each block's characters that Readability kept, by index. */
  readable: readonly number[];
  title: string;
  /** What the page's structured data and its description say the text is. */
  body: Witness;
  description: Witness;
}

/** One block with all that its features look at. */
interface BlockView {
  page: PageView;
  sums: PageSums;
  index: number;
  block: Block;
  shape: TextShape;
  /** Its words in lower case; none where they are not looked at. */
  words: readonly string[];
  /** The block's own element, its parent, grandparent and great-grandparent. */
  places: readonly [Surroundings, Surroundings, Surroundings, Surroundings];
}

type Feature = (view: BlockView) => number;

/** Longer texts are not compared with the title. */
const MAX_TITLE = 400;

const TAGS = ['p', 'li', 'h1', 'h2', 'h3', 'div', 'pre', 'dd', 'blockquote'] as const;
const UP = [1, 2, 3] as const;
const NEAR = [-2, -1, 1, 2] as const;

/**
 * The features of the block classifier, one line each: what the text looks like, where it stands, what Readability made
 * of it and of its neighbours. Changing one means training again (scripts/extract/train.ts).
 */
const FEATURES: Readonly<Record<string, Feature>> = {
  chars: ({ block }) => block.text.length,
  words: ({ shape }) => shape.words,
  wordLength: ({ block, shape }) => block.text.length / shape.words,
  commas: ({ shape }) => shape.commas,
  stops: ({ shape }) => shape.stops,
  digits: ({ block, shape }) => shape.digits / block.text.length,
  capitals: ({ block, shape }) => shape.capitals / block.text.length,
  latin: ({ block, shape }) => shape.latin / block.text.length,
  titleCase: ({ shape }) => shape.titleCase,
  endsSentence: ({ shape }) => Number(shape.endsSentence),
  linkShare: ({ block }) => linkShare(block),
  onlyBold: ({ block }) => Number(block.nodes.every((node) => node.data.trim() === '' || isBold(node.parent))),
  ...each([...Object.keys(PHRASES).entries()], ([at, name]) => [name, ({ shape }) => Number(shape.phrases[at])]),
  ...each(TAGS, (name) => [`is:${name}`, ({ block }) => Number(block.element.name === name)]),

  depth: ({ places }) => places[0].depth,
  cutBy: ({ places }) => places[0].cutBy,
  good: ({ places }) => places[0].good,
  bad: ({ places }) => places[0].bad,
  ownBad: ({ places }) => Number(places[0].ownBad),
  hidden: ({ places }) => places[0].hidden,
  ...each(ENCLOSURES, (name) => [`in:${name}`, ({ places }) => places[0].inside[name]]),

  bulk: ({ places }) => places[0].bulk,
  ...each(UP, (up) => [`chars^${up}`, ({ places }) => places[up].chars]),
  ...each(UP, (up) => [`blocks^${up}`, ({ places }) => places[up].blocks]),
  ...each(UP, (up) => [`linkShare^${up}`, ({ places }) => places[up].linked / (places[up].chars + 1)]),
  ...each(UP, (up) => [`running^${up}`, ({ page, places }) => places[up].running / (page.places.running + 1)]),
  ...each(UP, (up) => [`kept^${up}`, ({ places }) => places[up].kept / (places[up].chars + 1)]),

  charsBefore: ({ sums, index }) => (sums.charsBefore[index] ?? 0) / sums.chars,
  afterHeading: ({ sums, index }) => sums.afterHeading[index] ?? 0,
  afterH1: ({ sums, index }) => sums.afterH1[index] ?? 0,
  runningBefore: ({ sums, index }) => sums.runningBefore[index] ?? 0,
  runningAfter: ({ sums, index }) => sums.runningAfter[index] ?? 0,
  ...each(NEAR, (by) => [`chars@${by}`, ({ page, index }) => page.blocks[index + by]?.text.length ?? 0]),
  ...each(NEAR, (by) => [`linkShare@${by}`, ({ page, index }) => linkShare(page.blocks[index + by])]),

  kept: ({ page, index }) => page.readable[index] ?? 0,
  keptWindow: ({ sums, index }) => sums.keptWindow(index),
  fromFirstKept: ({ sums, index }) => index - sums.firstKept,
  fromLastKept: ({ sums, index }) => index - sums.lastKept,
  ...each(NEAR, (by) => [`kept@${by}`, ({ page, index }) => page.readable[index + by] ?? -1]),

  samePathBefore: ({ sums, index }) => Number(sums.paths[index - 1] === sums.paths[index]),
  samePathAfter: ({ sums, index }) => Number(sums.paths[index + 1] === sums.paths[index]),
  pathChars: ({ sums, index }) => sums.onPath(index).chars / sums.chars,
  pathRunning: ({ sums, index }) => sums.onPath(index).running / sums.onPath(index).chars,
  pathKept: ({ sums, index }) => sums.onPath(index).kept / sums.onPath(index).chars,
  repeated: ({ sums, block }) => sums.repeats.get(block.text) ?? 1,

  likeTitle: ({ sums, block, words }) =>
    block.text.length > MAX_TITLE ? 0 : wordOverlap(sums.titleWords, new Set(words)),
  inBody: ({ page, words }) => witnessed(page.body, words),
  inDescription: ({ page, words }) => witnessed(page.description, words),
};

/** Names of the features, in the order of the rows. */
export const FEATURE_NAMES: readonly string[] = Object.keys(FEATURES);
const COLUMNS = Object.values(FEATURES);

/** One row of features a block, in the order of FEATURE_NAMES. */
export function blockFeatures(page: PageView): Float32Array[] {
  const sums = new PageSums(page.blocks, page.readable, page.title);
  const witnesses = page.body !== null || page.description !== null;
  return page.blocks.map((block, index) => {
    const at = (levels: number): Surroundings => page.places.at(block.element, levels);
    const places = [at(0), at(1), at(2), at(3)] as const;
    const compared = witnesses || block.text.length <= MAX_TITLE;
    const words = compared ? wordsOf(block.text) : [];
    const view = { page, sums, index, block, shape: textShape(block.text), words, places };
    const row = new Float32Array(COLUMNS.length);
    for (let column = 0; column < row.length; column++) row[column] = COLUMNS[column]?.(view) ?? 0;
    return row;
  });
}

function each<T>(keys: readonly T[], make: (key: T) => [string, Feature]): Record<string, Feature> {
  return Object.fromEntries(keys.map(make));
}

/** -1 beyond the page's ends. */
function linkShare(block: Block | undefined): number {
  return block ? block.linked / block.text.length : -1;
}

function isBold(parent: unknown): boolean {
  return parent instanceof Element && /^(?:b|strong|em|i|u)$/.test(parent.name);
}
