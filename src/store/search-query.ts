import type { Instant, Section } from '../model.ts';
import { pairs, pieces, type Piece } from '../text/grams.ts';

export const SEARCHED_DECISIONS = ['keep', 'hold', 'spike', 'none'] as const;
/** What stands of a story: the newest of keep, hold and spike that is in force, or none. */
export type SearchedDecision = (typeof SEARCHED_DECISIONS)[number];

/** What may narrow a search. */
export interface SearchFilter {
  section?: Section | undefined;
  /** Shown by this source. */
  source?: string | undefined;
  decision?: SearchedDecision | undefined;
  /** Published at or after, and before; whole days in UTC. */
  from?: Instant | undefined;
  to?: Instant | undefined;
}

/** A word of a title, beside the word itself: titles are searched first, and a common word of texts is rare in titles. */
export function inTitle(word: string): string {
  return `=${word}`;
}

/** Facts that an item can be filtered by, as words of the index. */
export const facet = {
  section: (section: Section): string => `:c${section}`,
  /** Ids of sources may hold anything; their bytes in hex are one word for sure. */
  source: (id: string): string => `:s${Buffer.from(id).toString('hex')}`,
  decision: (decision: SearchedDecision): string => `:k${decision}`,
  year: (at: Instant): string => `:y${day(at).slice(0, 4)}`,
  month: (at: Instant): string => `:m${day(at).slice(0, 6)}`,
  day: (at: Instant): string => `:d${day(at)}`,
};

function day(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
}

export interface MatchOptions {
  where: 'title' | 'anywhere';
  /** The last word may go on. */
  prefix: boolean;
}

/**
 * What a person typed, as a query of the index; null when there is no word in it. All words must be there, quoted ones
 * side by side. A glued run is its pairs in a row, a single character itself.
 */
export function matchOf(text: string, filter: SearchFilter, { where, prefix }: MatchOptions): string | null {
  const form = where === 'title' ? inTitle : (word: string): string => word;
  const parts = text.split('"');
  const terms = parts.flatMap((part, index) => {
    const found = pieces(part);
    const isPhrase = index % 2 === 1 && found.length > 0 && !found.some(({ glued }) => glued);
    return isPhrase ? [found.map((piece) => form(piece.text))] : found.map((piece) => termOf(piece).map(form));
  });
  if (terms.length === 0) return null;
  const last = pieces(parts.at(-1) ?? '').at(-1);
  const goesOn = prefix && last !== undefined && mayGoOn(last);
  const quoted = terms.map(quote);
  return [`${quoted.join(' AND ')}${goesOn ? '*' : ''}`, ...facetsOf(filter)].join(' AND ');
}

/** A single letter begins too much to be of use. */
function mayGoOn({ text, glued }: Piece): boolean {
  return !glued && text.length > 1;
}

function termOf({ text, glued }: Piece): string[] {
  return glued && text.length > 1 ? pairs(text) : [text];
}

/** One word, or words side by side. */
function quote(words: readonly string[]): string {
  return `"${words.join(' ')}"`;
}

function facetsOf({ section, source, decision, from, to }: SearchFilter): string[] {
  const terms = [
    ...(section === undefined ? [] : [facet.section(section)]),
    ...(source === undefined ? [] : [facet.source(source)]),
    ...(decision === undefined ? [] : [facet.decision(decision)]),
  ].map((word) => quote([word]));
  if (from === undefined && to === undefined) return terms;
  const days = stretch(from ?? EARLIEST, to ?? LATEST).map((word) => quote([word]));
  return [...terms, days.length === 0 ? quote([NO_DAY]) : `(${days.join(' OR ')})`];
}

/** Stands in no row. */
const NO_DAY = ':d';
const EARLIEST = Date.UTC(1990, 0);
const LATEST = Date.UTC(2100, 0);

/** The years, months and days that a stretch of time is made of: a long one is still a few words. */
function stretch(from: Instant, to: Instant): string[] {
  const start = new Date(from);
  const [y, m, d] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
  const [nextYear, nextMonth, nextDay] = [Date.UTC(y + 1, 0), Date.UTC(y, m + 1), Date.UTC(y, m, d + 1)];
  if (from >= to) return [];
  if (m === 0 && d === 1 && nextYear <= to) return [facet.year(from), ...stretch(nextYear, to)];
  if (d === 1 && nextMonth <= to) return [facet.month(from), ...stretch(nextMonth, to)];
  return [facet.day(from), ...stretch(nextDay, to)];
}
