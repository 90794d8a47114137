import type { GroupItem } from './model.ts';
import { type Terms, readTerms } from './terms.ts';
import { type WordStats, expected, rarity } from './words.ts';

/** An item read for comparing. Terms are numbers of the night's vocabulary, sorted, so that two lists merge fast. */
export interface Read {
  item: GroupItem;
  title: Vector;
  /** All words of the title in order. */
  sequence: readonly string[];
  names: readonly number[];
  numbers: readonly number[];
  /** Its addresses and those its text links to. */
  links: ReadonlySet<string>;
  /** Read when first asked for: most leads of earlier nights never are. null when the item has none. */
  lead(): Vector | null;
}

/** A bag of terms, each once, with the length and the sum of their weights. */
export interface Vector {
  terms: readonly number[];
  norm: number;
  sum: number;
}

/** What the terms of one night weigh, and its items read with them. */
export interface NightWords {
  read: (item: GroupItem) => Read;
  /** See `rarity` in words.ts. */
  weight: (term: number) => number;
  /** 1 for a term of one title tonight, 0 for a term of every one; a Korean pair counts for less than a word. */
  seldom: (term: number) => number;
  /** Logarithm of how much more often a term stands in tonight's texts than earlier nights let expect. */
  burst: (term: number) => number;
  /** The term behind its number. */
  term: (term: number) => string;
}

/** A lead says in its first sentences what the story is; what follows is background that other stories share. */
const LEAD_LENGTH = 400;

export function nightWords(tonight: readonly GroupItem[], stats: WordStats): NightWords {
  const vocabulary = new Map<string, number>();
  const spelling: string[] = [];
  const weights: number[] = [];
  const number = (term: string): number => {
    const known = vocabulary.get(term);
    if (known !== undefined) return known;
    const next = spelling.length;
    vocabulary.set(term, next);
    spelling.push(term);
    weights.push(rarity(stats, term));
    return next;
  };
  const weight = (term: number): number => weights[term] ?? 0;
  const vector = (terms: readonly string[]): Vector => vectorOf(terms.map(number), weight);

  const inTitles = new Map<string, number>();
  const inTexts = new Map<string, number>();
  for (const { title, lead } of tonight) {
    const { terms } = readTerms(title);
    for (const term of terms) count(inTitles, term);
    for (const term of new Set([...terms, ...leadTerms(lead)])) count(inTexts, term);
  }
  const logNight = Math.log(Math.max(tonight.length, 3));
  const seldom = new Map<number, number>();
  const burst = new Map<number, number>();
  return {
    read: (item) => readItem(item, number, vector),
    weight,
    seldom: memo(seldom, (term) => {
      const share = Math.log(tonight.length / (inTitles.get(spelling[term] ?? '') ?? 1)) / logNight;
      return (spelling[term] ?? '').startsWith('h:') ? share * 0.6 : share;
    }),
    burst: memo(burst, (term) => {
      const word = spelling[term] ?? '';
      return Math.log((inTexts.get(word) ?? 1) / expected(stats, word, tonight.length));
    }),
    term: (term) => spelling[term] ?? '',
  };
}

function readItem(
  item: GroupItem,
  number: (term: string) => number,
  vector: (terms: readonly string[]) => Vector,
): Read {
  const { terms, sequence, names, numbers }: Terms = readTerms(item.title);
  let lead: Vector | null | undefined;
  return {
    item,
    title: vector(terms),
    sequence,
    names: names.map(number),
    numbers: numbers.map(number),
    links: new Set([...item.addresses, ...item.cites]),
    lead: () => (lead ??= item.lead === '' ? null : vector(leadTerms(item.lead))),
  };
}

function leadTerms(lead: string): readonly string[] {
  return lead === '' ? [] : readTerms(lead.slice(0, LEAD_LENGTH)).terms;
}

function vectorOf(terms: number[], weight: (term: number) => number): Vector {
  terms.sort((a, b) => a - b);
  let squares = 0;
  let sum = 0;
  for (const term of terms) {
    squares += weight(term) ** 2;
    sum += weight(term);
  }
  return { terms, norm: Math.sqrt(squares), sum };
}

function count(counts: Map<string, number>, term: string): void {
  counts.set(term, (counts.get(term) ?? 0) + 1);
}

function memo(cache: Map<number, number>, compute: (term: number) => number): (term: number) => number {
  return (term) => {
    const known = cache.get(term);
    if (known !== undefined) return known;
    const value = compute(term);
    cache.set(term, value);
    return value;
  };
}
