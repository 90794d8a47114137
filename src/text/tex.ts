/** The marks that TeX puts over or under a letter, as Unicode's combining characters. */
const MARKS: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  c: '\u0327',
  k: '\u0328',
  d: '\u0323',
  b: '\u0331',
};

const LETTERS: Record<string, string> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'i',
  j: 'j',
};

/**
 * TeX's ways to write letters with accents, as Unicode: "Poincar\'e", "Erd\H{o}s", "\v{S}", "{\o}". Formulas stay as
 * they are.
 */
export function texLetters(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(
      /\{?\\(ss|ae|AE|oe|OE|aa|AA|[oOlLij])(?![A-Za-z])(?:\{\}|\s)?\}?/g,
      (_, name: string) => LETTERS[name] ?? '',
    )
    .replace(
      /\{?\\(["'`^~=.]|[uvHcdbkr](?=\{|\s))\s*(?:\{([A-Za-z])\}|([A-Za-z]))\}?/g,
      (_, mark: string, braced?: string, bare?: string) =>
        ((braced ?? bare ?? '') + (MARKS[mark] ?? '')).normalize('NFC'),
    );
}
