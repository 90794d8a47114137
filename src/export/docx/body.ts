import type { Block, Inline } from '../tree.ts';
import { linkId, zipDocument } from './package.ts';
import { drawing, pictureIn, type Picture } from './picture.ts';
import { escapeXml } from './xml.ts';

/**
 * A tree as a Word file. A picture that is stored here is put in; any other is printed as its description with a link.
 *
 * @param stored The data: address of each stored picture, by the address it is printed with.
 */
export function blocksToDocx(
  title: string,
  subtitle: string,
  blocks: readonly Block[],
  stored: ReadonlyMap<string, string> = new Map(),
): Uint8Array {
  const links: string[] = [];
  const pictures: Picture[] = [];
  const addressOf = (url: string): string => {
    const known = links.indexOf(url);
    return linkId(known >= 0 ? known : links.push(url) - 1);
  };
  const pictureAt = (url: string, alt: string): string | null => {
    const picture = pictureIn(stored.get(url) ?? url);
    return picture === null ? null : drawing(picture, alt, pictures.push(picture));
  };
  const place: Places = { addressOf, pictureAt };
  const head = [
    wordParagraph(run(title), 'Heading1'),
    ...(subtitle === '' ? [] : [wordParagraph(run(subtitle, ['emphasis']))]),
  ];
  const body = blocks.map((block) => blockXml(block, place, ''));
  return zipDocument([...head, ...body].join(''), links, pictures);
}

/** Links and pictures stand in parts of their own; the text refers to them. */
interface Places {
  /** The id of the link to an address. */
  addressOf: (url: string) => string;
  /** The run that shows a picture; null when it is not stored here. */
  pictureAt: (url: string, alt: string) => string | null;
}

function blockXml(block: Block, place: Places, style: string): string {
  switch (block.kind) {
    case 'heading':
      return wordParagraph(inlineXml(block.of, place), `Heading${block.level}`);
    case 'paragraph':
      return wordParagraph(inlineXml(block.of, place), style);
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.start === null ? '•' : `${block.start + index}.`;
          return wordParagraph(`${run(`${mark} `)}${inlineXml(item, place)}`, style);
        })
        .join('');
    case 'quote':
      return block.of.map((inner) => blockXml(inner, place, 'Quote')).join('');
    case 'code':
      return block.text
        .split('\n')
        .map((line) => wordParagraph(run(line, ['code']), style))
        .join('');
    case 'rule':
      return wordParagraph(run('* * *'), style);
  }
}

/** Properties of a run, in the order in which the schema asks for them (ECMA-376, Part 1, 17.3.2). */
const MARKS = {
  link: '<w:rStyle w:val="Hyperlink"/>',
  code: '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>',
  strong: '<w:b/>',
  emphasis: '<w:i/>',
  delete: '<w:strike/>',
} as const;
type Mark = keyof typeof MARKS;

function inlineXml(of: readonly Inline[], place: Places, marks: readonly Mark[] = []): string {
  return of
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return run(inline.text, marks);
        case 'code':
          return run(inline.text, [...marks, 'code']);
        case 'break':
          return '<w:r><w:br/></w:r>';
        case 'strong':
        case 'emphasis':
        case 'delete':
          return inlineXml(inline.of, place, [...marks, inline.kind]);
        case 'link':
          return hyperlink(inline.url, inlineXml(inline.of, place, [...marks, 'link']), place);
        case 'image':
          return (
            place.pictureAt(inline.url, inline.alt) ??
            hyperlink(inline.url, run(`[${inline.alt}]`, [...marks, 'link']), place)
          );
      }
    })
    .join('');
}

function hyperlink(url: string, content: string, place: Places): string {
  return `<w:hyperlink r:id="${place.addressOf(url)}">${content}</w:hyperlink>`;
}

/** A run of text with its marks. */
export function run(text: string, marks: readonly Mark[] = []): string {
  const set = Object.entries(MARKS).flatMap(([mark, xml]) => (marks.includes(mark as Mark) ? [xml] : []));
  const properties = set.length === 0 ? '' : `<w:rPr>${set.join('')}</w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export function wordParagraph(runs: string, style = ''): string {
  return `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`;
}
