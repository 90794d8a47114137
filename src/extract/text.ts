import { withoutInvisible } from '../text/invisible.ts';
import { type Block, textBlocks } from './blocks.ts';
import { articleBlocks, BLOCK_MODEL } from './classify.ts';
import { embeddedText } from './embedded.ts';
import type { PageView } from './features.ts';
import type { Forest } from './forest.ts';
import type { Claim, PageFacts } from './metadata/facts.ts';
import { textsOf } from './metadata/jsonld.ts';
import type { Page } from './page.ts';
import { readable } from './readable.ts';
import { Places } from './surroundings.ts';
import { withoutTail } from './tail.ts';
import { witness } from './witness.ts';

/** Less than this is a teaser or a notice; another part of the page may have the article. */
const SHORT = 250;

export interface PageText {
  /** Paragraphs separated by a blank line; null when the page has no article. */
  text: Claim<string> | null;
  /** What was cut and why, a line each. */
  cut: string[];
  /** All blocks of the page, the article's and others. */
  blocks: readonly Block[];
}

/**
 * The article's text: Readability on the pruned page is the first witness, a classifier of text blocks decides. Where
 * that leaves next to nothing, the longest of what structured data, scripts and Readability alone have. Rules and
 * figures: docs/notes/extraction.md.
 *
 * @param model another one only in cross-validation
 */
export function readText(page: Page, facts: PageFacts, title: string, model: Forest = BLOCK_MODEL): PageText {
  const view = viewOf(page, facts, title);
  const kept = withoutTail(articleBlocks(view, model));
  const text: Claim<string> = { value: join(kept), from: 'page' };
  if (text.value.length < SHORT) {
    const better = fallbacks(page, facts, view).find(
      (other) => other.value.length >= Math.max(SHORT, 2 * text.value.length),
    );
    if (better) return { text: better, cut: [], blocks: view.blocks };
  }
  return { text: text.value === '' ? null : text, cut: cutLines(view, new Set(kept)), blocks: view.blocks };
}

/** Everything about the page's blocks that the classifier looks at. */
export function viewOf(page: Page, facts: PageFacts, title: string): PageView {
  const blocks = textBlocks(page.root);
  const places = new Places(blocks);
  const shares =
    readable(page.root, blocks, places, true) ?? (places.anyCut ? readable(page.root, blocks, places, false) : null);
  if (shares) places.keep(blocks, shares);
  return {
    blocks,
    places,
    readable: shares ?? blocks.map(() => 0),
    title,
    body: witness(bodyOf(facts)),
    description: witness(facts.metas.get('og:description')?.[0] ?? facts.metas.get('description')?.[0] ?? ''),
  };
}

function fallbacks(page: Page, facts: PageFacts, { blocks, readable: shares }: PageView): Claim<string>[] {
  return [
    { value: paragraphs(bodyOf(facts)), from: 'json-ld' },
    { value: embeddedText(page.scripts), from: 'script' },
    { value: join(blocks.filter((_, index) => (shares[index] ?? 0) >= 0.5)), from: 'page' },
  ];
}

function bodyOf({ article }: PageFacts): string {
  return textsOf(article?.['articleBody'])[0] ?? '';
}

function join(blocks: readonly Block[]): string {
  return withoutInvisible(blocks.map((block) => block.text).join('\n\n'));
}

function paragraphs(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n');
}

/** What was left out, summed by why: "navigation: 12 blocks, 340 characters". */
function cutLines({ blocks, places }: PageView, kept: ReadonlySet<Block>): string[] {
  const sums = new Map<string, { blocks: number; chars: number }>();
  for (const block of blocks) {
    if (kept.has(block)) continue;
    const why = places.at(block.element).cutWhy ?? 'not part of the article';
    const sum = sums.get(why) ?? { blocks: 0, chars: 0 };
    sums.set(why, { blocks: sum.blocks + 1, chars: sum.chars + block.text.length });
  }
  return [...sums].map(([why, sum]) => `${why}: ${sum.blocks} blocks, ${sum.chars} characters`);
}
