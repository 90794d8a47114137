import type { Block } from './blocks.ts';
import model from './block-model.json' with { type: 'json' };
import { blockFeatures, type PageView } from './features.ts';
import { predict } from './forest.ts';

/** A block belongs to the article when the model is at least this sure; chosen by cross-validation over sites. */
export const THRESHOLD = 0.5;

/** The blocks of a page that are its article, in order. Trained by scripts/extract/train.ts on public gold texts. */
export function articleBlocks(page: PageView): Block[] {
  const rows = blockFeatures(page);
  return page.blocks.filter((_, index) => {
    const row = rows[index];
    return row !== undefined && predict(model, row) >= THRESHOLD;
  });
}
