import { type Document, Element, Text } from 'domhandler';
import type { Block } from './blocks.ts';

/** The attribute that carries a block's number. */
export const MARK = 'data-block';

/** Elements without content or end tag (HTML Living Standard, "Void elements"). */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Attributes that Readability 0.6 looks at. */
const READ_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'aria-hidden aria-modal class colspan content datatable hidden href id itemprop name property rel role rowspan ' +
    'style summary'
  ).split(' '),
);
/** Of these it looks at whatever might be a picture's address. */
const PICTURES: ReadonlySet<string> = new Set(['embed', 'figure', 'img', 'picture']);
/** Elements without text that it passes over. */
const UNREAD: ReadonlySet<string> = new Set(['link']);
const ATTRIBUTE_NAME = /^[^\s"'<>/=]+$/;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Writes a tree as well-formed markup for Readability's parser, without what Readability does not look at. Every text
 * carries its block's number: on the block's element where that is the only block right inside, else on a span.
 *
 * @param isCut elements that are left out with all they hold
 */
export function markUp(root: Document, blocks: readonly Block[], isCut: (element: Element) => boolean): string {
  const blockOf = new Map<Text, number>();
  const whole = new Map<Element, number | null>();
  for (const [index, block] of blocks.entries()) {
    for (const node of block.nodes) blockOf.set(node, index);
    whole.set(block.element, whole.has(block.element) ? null : index);
  }

  const writeAll = (parent: Document | Element, marked: number | null): string => {
    let markup = '';
    for (const child of parent.children) {
      if (child instanceof Text) markup += writeText(child, marked);
      else if (child instanceof Element) markup += writeElement(child, marked);
    }
    return markup;
  };

  const writeText = (node: Text, marked: number | null): string => {
    const block = blockOf.get(node);
    // Blanks between blocks: half of all nodes, and no text.
    if (block === undefined) return '';
    return block === marked ? escape(node.data) : `<span ${MARK}="${block}">${escape(node.data)}</span>`;
  };

  const writeElement = (element: Element, marked: number | null): string => {
    const { name } = element;
    if (UNREAD.has(name) || isCut(element)) return '';
    const own = whole.get(element) ?? null;
    const open = `<${name}${attributes(element)}${own === null ? '' : ` ${MARK}="${own}"`}`;
    return VOID.has(name) ? `${open}/>` : `${open}>${writeAll(element, own ?? marked)}</${name}>`;
  };

  const markup = writeAll(root, null);
  return hasBody(root) ? markup : `<html><body>${markup}</body></html>`;
}

function attributes({ name, attribs }: Element): string {
  let markup = '';
  for (const key in attribs)
    if (READ_ATTRIBUTES.has(key) || (PICTURES.has(name) && ATTRIBUTE_NAME.test(key)))
      markup += ` ${key}="${escape(attribs[key] ?? '')}"`;
  return markup;
}

function hasBody(root: Document): boolean {
  const html = root.children.find((child) => child instanceof Element && child.name === 'html');
  return html instanceof Element && html.children.some((child) => child instanceof Element && child.name === 'body');
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
}
