import { isUtf8 } from 'node:buffer';
import type Iconv from 'iconv-lite';
import type { FeedDocument } from '../model.ts';
import { guessCharset } from './charset/guess.ts';
import { charsetOf } from './charset/labels.ts';
import { decodedSource, type SourceText, utf8Source } from './source.ts';

export type Charset = FeedDocument['charset'];

/** Text and how its charset was found. */
export interface DecodedText {
  text: string;
  charset: Charset;
  /** What header or declaration called it, where the bytes are something else. */
  lie: string | null;
}

/** The same for a reader that cuts out what it needs. */
export type DecodedSource = Omit<DecodedText, 'text'> & { source: SourceText };

/** Switches charsets by escapes: all bytes are ASCII, hence valid UTF-8. iconv-lite does not know it, the runtime does. */
const SHIFTING = /^iso-2022-jp$/;

const UTF8_MARK = [0xef, 0xbb, 0xbf];
/** Byte order marks, the longer first: that of UTF-16LE begins that of UTF-32LE. */
const MARKS: readonly [name: string, bytes: readonly number[]][] = [
  ['utf-32be', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-32le', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-8', UTF8_MARK],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];

/** How far into a document its XML declaration is looked for, wherever it stands. */
const DECLARATION_BYTES = 1_024;
/** How far into a page its `<meta charset>` is looked for; the standard says 1,024 bytes, real pages go further. */
const META_BYTES = 4_096;

/** Fewer characters of several bytes do not prove that damaged text is UTF-8. */
const FEWEST_UTF8 = 4;
/** The share of good characters, of all beyond ASCII, from which text is damaged UTF-8 whatever its labels say. */
const PLAIN_UTF8 = 0.9;
/** Below this share a label lies: text in another charset, read by it, falls apart. */
const BELIEVABLE = 0.5;

/**
 * Decodes a feed or a page: byte order mark, then valid UTF-8, then the HTTP header's charset, then the document's own
 * declaration (XML's, or `<meta>`), then a guess from the bytes, then windows-1252. Valid UTF-8 goes before what header
 * and declaration say, because text in another charset is next to never valid UTF-8 by chance, while labels are wrong
 * every day. A label is passed over when most of the text cannot be read by it, and a header's Latin-1, which anything
 * can be read by and which servers add unasked, when declaration and bytes agree on something else.
 *
 * @param contentType the response's Content-Type, if any
 */
export async function decodeBytes(bytes: Uint8Array, contentType?: string): Promise<DecodedText> {
  const mark = MARKS.find(([, start]) => startsWith(bytes, start));
  if (mark && mark[0] !== 'utf-8') return found(mark[0], 'bom', await textIn(mark[0], bytes.subarray(mark[1].length)));
  const wide = wideStart(bytes);
  if (wide) return found(wide, 'declaration', await textIn(wide, bytes));
  if (isUtf8(bytes) && !isShifting(bytes, contentType)) return found('utf-8', mark ? 'bom' : 'utf8', utf8(bytes));
  const declared = charsetOf(declaration(bytes));
  const header = charsetOf(headerLabel(contentType));
  return decodeLabelled(bytes, mark ? 'utf-8' : null, header, declared);
}

/** Decodes as {@link decodeBytes} does; valid UTF-8, which is nearly all there is, only where a piece of it is cut out. */
export async function decodeSource(bytes: Uint8Array, contentType?: string): Promise<DecodedSource> {
  if (wideStart(bytes) === null && isUtf8(bytes) && !isShifting(bytes, contentType)) {
    const foundBy = startsWith(bytes, UTF8_MARK) ? 'bom' : 'utf8';
    return { source: utf8Source(bytes), charset: { name: 'utf-8', foundBy }, lie: null };
  }
  const { text, ...how } = await decodeBytes(bytes, contentType);
  return { source: decodedSource(text), ...how };
}

function isShifting(bytes: Uint8Array, contentType: string | undefined): boolean {
  return SHIFTING.test(charsetOf(declaration(bytes)) ?? charsetOf(headerLabel(contentType)) ?? '');
}

/** Text that is not valid UTF-8: the first charset that it can be read by. */
async function decodeLabelled(
  bytes: Uint8Array,
  mark: string | null,
  header: string | null,
  declared: string | null,
): Promise<DecodedText> {
  const damaged = utf8(bytes);
  const { share, good } = readable(damaged);
  if (good >= FEWEST_UTF8 && share >= PLAIN_UTF8) return found('utf-8', mark ? 'bom' : 'utf8', damaged);
  const guess = guessCharset(bytes);
  const outvoted = header === 'windows-1252' && declared !== null && declared === guess;
  const labels: [string | null, Charset['foundBy']][] = [
    [mark, 'bom'],
    [outvoted ? null : header, 'header'],
    [declared, 'declaration'],
  ];
  let lie: string | null = outvoted ? header : null;
  for (const [name, foundBy] of labels) {
    if (name === null || !(await isKnown(name))) continue;
    const text = await textIn(name, bytes);
    if (readable(text).share >= BELIEVABLE) return { ...found(name, foundBy, text), lie };
    lie ??= name;
  }
  const last = guess ?? (share >= BELIEVABLE ? 'utf-8' : 'windows-1252');
  return { ...found(last, 'fallback', await textIn(last, bytes)), lie };
}

function found(name: string, foundBy: Charset['foundBy'], text: string): DecodedText {
  return { text, charset: { name, foundBy }, lie: null };
}

/** How many characters beyond ASCII were read, and their share of those and what could not be read. */
function readable(text: string): { good: number; share: number } {
  const foreign = text.match(/[^\0-\x7f]+/g)?.join('') ?? '';
  const good = foreign.replaceAll('\ufffd', '').length;
  return { good, share: foreign === '' ? 1 : good / foreign.length };
}

async function textIn(name: string, bytes: Uint8Array): Promise<string> {
  if (name === 'utf-8') return utf8(bytes);
  if (SHIFTING.test(name)) return new TextDecoder(name).decode(bytes);
  return (await loadIconv()).decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
}

async function isKnown(name: string): Promise<boolean> {
  return SHIFTING.test(name) || (await loadIconv()).encodingExists(name);
}

/** Loaded when first needed: nearly every document is UTF-8. */
async function loadIconv(): Promise<typeof Iconv> {
  return (await import('iconv-lite')).default;
}

/** Without byte order marks: some servers send two. */
function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .replace(/^\uFEFF+/, '');
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, i) => bytes[i] === byte);
}

/** Charsets wider than a byte and EBCDIC, without a mark: a document begins with a character of ASCII (XML 1.0, appendix F). */
function wideStart(bytes: Uint8Array): string | null {
  const zeros = [...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('');
  if (zeros === '000x') return 'utf-32be';
  if (zeros === 'x000') return 'utf-32le';
  if (zeros.startsWith('0x0')) return 'utf-16be';
  if (/^x0.0/.test(zeros)) return 'utf-16le';
  return startsWith(bytes, [0x4c, 0x6f, 0xa7, 0x94]) ? 'cp037' : null;
}

function headerLabel(contentType = ''): string | undefined {
  return /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType)?.[1];
}

/** What the document says of itself near its beginning. */
function declaration(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, META_BYTES)).toString('latin1');
  const inXml = /<\?xml\b[^>]*?\bencoding\s*=\s*["']?\s*([\w.:-]+)/i.exec(head.slice(0, DECLARATION_BYTES));
  return (inXml ?? /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head))?.[1];
}
