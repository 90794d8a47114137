import type { GroupItem } from './model.ts';
import { type Terms, readTerms } from './terms.ts';
import { type WordStats, expected, isKorean, rarity } from './words.ts';

/** An item read for comparing. Terms are numbers of the night's vocabulary, sorted, so that two lists merge fast. */
export interface Read {
  item: GroupItem;
  title: Vector;
  /** Whether the title has Korean words. */
  isKorean: boolean;
  /** All words of the title in order. */
  sequence: readonly number[];
  names: readonly number[];
  numbers: readonly number[];
  /** Read when first asked for: most leads of earlier nights never are. null when the item has none. */
  lead: () => Lead | null;
}

/** What opens an item. */
export interface Lead {
  vector: Vector;
  /** Its terms that the title does not have. */
  beside: Vector;
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
  /** Whether a term is Korean; the others (Latin words, names, numbers) are spelled alike in every language. */
  isKorean: (term: number) => boolean;
  /** The term behind its number. */
  term: (term: number) => string;
}

/** A lead says in its first sentences what the story is; what follows is background that other stories share. */
const LEAD_LENGTH = 400;

export function nightWords(tonight: readonly GroupItem[], stats: WordStats): NightWords {
  const inTitles = new Map<string, number>();
  const inTexts = new Map<string, number>();
  for (const { title, lead } of tonight) {
    const { terms } = readTerms(title);
    for (const term of terms) count(inTitles, term);
    for (const term of new Set([...terms, ...leadTerms(lead)])) count(inTexts, term);
  }
  const logNight = Math.log(Math.max(tonight.length, 3));
  const seldomOf = (term: string): number => {
    const share = Math.log(tonight.length / (inTitles.get(term) ?? 1)) / logNight;
    return isKorean(term) ? share * 0.6 : share;
  };
  const burstOf = (term: string): number => Math.log((inTexts.get(term) ?? 1) / expected(stats, term, tonight.length));

  const vocabulary = new Map<string, number>();
  const spelling: string[] = [];
  const weights: number[] = [];
  const seldom: number[] = [];
  const burst: number[] = [];
  const number = (term: string): number => {
    const known = vocabulary.get(term);
    if (known !== undefined) return known;
    vocabulary.set(term, spelling.length);
    weights.push(rarity(stats, term));
    seldom.push(seldomOf(term));
    burst.push(burstOf(term));
    return spelling.push(term) - 1;
  };
  const weight = (term: number): number => weights[term] ?? 0;
  return {
    read: (item) => readItem(item, number, weight),
    weight,
    seldom: (term) => seldom[term] ?? 0,
    burst: (term) => burst[term] ?? 0,
    isKorean: (term) => isKorean(spelling[term] ?? ''),
    term: (term) => spelling[term] ?? '',
  };
}

const NO_LEAD = (): null => null;

function readItem(item: GroupItem, number: (term: string) => number, weight: (term: number) => number): Read {
  const { terms, sequence, names, numbers }: Terms = readTerms(item.title);
  const title = vectorOf(terms.map(number), weight);
  let read: Lead | undefined;
  return {
    item,
    title,
    isKorean: terms.some(isKorean),
    sequence: sequence.map(number),
    names: names.map(number),
    numbers: numbers.map(number),
    lead: item.lead === '' ? NO_LEAD : () => (read ??= readLead(item.lead, title)),
  };

  function readLead(lead: string, { terms: own }: Vector): Lead {
    const inLead = leadTerms(lead).map(number);
    const beside = inLead.filter((term) => !own.includes(term));
    return { vector: vectorOf(inLead, weight), beside: vectorOf(beside, weight) };
  }
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
