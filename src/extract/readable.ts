import { Readability } from '@mozilla/readability';
import { type Document, Element, Text } from 'domhandler';
import { parseHTML } from 'linkedom';
import type { Block } from './blocks.ts';
import type { Places } from './surroundings.ts';

/** Carries a block's number through Readability, which keeps unknown attributes. */
const MARK = 'data-block';

/** What linkedom's nodes offer of the DOM; the compiler knows no DOM here. */
interface DomNode {
  nodeType: number;
  data?: string;
  childNodes: Iterable<DomNode>;
  getAttribute?(name: string): string | null;
}

/**
 * How much of each block Readability (Mozilla's, on linkedom) counts as the article: share of its characters, 0 to 1, by
 * index. Null when Readability finds no article or throws, which it does on some trees.
 *
 * @param pruned leave out what prune.ts names before Readability sees the page
 */
export function readable(root: Document, blocks: readonly Block[], places: Places, pruned: boolean): number[] | null {
  const cut = (element: Element): boolean => pruned && places.isCut(element);
  const markup = new Markup(blocks, cut).render(root);
  const kept = blocks.map(() => 0);
  try {
    const { document } = parseHTML(markup);
    const article = new Readability(document, {
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
    if (mark !== null) kept[mark] = (kept[mark] ?? 0) + letters(node.data ?? '');
    return;
  }
  const own = node.getAttribute?.(MARK);
  const current = own === null || own === undefined ? mark : Number(own);
  for (const child of node.childNodes) count(child, current, kept);
}

function letters(text: string): number {
  return text.replace(/\s+/g, '').length;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const VOID: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);

/** Attributes that Readability 0.6 looks at; each one more is a node of the tree, and most pages have thousands. */
const READ_ATTRIBUTES: ReadonlySet<string> = new Set([
  'aria-hidden',
  'aria-modal',
  'class',
  'colspan',
  'content',
  'datatable',
  'hidden',
  'href',
  'id',
  'itemprop',
  'name',
  'property',
  'rel',
  'role',
  'rowspan',
  'style',
  'summary',
]);
/** Of these it looks at whatever might be a picture's address. */
const PICTURES: ReadonlySet<string> = new Set(['embed', 'figure', 'img', 'picture']);
/** Elements without text that it passes over. */
const UNREAD: ReadonlySet<string> = new Set(['link']);

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
}

/** Writes a tree as HTML with the blocks marked: on their element where it holds nothing else, else on a span. */
class Markup {
  private readonly blockOf = new Map<Text, number>();
  private readonly whole = new Map<Element, number | null>();

  private readonly cut: (element: Element) => boolean;

  constructor(blocks: readonly Block[], cut: (element: Element) => boolean) {
    this.cut = cut;
    blocks.forEach((block, index) => {
      for (const node of block.nodes) this.blockOf.set(node, index);
      this.whole.set(block.element, this.whole.has(block.element) ? null : index);
    });
  }

  render(parent: Document | Element): string {
    let html = '';
    for (const child of parent.children) {
      if (child instanceof Text) html += this.text(child);
      else if (child instanceof Element) html += this.element(child);
    }
    return html;
  }

  private text(node: Text): string {
    const block = this.blockOf.get(node);
    // Blanks between blocks: half of all nodes, and no text.
    if (block === undefined) return '';
    if (this.marked(node, block)) return escape(node.data);
    return `<span ${MARK}="${block}">${escape(node.data)}</span>`;
  }

  private marked(node: Text, block: number): boolean {
    for (let at = node.parent; at instanceof Element; at = at.parent) if (this.whole.get(at) === block) return true;
    return false;
  }

  private element(element: Element): string {
    const { name, attribs } = element;
    if (UNREAD.has(name) || this.cut(element)) return '';
    let open = `<${name}`;
    const whole = PICTURES.has(name);
    for (const key in attribs) if (whole || READ_ATTRIBUTES.has(key)) open += ` ${key}="${escape(attribs[key] ?? '')}"`;
    const block = this.whole.get(element);
    if (typeof block === 'number') open += ` ${MARK}="${block}"`;
    return VOID.has(name) ? `${open}>` : `${open}>${this.render(element)}</${name}>`;
  }
}
