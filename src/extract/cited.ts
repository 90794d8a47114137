import { type Document, Element } from 'domhandler';
import { textBlocks } from './blocks.ts';
import { absolute } from './metadata/facts.ts';

/** More links than this are no citations but a list. */
const MOST = 30;

/** The addresses that the article's own paragraphs link to, each once, in their order; at most 30. */
export function citedLinks(root: Document | Element, text: string, base: string): string[] {
  const links = new Set<string>();
  for (const { nodes, linked, text: paragraph } of textBlocks(root)) {
    if (linked === 0 || linked === paragraph.length || !text.includes(paragraph)) continue;
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
