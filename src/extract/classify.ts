import type { Block } from './blocks.ts';
import model from './block-model.json' with { type: 'json' };
import { blockFeatures, type PageView } from './features.ts';
import { type Forest, predict } from './forest.ts';
import { isRunning } from './surroundings.ts';

/** A block belongs to the article when the model is at least this sure; chosen by cross-validation over sites. */
const THRESHOLD = 0.5;
/**
 * An article is at least this share of the running text that pruning leaves. Where less is kept, Readability has thrown
 * out an article in pieces (a list of products), and the model has believed it: then doubt counts for the block.
 */
const LEAST_SHARE = 0.3;
const LENIENT_THRESHOLD = 0.05;

/** What decides over blocks; its features are those of features.ts, in their order. */
export type BlockModel = Pick<Forest, 'bias' | 'trees'>;

/** Trained by scripts/extract/train.ts on public gold texts. */
export const BLOCK_MODEL: BlockModel = model;

/** The blocks of a page that are its article, in order. */
export function articleBlocks(page: PageView, forest: BlockModel): Block[] {
  const rows = blockFeatures(page);
  const judged = page.blocks.map((block, index) => ({
    block,
    sure: predict(forest, rows[index] ?? new Float32Array()),
    uncut: page.places.levelsToCut(block.element) === 0,
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
