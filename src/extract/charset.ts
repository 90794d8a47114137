import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** How far into a page its `<meta charset>` is looked for; the standard says 1,024 bytes, real pages go further. */
const PRESCAN_BYTES = 4_096;

/** Labels that mean a wider charset than they say (WHATWG Encoding Standard, "Names and labels"). */
const WIDER: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  'euc-kr': 'cp949',
  'ks_c_5601-1987': 'cp949',
  ksc5601: 'cp949',
  korean: 'cp949',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  shift_jis: 'cp932',
  'x-sjis': 'cp932',
};

/**
 * Decodes a page: valid UTF-8 (with or without mark) first, because labels lie and other charsets are next to never
 * valid UTF-8 by chance; then UTF-16 by its mark, the Content-Type header, `<meta>`, windows-1252.
 */
export function decodePage(bytes: Uint8Array, contentType = ''): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return iconv.decode(buffer, 'utf-16le');
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return iconv.decode(buffer, 'utf-16be');
  if (isUtf8(buffer)) return iconv.decode(buffer, 'utf-8');
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(buffer.toString('latin1', 0, PRESCAN_BYTES))?.[1];
  const header = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const name = [header, declared].map(charsetName).find((label) => label !== null && iconv.encodingExists(label));
  return iconv.decode(buffer, name ?? 'windows-1252');
}

/** A label that says UTF-16 for bytes that hold a readable `<meta>` tag lies, and so does UTF-16 without a mark. */
function charsetName(label: string | undefined): string | null {
  if (label === undefined) return null;
  const name = label.toLowerCase();
  return name.startsWith('utf-16') ? null : (WIDER[name] ?? name);
}
