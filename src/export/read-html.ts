import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { bullets, heading, linked, paragraph, text, type Block, type Inline } from './tree.ts';

/**
 * Reads HTML (a published page, a paste) into the tree, keeping what the tree can hold and losing no word: elements it
 * does not know give their content, a cell of a table and a term of a definition list become paragraphs.
 */
export function readHtml(html: string): Block[] {
  return readBlocks(parseDocument(html).children).filter((block) => !isEmpty(block));
}

/** What is on a page beside its text. */
const HIDDEN = new Set('script style template noscript svg iframe form button head select textarea input'.split(' '));
/** Elements that stand inside a line; all others part blocks. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i img ins kbd label mark q s samp small span strike strong sub sup time u var br'.split(
    ' ',
  ),
);

function readBlocks(nodes: readonly AnyNode[]): Block[] {
  const blocks: Block[] = [];
  let line: Inline[] = [];
  const endLine = (): void => {
    if (line.length > 0) blocks.push(paragraph(...line));
    line = [];
  };
  for (const node of nodes) {
    if (isText(node) || (isTag(node) && INLINE.has(node.name))) {
      line.push(...readInline(node));
    } else if (isTag(node) && !HIDDEN.has(node.name)) {
      endLine();
      blocks.push(...readBlock(node));
    }
  }
  endLine();
  return blocks.filter((block) => !isEmpty(block));
}

function readBlock(element: Element): Block[] {
  const level = /^h([1-6])$/.exec(element.name)?.[1];
  if (level !== undefined) return [heading(Number(level), ...readInlines(element.children))];
  switch (element.name) {
    case 'hr':
      return [{ kind: 'rule' }];
    case 'pre':
      return [{ kind: 'code', text: wordsOf(element).replace(/\n$/, '') }];
    case 'blockquote':
      return [{ kind: 'quote', of: readBlocks(element.children) }];
    case 'ul':
      return [bullets(readItems(element))];
    case 'ol':
      return [{ kind: 'list', start: Number(element.attribs['start'] ?? 1), items: readItems(element) }];
    default:
      return readBlocks(element.children);
  }
}

/** The items of a list as lines: an item's paragraphs behind a space, nested items behind their parent. */
function readItems(list: Element): Inline[][] {
  return list.children.filter(isTag).flatMap((item) => {
    const nested = item.children.filter(isTag).filter(({ name }) => name === 'ul' || name === 'ol');
    const own = readBlocks(item.children.filter((child) => !nested.includes(child as Element)));
    const line = own
      .flatMap((block) => ('of' in block && block.kind !== 'quote' ? [text(' '), ...block.of] : []))
      .slice(1);
    return [...(line.length > 0 ? [line] : []), ...nested.flatMap(readItems)];
  });
}

function readInlines(nodes: readonly AnyNode[]): Inline[] {
  return nodes.flatMap(readInline);
}

function readInline(node: AnyNode): Inline[] {
  if (isText(node)) return node.data === '' ? [] : [text(node.data.replace(/[ \t\r\n]+/g, ' '))];
  if (!isTag(node) || HIDDEN.has(node.name)) return [];
  const of = readInlines(node.children);
  switch (node.name) {
    case 'a':
      return [...linked(node.attribs['href'] ?? '', of)];
    case 'b':
    case 'strong':
      return [{ kind: 'strong', of }];
    case 'i':
    case 'em':
      return [{ kind: 'emphasis', of }];
    case 's':
    case 'del':
    case 'strike':
      return [{ kind: 'delete', of }];
    case 'code':
      return [{ kind: 'code', text: wordsOf(node) }];
    case 'br':
      return [{ kind: 'break' }];
    case 'img':
      return [{ kind: 'image', url: node.attribs['src'] ?? '', alt: node.attribs['alt'] ?? '' }];
    default:
      return of;
  }
}

function wordsOf(node: AnyNode): string {
  if (isText(node)) return node.data;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

function isEmpty(block: Block): boolean {
  if (block.kind === 'list') return block.items.length === 0;
  return 'of' in block && block.of.every((each) => each.kind === 'text' && each.text.trim() === '');
}
