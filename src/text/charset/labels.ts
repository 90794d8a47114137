/**
 * Labels that mean a wider charset than they say, without their punctuation. Browsers do the same (WHATWG Encoding
 * Standard, "Names and labels"): pages labelled Latin-1 use the quotes of windows-1252, euc-kr ones the Hangul of cp949,
 * gb2312 ones the Hanzi of gbk.
 */
const WIDER: Readonly<Record<string, string>> = {
  usascii: 'windows-1252',
  ascii: 'windows-1252',
  ansix341968: 'windows-1252',
  iso88591: 'windows-1252',
  latin1: 'windows-1252',
  l1: 'windows-1252',
  cp1252: 'windows-1252',
  iso88599: 'windows-1254',
  latin5: 'windows-1254',
  iso885911: 'windows-874',
  tis620: 'windows-874',
  euckr: 'cp949',
  ksc56011987: 'cp949',
  ksc56011989: 'cp949',
  ksc5601: 'cp949',
  ksx1001: 'cp949',
  korean: 'cp949',
  uhc: 'cp949',
  windows949: 'cp949',
  xwindows949: 'cp949',
  ms949: 'cp949',
  gb2312: 'gb18030',
  gb231280: 'gb18030',
  xgbk: 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  chinese: 'gb18030',
  big5: 'big5-hkscs',
  xxbig5: 'big5-hkscs',
  xsjis: 'cp932',
  shiftjis: 'cp932',
  sjis: 'cp932',
  mskanji: 'cp932',
  windows31j: 'cp932',
  xeucjp: 'euc-jp',
  xmaccyrillic: 'maccyrillic',
  utf8: 'utf-8',
  unicode11utf8: 'utf-8',
};

/** Charsets wider than a byte: a document whose label could be read as ASCII is in none of them. */
const WIDE = /^(?:x?utf(?:16|32)|ucs[24]|unicode$|iso10646)/;

/** The charset that a label means; null when there is none, or it claims what the document cannot be in. */
export function charsetOf(label: string | undefined): string | null {
  if (label === undefined) return null;
  const name = label.toLowerCase();
  const bare = name.replace(/[^a-z0-9]/g, '');
  return WIDE.test(bare) ? null : (WIDER[bare] ?? name);
}
