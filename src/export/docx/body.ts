import type { Block, Inline } from '../tree.ts';
import { escapeXml, linkId, zipDocument } from './package.ts';

/** A tree as a Word file. A picture is printed as its description with a link to it. */
export function blocksToDocx(title: string, subtitle: string, blocks: readonly Block[]): Uint8Array {
  const links: string[] = [];
  const addressOf = (url: string): string => {
    const known = links.indexOf(url);
    return linkId(known >= 0 ? known : links.push(url) - 1);
  };
  const head = [
    wordParagraph(run(title), 'Heading1'),
    ...(subtitle === '' ? [] : [wordParagraph(run(subtitle, ['emphasis']))]),
  ];
  const body = blocks.map((block) => blockXml(block, addressOf, ''));
  return zipDocument([...head, ...body].join(''), links);
}

type AddressOf = (url: string) => string;

function blockXml(block: Block, addressOf: AddressOf, style: string): string {
  switch (block.kind) {
    case 'heading':
      return wordParagraph(inlineXml(block.of, addressOf), `Heading${block.level}`);
    case 'paragraph':
      return wordParagraph(inlineXml(block.of, addressOf), style);
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.start === null ? '•' : `${block.start + index}.`;
          return wordParagraph(`${run(`${mark} `)}${inlineXml(item, addressOf)}`, style);
        })
        .join('');
    case 'quote':
      return block.of.map((inner) => blockXml(inner, addressOf, 'Quote')).join('');
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

function inlineXml(of: readonly Inline[], addressOf: AddressOf, marks: readonly Mark[] = []): string {
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
          return inlineXml(inline.of, addressOf, [...marks, inline.kind]);
        case 'link':
          return hyperlink(inline.url, inlineXml(inline.of, addressOf, [...marks, 'link']), addressOf);
        case 'image':
          return hyperlink(inline.url, run(`[${inline.alt}]`, [...marks, 'link']), addressOf);
      }
    })
    .join('');
}

function hyperlink(url: string, content: string, addressOf: AddressOf): string {
  return `<w:hyperlink r:id="${addressOf(url)}">${content}</w:hyperlink>`;
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
