import { strToU8, zipSync } from 'fflate';
import { pictureId, type Picture } from './picture.ts';
import { escapeXml } from './xml.ts';

/**
 * A Word file: a zip of XML parts (ECMA-376, Part 2). Written here rather than by a library, because those put the
 * clock and random ids into the file, and an export of an unchanged issue must have the same bytes.
 */
export function zipDocument(body: string, links: readonly string[], pictures: readonly Picture[] = []): Uint8Array {
  const parts = {
    '[Content_Types].xml': contentTypes(pictures),
    '_rels/.rels': relationships([{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }]),
    'word/document.xml': `${XML}<w:document xmlns:w="${W}" xmlns:r="${OFFICE}/relationships"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/_rels/document.xml.rels': relationships([
      { id: 'rIdStyles', type: 'styles', target: 'styles.xml' },
      ...links.map((target, index) => ({ id: linkId(index), type: 'hyperlink', target })),
      ...pictures.map((picture, index) => {
        return { id: pictureId(index + 1), type: 'image', target: mediaName(picture, index) };
      }),
    ]),
  };
  const media = pictures.map((picture, index) => [`word/${mediaName(picture, index)}`, picture.bytes] as const);
  const files = [...Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const), ...media];
  // The first moment that a zip can name, in local time as zip has it.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1), level: 6 });
}

function mediaName({ end }: Picture, index: number): string {
  return `media/picture${index + 1}.${end}`;
}

/** The id under which the link of that number in the list is referred to. */
export function linkId(index: number): string {
  return `rIdLink${index + 1}`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The kinds of the parts; of pictures only those that the file holds. */
function contentTypes(pictures: readonly Picture[]): string {
  const ends = [...new Set(pictures.map(({ end }) => end))];
  const kinds = ends.map((end) => `<Default Extension="${end}" ContentType="image/${end}"/>`).join('');
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${kinds}<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/></Types>`;
}

/** Sizes are half points: a text of 11 points under headings of 20 to 12. */
const STYLES = `${XML}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Malgun Gothic"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[40, 32, 28, 26, 24, 24].map(headingStyle).join('')}<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="567"/></w:pPr></w:style><w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style></w:styles>`;

function headingStyle(size: number, index: number): string {
  const level = index + 1;
  return `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="${index}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`;
}

function relationships(list: readonly { id: string; type: string; target: string }[]): string {
  const each = list.map(({ id, type, target }) => {
    const mode = type === 'hyperlink' ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${escapeXml(target)}"${mode}/>`;
  });
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}
