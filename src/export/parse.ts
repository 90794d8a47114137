import type { Definition, List, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { mendEmphasis } from './emphasis.ts';
import { heading, isPrintable, linked, paragraph, text, type Block, type Inline } from './tree.ts';

/**
 * Reads an editor's Markdown (CommonMark). Raw HTML stays as the characters that were typed, nested lists and lists of
 * paragraphs become flat, references become links, addresses that may not be printed leave their words.
 *
 * @param level Level of the heading above the text; its own headings come below.
 */
export function parseMarkdown(markdown: string, level = 1): Block[] {
  const root = fromMarkdown(mendEmphasis(markdown));
  const definitions = new Map<string, Definition>();
  for (const node of root.children) if (node.type === 'definition') definitions.set(node.identifier, node);
  return root.children.flatMap((node) => blockOf(node, { level, definitions }));
}

interface Context {
  level: number;
  definitions: ReadonlyMap<string, Definition>;
}

function blockOf(node: RootContent, context: Context): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(...inlinesOf(node.children, context))];
    case 'heading':
      return [heading(context.level + Math.max(node.depth - 1, 1), ...inlinesOf(node.children, context))];
    case 'blockquote':
      return [{ kind: 'quote', of: node.children.flatMap((child) => blockOf(child, context)) }];
    case 'list':
      return [{ kind: 'list', start: node.ordered ? (node.start ?? 1) : null, items: itemsOf(node, context) }];
    case 'code':
      return [{ kind: 'code', text: node.value }];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    case 'html':
      return [paragraph(text(node.value))];
    case 'definition':
    case 'footnoteDefinition':
    case 'listItem':
    case 'table':
    case 'tableCell':
    case 'tableRow':
    case 'yaml':
      return [];
    // Inline content never stands alone in a parsed document.
    case 'break':
    case 'delete':
    case 'emphasis':
    case 'footnoteReference':
    case 'image':
    case 'imageReference':
    case 'inlineCode':
    case 'link':
    case 'linkReference':
    case 'strong':
    case 'text':
      return [paragraph(...inlineOf(node, context))];
  }
}

/** The items of a list, each one line: a second paragraph comes behind a space, nested items behind their parent. */
function itemsOf(node: List, context: Context): Inline[][] {
  return node.children.flatMap((item) => {
    const own = item.children.filter((child) => child.type !== 'list').flatMap((child) => blockOf(child, context));
    const nested = item.children.flatMap((child) => (child.type === 'list' ? itemsOf(child, context) : []));
    return [oneLine(own), ...nested];
  });
}

/** Blocks as one line. */
export function oneLine(blocks: readonly Block[]): Inline[] {
  return blocks
    .map((block): readonly Inline[] => {
      switch (block.kind) {
        case 'paragraph':
        case 'heading':
          return block.of;
        case 'quote':
          return oneLine(block.of);
        case 'list':
          return oneLine(block.items.map((of) => ({ kind: 'paragraph', of })));
        case 'code':
          return [{ kind: 'code', text: block.text.replace(/\s+/g, ' ') }];
        case 'rule':
          return [];
      }
    })
    .filter((line) => line.length > 0)
    .flatMap((line, index) => (index === 0 ? line : [text(' '), ...line]));
}

function inlinesOf(nodes: readonly PhrasingContent[], context: Context): Inline[] {
  return nodes.flatMap((node) => inlineOf(node, context));
}

function inlineOf(node: PhrasingContent, context: Context): readonly Inline[] {
  switch (node.type) {
    case 'text':
    case 'html':
      // A line end inside a paragraph is a space to readers; editors that keep it would print a break.
      return [text(node.value.replace(/\s*\n\s*/g, ' '))];
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'break':
      return [{ kind: 'break' }];
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ kind: node.type, of: inlinesOf(node.children, context) }];
    case 'link':
      return linked(node.url, inlinesOf(node.children, context));
    case 'linkReference':
      return linked(context.definitions.get(node.identifier)?.url ?? '', inlinesOf(node.children, context));
    case 'image':
      return imageOf(node.url, node.alt ?? '');
    case 'imageReference':
      return imageOf(context.definitions.get(node.identifier)?.url ?? '', node.alt ?? '');
    case 'footnoteReference':
      return [];
  }
}

/** A picture on the web, or one that places a figure of the feature; of any other only its description is kept. */
function imageOf(url: string, alt: string): Inline[] {
  if (isPrintable(url) || url.startsWith('figure:')) return [{ kind: 'image', url, alt }];
  return alt === '' ? [] : [text(alt)];
}
