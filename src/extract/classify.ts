import type { Block } from './blocks.ts';
import model from './block-model.json' with { type: 'json' };
import { blockFeatures, type PageView } from './features.ts';
import { type Forest, plant, predict } from './forest.ts';
import { isRunning } from './surroundings.ts';

/** A block belongs to the article when the model is at least this sure; chosen by cross-validation over sites. */
const THRESHOLD = 0.5;
/**
 * An article is at least this share of the running text that pruning leaves. Where less is kept, Readability has thrown
 * out an article in pieces (a list of products), and the model has believed it: then doubt counts for the block.
 */
const LEAST_SHARE = 0.3;
const LENIENT_THRESHOLD = 0.05;

/** Decides over blocks by the features of features.ts; trained by scripts/extract/train.ts on public gold texts. */
export const BLOCK_MODEL: Forest = plant(model);

/** The blocks of a page that are its article, in order. */
export function articleBlocks(page: PageView, forest: Forest): Block[] {
  const rows = blockFeatures(page);
  const judged = page.blocks.map((block, index) => ({
    block,
    sure: predict(forest, rows[index] ?? new Float32Array()),
    uncut: page.places.at(block.element).cutBy === 0,
  }));
  const running = judged.filter(({ block, uncut }) => uncut && isRunning(block));
  const kept = running.filter(({ sure }) => sure >= THRESHOLD);
  const enough = totalChars(kept) >= LEAST_SHARE * totalChars(running);
  return judged
    .filter(({ sure, uncut }) => sure >= (enough || !uncut ? THRESHOLD : LENIENT_THRESHOLD))
    .map(({ block }) => block);
}

function totalChars(judged: readonly { block: Block }[]): number {
  return judged.reduce((sum, { block }) => sum + block.text.length, 0);
}
