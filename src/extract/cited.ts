import { Element } from 'domhandler';
import type { Block } from './blocks.ts';
import { absolute } from './metadata/facts.ts';

/** More links than this are no citations but a list. */
const MOST = 30;

/** The addresses that the article's own paragraphs link to, each once, in their order; at most 30. */
export function citedLinks(blocks: readonly Block[], text: string, base: string): string[] {
  const links = new Set<string>();
  const paragraphs = new Set(text.split('\n\n'));
  for (const { nodes, linked, text: paragraph } of blocks) {
    if (linked === 0 || linked === paragraph.length || !paragraphs.has(paragraph)) continue;
    for (const node of nodes) {
      const link = absolute(anchorOf(node.parent)?.attribs['href'], base);
      if (link !== null && /^https?:/.test(link)) links.add(link);
    }
  }
  return [...links].slice(0, MOST);
}

/** The link around a piece of text, or null. */
function anchorOf(node: unknown): Element | null {
  if (!(node instanceof Element)) return null;
  return node.name === 'a' ? node : anchorOf(node.parent);
}
