import { type Document, Element, Text } from 'domhandler';

/** Elements that start and end a line of their own (HTML Living Standard, "Rendering", display: block and relatives). */
const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre search ' +
    'section select summary table tbody td tfoot th thead title tr ul button'
  ).split(' '),
);

/** One run of text between two block boundaries: a paragraph, a list item, a heading, a line of a menu. */
export interface Block {
  /** White space collapsed, never empty. */
  text: string;
  /** The nearest block element around it. */
  element: Element;
  nodes: Text[];
  /** Characters of `text` that are inside links. */
  linked: number;
}

/** The text blocks of a tree in document order; two line breaks in a row end a block as a paragraph would. */
export function textBlocks(root: Document | Element): Block[] {
  const blocks: Block[] = [];
  let nodes: Text[] = [];
  let linked = 0;
  let breaks = 0;

  const flush = (element: Element): void => {
    const text = collapse(nodes.map((node) => node.data).join(''));
    if (text !== '') blocks.push({ text, element, nodes, linked: Math.min(linked, text.length) });
    nodes = [];
    linked = 0;
    breaks = 0;
  };

  const visit = (parent: Document | Element, container: Element, inLink: boolean): void => {
    for (const child of parent.children) {
      if (child instanceof Text) {
        nodes.push(child);
        if (inLink) linked += collapse(child.data).length;
        if (/\S/.test(child.data)) breaks = 0;
      } else if (child instanceof Element) {
        if (child.name === 'br') {
          nodes.push(new Text('\n'));
          if (++breaks > 1) flush(container);
        } else if (BLOCK_TAGS.has(child.name)) {
          flush(container);
          visit(child, child, false);
          flush(child);
        } else {
          visit(child, container, inLink || child.name === 'a');
        }
      }
    }
  };

  const top = new Element('body', {}, root.children);
  visit(root, top, false);
  flush(top);
  return blocks;
}

/** Blank runs but single spaces: those need no replacing, and they are most. */
const UNEVEN_BLANKS = /[\s\u00ad\u200b]{2,}|[^\S ]|[\u00ad\u200b]/g;

function collapse(text: string): string {
  return text.replace(UNEVEN_BLANKS, ' ').trim();
}
