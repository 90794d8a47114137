import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { strFromU8, unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';

/** A file that is not a Word file of ours; the message says what to do. */
export class DocxError extends Error {
  override name = 'DocxError';
}

/** More text than any issue has; a file that unpacks to more is not one. */
const MAX_XML_BYTES = 50_000_000;

/**
 * The tables of a Word file as rows of cells of text, paragraphs apart by a line end. Tracked changes are read as if
 * they were accepted. Throws DocxError.
 */
export function readTables(file: Uint8Array): string[][][] {
  const root = parseDocument(documentXml(file), { xmlMode: true });
  return within(root.children, 'w:tbl').map((table) =>
    within(table.children, 'w:tr').map((row) => within(row.children, 'w:tc').map(cellText)),
  );
}

function documentXml(file: Uint8Array): string {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(file, {
      filter: ({ name, originalSize }) => name === 'word/document.xml' && originalSize <= MAX_XML_BYTES,
    });
  } catch {
    throw new DocxError('This is not a Word file (.docx), or it is broken. Save it again from Word as .docx.');
  }
  const document = parts['word/document.xml'];
  if (document === undefined)
    throw new DocxError(
      'This file holds no Word document, or one too large to be an issue. Save it from Word as .docx.',
    );
  return strFromU8(document);
}

/** The nearest elements of a name, not those inside another of them. */
function within(nodes: readonly AnyNode[], name: string): Element[] {
  return nodes.filter(isTag).flatMap((node) => (node.name === name ? [node] : within(node.children, name)));
}

function cellText(cell: Element): string {
  return within(cell.children, 'w:p')
    .map((paragraph) => textOf(paragraph.children))
    .join('\n');
}

/** What tracked changes took away. */
const DELETED = new Set(['w:del', 'w:moveFrom']);

function textOf(nodes: readonly AnyNode[]): string {
  return nodes
    .filter(isTag)
    .map((node) => {
      if (DELETED.has(node.name)) return '';
      if (node.name === 'w:t') return node.children.map((child) => (isText(child) ? child.data : '')).join('');
      if (node.name === 'w:tab') return '\t';
      if (node.name === 'w:br' || node.name === 'w:cr') return '\n';
      return node.name === 'w:pPr' || node.name === 'w:rPr' ? '' : textOf(node.children);
    })
    .join('');
}
