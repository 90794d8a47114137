/**
 * A title or a lead as grouping sees it: stemmed words, numbers with their unit, pairs of Korean syllables, names.
 * Terms carry a mark of their kind, so that a number never meets a word: "w:" word, "n:" number, "h:" Korean pair.
 */
import { latinNames } from './names.ts';

export interface Terms {
  /** Each once, in order of appearance; common function words are left out. */
  terms: readonly string[];
  /** All words in order, function words included. */
  sequence: readonly string[];
  /** Those of `terms` that are numbers. */
  numbers: readonly string[];
  /** Those of `terms` that are written with a capital: names, mostly. */
  names: readonly string[];
}

/** Runs of Hangul; Latin words and numbers, with inner apostrophes, points, hyphens; other letters one by one. */
const TOKEN =
  /\p{Script=Hangul}+|[\p{Script=Latin}\p{N}]+(?:['.&+-](?=[\p{Script=Latin}\p{N}])[\p{Script=Latin}\p{N}]+)*|\p{L}/gu;

/** News aggregators close a title with "(Reporter/Outlet)" or "(Outlet)"; others with "[pdf]" or "[video]". */
const BYLINE = /\s*\((?:[^()]*\/[^()]*|(?:\p{Lu}[\w.]*\s?){1,4})\)\s*$/u;
const MEDIUM = /\s+[[(](?:pdf|video|audio|영상)[\])]\s*$/iu;

/** Discussion boards open a title with what kind of post it is: "Show HN:", "Ask HN:", "Show GN:". */
const POST = /^(?:show|ask|tell|launch) [hg]n\s*[:–-]\s*/iu;

const THOUSANDS = /(?<=\d),(?=\d{3})/gu;

const FUNCTION_WORDS = new Set(
  (
    'a an the of to in on for and or is are was be by with at as it its from that this after over into how why what who ' +
    'will can could has have had not no but up out new his her their you your we our my i he she they if than more says ' +
    'say said about'
  ).split(' '),
);

/** Powers of ten that follow a number: "$200M", "5 billion", "100만". */
const UNITS: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  t: 12,
  tn: 12,
  trillion: 12,
  만: 4,
  억: 8,
  조: 12,
};

export function readTerms(text: string): Terms {
  const plain = text
    .normalize('NFKC')
    .replaceAll('’', "'")
    .replace(BYLINE, '')
    .replace(MEDIUM, '')
    .replace(POST, '')
    .replace(THOUSANDS, '');
  const terms = new Set<string>();
  const names = new Set<string>();
  const numbers = new Set<string>();
  const sequence: string[] = [];
  const tokens = plain.match(TOKEN) ?? [];
  for (const [at, token] of tokens.entries()) {
    const lower = token.toLowerCase();
    if (isHangul(token)) {
      sequence.push(token);
      for (const term of syllablePairs(token)) terms.add(term);
    } else if (/\d/u.test(lower)) {
      const number = `n:${numberOf(lower, tokens[at + 1] ?? '')}`;
      sequence.push(number);
      terms.add(number);
      numbers.add(number);
    } else {
      const word = `w:${stem(lower)}`;
      sequence.push(word);
      if (FUNCTION_WORDS.has(lower) || /^[a-z]$/u.test(lower)) continue;
      terms.add(word);
      if (/^\p{Lu}/u.test(token)) names.add(word);
    }
  }
  for (const name of latinNames(plain)) {
    const word = `w:${stem(name)}`;
    terms.add(word);
    names.add(word);
  }
  return { terms: [...terms], sequence, numbers: [...numbers], names: [...names] };
}

/**
 * How a title writes some of its terms: "w:mytho" -> "Mythos", "n:200e6" -> "$200M". Pairs of Korean syllables that
 * overlap give the stretch of the word they cover.
 */
export function spelled(title: string, wanted: ReadonlySet<string>): Map<string, string> {
  const spellings = new Map<string, string>();
  for (const found of title
    .normalize('NFKC')
    .matchAll(/[$€£₩]?(?:[\p{L}\p{N}]|(?<=[\p{L}\p{N}])['.,&+-](?=[\p{L}\p{N}]))+/gu)) {
    const [word] = found;
    const covered = readTerms(word).terms.filter((term) => wanted.has(term));
    const stretch = covered.every((term) => term.startsWith('h:')) ? joinPairs(covered) : word;
    for (const term of covered) if (!spellings.has(term)) spellings.set(term, stretch);
  }
  return spellings;
}

/** 하이, 이닉, 닉스 -> 하이닉스; the longest stretch where they do not meet. */
function joinPairs(pairs: readonly string[]): string {
  const stretches: string[] = [];
  for (const pair of pairs.map((term) => term.slice(2))) {
    const last = stretches.at(-1);
    if (last !== undefined && last.endsWith(pair.slice(0, 1))) stretches.push(`${stretches.pop()}${pair.slice(1)}`);
    else stretches.push(pair);
  }
  return stretches.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

export function isHangul(token: string): boolean {
  return /^\p{Script=Hangul}/u.test(token);
}

/** Overlapping pairs stand in for nouns, whose particles differ from title to title; a lone syllable stands for itself. */
function syllablePairs(word: string): string[] {
  if (word.length === 1) return [`h:${word}`];
  return Array.from({ length: word.length - 1 }, (_, at) => `h:${word.slice(at, at + 2)}`);
}

/** "200m" and "200" before "million" are one number; "6gw" and "h100" are names of their own. */
function numberOf(token: string, next: string): string {
  const [, digits, suffix = ''] = /^(\d[\d.]*)([a-z]*)$/u.exec(token) ?? [];
  if (digits === undefined || (suffix !== '' && UNITS[suffix] === undefined)) return token;
  const following = isHangul(next) ? next.slice(0, 1) : next.toLowerCase();
  return inThousands(Number(digits), UNITS[suffix] ?? UNITS[following] ?? 0);
}

/** One spelling of a number: "110 billion" and "1100억" are 110e9, "40,000" and "4만" 40e3; small ones stay as they are. */
function inThousands(digits: number, power: number): string {
  const length = Math.log10(digits) + power;
  if (!(length >= 4)) return `${digits}e${power}`;
  const thousands = 3 * Math.floor(length / 3 + 1e-9);
  return `${Number((digits * 10 ** (power - thousands)).toPrecision(12))}e${thousands}`;
}

/** Takes the commonest English endings off; it need not give words, only the same string for forms of one word. */
function stem(word: string): string {
  if (word.length < 4) return word;
  const base = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (base.length > 4 && base.endsWith('ies')) return `${base.slice(0, -3)}y`;
  if (base.endsWith('sses')) return base.slice(0, -2);
  if (base.length > 5 && base.endsWith('ing')) return undouble(base.slice(0, -3));
  if (base.length > 4 && base.endsWith('ed')) return undouble(base.slice(0, -2));
  const singular = /(?:[^su]|[^i]s)s$/u.test(base) && !/(?:ss|us|is)$/u.test(base) ? base.slice(0, -1) : base;
  return singular.replace(/e$/u, '');
}

function undouble(root: string): string {
  return (/(?![ls])(.)\1$/u.test(root) ? root.slice(0, -1) : root).replace(/e$/u, '');
}
