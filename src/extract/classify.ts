import type { Block } from './blocks.ts';
import model from './block-model.json' with { type: 'json' };
import { blockFeatures, type PageView } from './features.ts';
import { type Forest, predict } from './forest.ts';

/** A block belongs to the article when the model is at least this sure; chosen by cross-validation over sites. */
const THRESHOLD = 0.5;

/** What decides over blocks; its features are those of features.ts, in their order. */
export type BlockModel = Pick<Forest, 'bias' | 'trees'>;

/** Trained by scripts/extract/train.ts on public gold texts. */
export const BLOCK_MODEL: BlockModel = model;

/** The blocks of a page that are its article, in order. */
export function articleBlocks(page: PageView, forest: BlockModel): Block[] {
  const rows = blockFeatures(page);
  return page.blocks.filter((_, index) => {
    const row = rows[index];
    return row !== undefined && predict(forest, row) >= THRESHOLD;
  });
}
