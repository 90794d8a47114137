/**
 * The charset of text that says nothing about itself and is no UTF-8, guessed from which bytes follow which. Only what
 * can be told apart for sure is told: two-byte charsets of East Asia by the structure of their pairs and the rows of the
 * table their letters stand in, Cyrillic by words made of high bytes alone.
 *
 * After the observation that a script's letters fill few rows of its table (Li and Momoi, "A composite approach to
 * language/encoding detection", 2001), with fixed rows in place of learned frequencies.
 */

/** Bytes looked at: a title or two is not enough, a whole archive is not needed. */
const SAMPLE = 64 * 1024;
/** Fewer high bytes prove nothing. */
const FEWEST = 8;

/** @returns a charset, or null when the bytes may as well be Western European */
export function guessCharset(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const high = sample.filter((byte) => byte >= 0x80).length;
  if (high < FEWEST) return null;
  return guessShiftJis(sample) ?? guessTwoBytes(sample) ?? guessCyrillic(sample, high);
}

/** Pairs of a high byte and the next one; null when a pair breaks the charset's rules. */
function pairsOf(
  sample: Uint8Array,
  isLead: (byte: number) => boolean,
  isTrail: (byte: number) => boolean,
): [lead: number, trail: number][] | null {
  const pairs: [number, number][] = [];
  for (let i = 0; i < sample.length; i++) {
    const lead = sample[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = sample[++i];
    if (trail === undefined) break;
    if (!isLead(lead) || !isTrail(trail)) return null;
    pairs.push([lead, trail]);
  }
  return pairs;
}

/** Kana stand in the rows 0x82 and 0x83; half-width kana, single bytes, are not looked for. */
function guessShiftJis(sample: Uint8Array): string | null {
  const pairs = pairsOf(
    sample,
    (lead) => (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc),
    (trail) => trail >= 0x40 && trail !== 0x7f && trail <= 0xfc,
  );
  return pairs && shareOf(pairs, ([lead]) => lead === 0x82 || lead === 0x83) > 0.2 ? 'cp932' : null;
}

/**
 * Japanese kana stand in the rows 0xa4 and 0xa5, Korean syllables in 0xb0-0xc8, the common Chinese characters in
 * 0xb0-0xd7 (GB) or, with second bytes from ASCII's range, in 0xa4-0xc6 (Big5). A few pairs may lie outside the rows:
 * cp949 and GBK have more letters than the standards they extend.
 */
function guessTwoBytes(sample: Uint8Array): string | null {
  const pairs = pairsOf(
    sample,
    (lead) => lead >= 0x81 && lead <= 0xfe,
    (trail) => trail >= 0x40 && trail !== 0x7f && trail <= 0xfe,
  );
  if (!pairs) return null;
  const inRows = (from: number, to: number): number =>
    shareOf(pairs, ([lead, trail]) => lead >= from && lead <= to && trail >= 0xa1);
  if (inRows(0xa4, 0xa5) > 0.2) return 'euc-jp';
  if (inRows(0xb0, 0xc8) > 0.85) return 'cp949';
  if (inRows(0xb0, 0xd7) > 0.6) return 'gb18030';
  const isBig5 =
    shareOf(pairs, ([, trail]) => trail <= 0x7e) > 0.2 &&
    shareOf(pairs, ([lead]) => lead >= 0xa4 && lead <= 0xc6) > 0.6;
  return isBig5 ? 'big5-hkscs' : null;
}

/** Cyrillic words are runs of high bytes, most of them small letters: 0xe0-0xff in windows-1251, 0xc0-0xdf in KOI8-R. */
function guessCyrillic(sample: Uint8Array, high: number): string | null {
  let inRuns = 0;
  let [small1251, smallKoi8] = [0, 0];
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0;
    if (byte < 0x80) continue;
    if ((sample[i - 1] ?? 0) >= 0xc0 || (sample[i + 1] ?? 0) >= 0xc0) inRuns++;
    if (byte >= 0xe0) small1251++;
    else if (byte >= 0xc0) smallKoi8++;
  }
  if (inRuns / high < 0.9) return null;
  return small1251 >= smallKoi8 ? 'windows-1251' : 'koi8-r';
}

function shareOf<T>(all: readonly T[], test: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(test).length / all.length;
}
