import { isUtf8 } from 'node:buffer';
import type Iconv from 'iconv-lite';
import { guessCharset } from './charset-guess.ts';
import type { FeedDocument } from '../model.ts';

export type Charset = FeedDocument['charset'];

/** Text and how its charset was found. */
export interface DecodedText {
  text: string;
  charset: Charset;
}

/**
 * Labels that mean a wider charset than they say. Browsers do the same (WHATWG Encoding Standard, "Names and labels"):
 * pages labelled Latin-1 use the quotes of windows-1252, euc-kr ones the Hangul of cp949, gb2312 ones the Hanzi of gbk.
 */
const WIDER: Record<string, string> = {
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  'euc-kr': 'cp949',
  'ks_c_5601-1987': 'cp949',
  'ks_c_5601-1989': 'cp949',
  ksc5601: 'cp949',
  korean: 'cp949',
  'x-windows-949': 'cp949',
  'windows-949': 'cp949',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  'x-gbk': 'gb18030',
  gbk: 'gb18030',
  big5: 'big5-hkscs',
  'x-sjis': 'cp932',
  'shift-jis': 'cp932',
  shift_jis: 'cp932',
  sjis: 'cp932',
  'windows-31j': 'cp932',
  'x-euc-jp': 'euc-jp',
  unicode: 'utf-16',
};

/** Switches charsets by escapes: all bytes are ASCII, hence valid UTF-8. iconv-lite does not know it, the runtime does. */
const SHIFTING = /^iso-2022-jp$/;

/** Byte order marks, the longer first: that of UTF-16LE begins that of UTF-32LE. */
const MARKS: readonly [name: string, bytes: readonly number[]][] = [
  ['utf-32be', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-32le', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];

/** "<" or "<?" in charsets whose letters are wider than a byte and which carry no mark (XML 1.0, appendix F). */
const WIDE_STARTS: readonly [name: string, bytes: readonly number[]][] = [
  ['utf-32be', [0x00, 0x00, 0x00, 0x3c]],
  ['utf-32le', [0x3c, 0x00, 0x00, 0x00]],
  ['utf-16be', [0x00, 0x3c, 0x00]],
  ['utf-16le', [0x3c, 0x00]],
  ['cp037', [0x4c, 0x6f, 0xa7, 0x94]],
];

/**
 * Decodes a document: byte order mark, then valid UTF-8, then the HTTP header's charset, then the document's own
 * declaration, then a guess from the bytes, then windows-1252. Valid UTF-8 goes before what header and declaration say, because text in another
 * charset is next to never valid UTF-8 by chance, while labels are wrong every day.
 *
 * @param contentType the response's Content-Type, if any
 */
export async function decodeBytes(bytes: Uint8Array, contentType?: string): Promise<DecodedText> {
  const mark = MARKS.find(([, start]) => startsWith(bytes, start));
  if (mark) return decodeAs(mark[0], bytes.subarray(mark[1].length), 'bom');
  const wide = WIDE_STARTS.find(([, start]) => startsWith(bytes, start));
  if (wide) return decodeAs(wide[0], bytes, 'declaration');
  const declared = declaredCharset(bytes);
  if (isUtf8(bytes) && !SHIFTING.test(declared ?? headerCharset(contentType) ?? '')) {
    return { text: utf8(bytes), charset: { name: 'utf-8', foundBy: 'utf8' } };
  }
  const iconv = await loadIconv();
  const header = headerCharset(contentType);
  if (header && isKnown(header, iconv)) return decodeAs(header, bytes, 'header');
  if (declared && isKnown(declared, iconv)) return decodeAs(declared, bytes, 'declaration');
  return decodeAs(guessCharset(bytes) ?? 'windows-1252', bytes, 'fallback');
}

async function decodeAs(name: string, bytes: Uint8Array, foundBy: Charset['foundBy']): Promise<DecodedText> {
  const charset = { name, foundBy };
  if (name === 'utf-8') return { text: utf8(bytes), charset };
  if (SHIFTING.test(name)) return { text: new TextDecoder(name).decode(bytes), charset };
  const iconv = await loadIconv();
  return { text: iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name), charset };
}

function isKnown(name: string, iconv: typeof Iconv): boolean {
  return SHIFTING.test(name) || iconv.encodingExists(name);
}

/** Loaded when first needed: nearly every document is UTF-8. */
async function loadIconv(): Promise<typeof Iconv> {
  return (await import('iconv-lite')).default;
}

/** Without further byte order marks: some servers send two. */
function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .replace(/^\uFEFF+/, '');
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, i) => bytes[i] === byte);
}

function headerCharset(contentType = ''): string | null {
  return label(/charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType)?.[1]);
}

/** The charset of an XML declaration within the first 1,024 bytes, wherever it stands in them. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  return label(/<\?xml\b[^>]*?\bencoding\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]);
}

/** The charset that a label means; a label that claims a wide charset for a document that begins with plain ASCII lies. */
function label(text: string | undefined): string | null {
  if (!text) return null;
  const name = text.toLowerCase();
  return /^(?:utf-?(?:16|32)|ucs-?[24]|unicode|iso-10646)/.test(name) ? null : (WIDER[name] ?? name);
}
