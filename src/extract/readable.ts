import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import type { Document, Element } from 'domhandler';
import type { Block } from './blocks.ts';
import { MARK, markUp } from './markup.ts';
import type { Places } from './surroundings.ts';

/** What the parser's nodes offer of the DOM; the compiler knows no DOM here. */
interface DomNode {
  nodeType: number;
  textContent: string;
  childNodes: readonly DomNode[];
  getAttribute?(name: string): string | undefined;
}

/**
 * How much of each block Readability (Mozilla's, on the parser that comes with it) counts as the article: share of its
 * characters, 0 to 1, by index. Null when Readability finds no article or throws, which it does on some trees.
 *
 * @param pruned leave out what prune.ts names before Readability sees the page
 */
export function readable(root: Document, blocks: readonly Block[], places: Places, pruned: boolean): number[] | null {
  const cut = (element: Element): boolean => pruned && places.isCut(element);
  const kept = blocks.map(() => 0);
  try {
    const article = new Readability(new JSDOMParser().parse(markUp(root, blocks, cut)), {
      disableJSONLD: true,
      keepClasses: true,
      serializer: (node: unknown) => node as DomNode,
    }).parse();
    if (!article?.content) return null;
    count(article.content, null, kept);
  } catch {
    return null;
  }
  return kept.map((chars, index) => Math.min(1, chars / letters(blocks[index]?.text ?? '')));
}

function count(node: DomNode, mark: number | null, kept: number[]): void {
  if (node.nodeType === 3) {
    if (mark !== null) kept[mark] = (kept[mark] ?? 0) + letters(node.textContent);
    return;
  }
  const own = node.getAttribute?.(MARK);
  const current = own === undefined ? mark : Number(own);
  for (const child of node.childNodes) count(child, current, kept);
}

function letters(text: string): number {
  return text.replace(/\s+/g, '').length;
}
