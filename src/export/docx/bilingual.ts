import { createHash } from 'node:crypto';
import { ISSUE_LANGS, type IssueLang } from '../../model.ts';
import type { IssueDocument, Wordings } from '../document.ts';
import type { Template } from '../template.ts';
import { issueTexts } from '../texts.ts';
import type { Spot } from '../tree.ts';
import { run, wordParagraph } from './body.ts';
import { zipDocument } from './package.ts';
import { DocxError, readTables } from './read.ts';
import { withoutControls } from './xml.ts';

/**
 * An issue for translators who work in Word: a table with a row for every text, its name, English and Korean side by
 * side, as Markdown. Under the name stand digests of both texts, so that what was touched in Word is told from what has
 * changed on the desk meanwhile.
 */
export function bilingualDocx(issue: IssueDocument, template: Template): Uint8Array {
  const rows = issueTexts(issue, template).map(({ spot, wordings }) => {
    const digests = ISSUE_LANGS.map((lang) => digest(textIn(wordings, lang))).join(' ');
    return [`${nameOf(spot)}\n${digests}`, ...ISSUE_LANGS.map((lang) => textIn(wordings, lang))];
  });
  const table = [headerRow(issue), ...rows].map(rowXml).join('');
  return zipDocument(`${wordParagraph(run(`Issue ${issue.number}`), 'Heading1')}${tableXml(table)}`, []);
}

/** A text that was changed in Word. */
export interface WordChange {
  spot: Spot;
  lang: IssueLang;
  text: string;
  /** The desk's text has changed, too, since the file was made: an editor must choose. */
  conflict: boolean;
}

/**
 * Reads a bilingual file back: only what was touched in Word, and in words what could not be read. Throws DocxError when
 * the file is broken or belongs to another issue.
 */
export function bilingualChanges(
  issue: IssueDocument,
  template: Template,
  file: Uint8Array,
): { changes: WordChange[]; problems: string[] } {
  const [header = [], ...rows] = readTables(file)[0] ?? [];
  if (header[0] !== headerRow(issue)[0])
    throw new DocxError(
      `This file is not the bilingual text of issue ${issue.number}; its table starts with "${header[0] ?? ''}".`,
    );
  const byName = new Map(rows.map((row) => [(row[0] ?? '').split('\n')[0] ?? '', row]));
  const texts = issueTexts(issue, template);
  const changes = texts.flatMap(({ spot, wordings }) => changesOf(spot, wordings, byName.get(nameOf(spot))));
  const names = new Set(texts.map(({ spot }) => nameOf(spot)));
  return {
    changes,
    problems: [
      ...[...names].filter((name) => !byName.has(name)).map((name) => `${name}: its row is gone; left as it is`),
      ...[...byName.keys()]
        .filter((name) => !names.has(name))
        .map((name) => `${name}: the issue has no such text; left out`),
    ],
  };
}

function changesOf(spot: Spot, wordings: Wordings, row: readonly string[] | undefined): WordChange[] {
  if (row === undefined) return [];
  const digests = (row[0] ?? '').split('\n')[1]?.split(' ') ?? [];
  return ISSUE_LANGS.flatMap((lang, index) => {
    const text = row[index + 1] ?? '';
    const now = textIn(wordings, lang);
    if (digest(text) === digests[index] || text === now) return [];
    return [{ spot, lang, text, conflict: digest(now) !== digests[index] }];
  });
}

function headerRow(issue: IssueDocument): string[] {
  return [`Nightdesk issue ${issue.number}`, 'English', '한국어'];
}

function nameOf({ section, owner, field }: Spot): string {
  return [section, owner, field].filter((part) => part !== '').join(' / ');
}

/** A text as a Word file can hold it. */
function textIn(wordings: Wordings, lang: IssueLang): string {
  return withoutControls(wordings[lang]?.text ?? '').replace(/\r\n?/g, '\n');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** Widths in twentieths of a point, of a page of A4 on its side less its margins. */
const COLUMNS = [2000, 3819, 3819];

function tableXml(rows: string): string {
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="4" w:color="999999"/>`,
  );
  const grid = COLUMNS.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${border.join('')}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>${wordParagraph('')}`;
}

function rowXml(cells: readonly string[]): string {
  const each = cells.map((cell, index) => {
    const paragraphs = cell.split('\n').map((line) => wordParagraph(lineRuns(line)));
    return `<w:tc><w:tcPr><w:tcW w:w="${COLUMNS[index] ?? 0}" w:type="dxa"/></w:tcPr>${paragraphs.join('')}</w:tc>`;
  });
  return `<w:tr>${each.join('')}</w:tr>`;
}

/** Word keeps a tab only as an element of its own. */
function lineRuns(line: string): string {
  return line
    .split('\t')
    .map((part) => run(part))
    .join('<w:r><w:tab/></w:r>');
}
