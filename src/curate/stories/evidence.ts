import type { NightWords, Read, Vector } from './night.ts';

/** What speaks for and against two items telling one story; each a plain number, explained in docs/notes/stories.md. */
export const EVIDENCE = [
  'cosine',
  'contained',
  'union',
  'rarest',
  'second',
  'shared',
  'words',
  'seldom',
  'mostSeldom',
  'least',
  'burst',
  'phrases',
  'numbers',
  'otherNumbers',
  'names',
  'nameShare',
  'short',
  'long',
  'nearer',
  'nearest',
  'leads',
  'leadCosine',
  'titleInLead',
  'bothInLead',
  'texts',
  'hours',
  'dateless',
  'outlet',
  'tie',
] as const;
export type EvidenceName = (typeof EVIDENCE)[number];
export type Evidence = Readonly<Record<EvidenceName, number>>;

/** Terms that two sorted lists share. */
export function sharedTerms(a: readonly number[], b: readonly number[]): number[] {
  const shared: number[] = [];
  eachShared(a, b, (term) => shared.push(term));
  return shared;
}

function sharedSquares(a: readonly number[], b: readonly number[], words: NightWords): number {
  let sum = 0;
  eachShared(a, b, (term) => (sum += words.weight(term) ** 2));
  return sum;
}

function eachShared(a: readonly number[], b: readonly number[], visit: (term: number) => void): void {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) visit(left);
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
}

/** Cosine of two bags of weighted terms, 0 to 1. */
export function cosine(a: Vector, b: Vector, words: NightWords): number {
  return a.norm === 0 || b.norm === 0 ? 0 : sharedSquares(a.terms, b.terms, words) / (a.norm * b.norm);
}

/**
 * Compares two items.
 *
 * @param best the greatest title cosine that each of the two has with any item
 */
export function compare(a: Read, b: Read, best: readonly [number, number], words: NightWords, tie: number): Evidence {
  const shared = sharedTerms(a.title.terms, b.title.terms);
  const weights = shared.map(words.weight).sort((x, y) => y - x);
  const sum = total(weights);
  const near = cosine(a.title, b.title, words);
  const [nearA, nearB] = [near / Math.max(best[0], 1e-6), near / Math.max(best[1], 1e-6)];
  const rare = rareness(shared, words);
  const numbers = a.numbers.filter((term) => b.numbers.includes(term));
  const names = weigh(
    a.names.filter((term) => b.names.includes(term)),
    words,
  );
  const fewerNames = Math.min(weigh(a.names, words), weigh(b.names, words));
  const leads = compareLeads(a, b, words);
  const circumstances = compareCircumstances(a, b);
  return {
    cosine: near,
    contained: ratio(sum, Math.min(a.title.sum, b.title.sum)),
    union: ratio(sum, a.title.sum + b.title.sum - sum),
    rarest: weights[0] ?? 0,
    second: weights[1] ?? 0,
    shared: sum,
    words: Math.min(shared.length, 10),
    seldom: rare.seldom,
    mostSeldom: rare.mostSeldom,
    least: rare.least,
    burst: rare.burst,
    phrases: Math.min(sharedPairs(a.sequence, b.sequence), 4),
    numbers: Math.min(weigh(numbers, words), 2),
    otherNumbers: a.numbers.length > 0 && b.numbers.length > 0 && numbers.length === 0 ? 1 : 0,
    names,
    nameShare: ratio(names, fewerNames),
    short: Math.min(a.sequence.length, b.sequence.length),
    long: Math.max(a.sequence.length, b.sequence.length),
    nearer: Math.min(nearA, nearB),
    nearest: Math.max(nearA, nearB),
    leads: leads.leads,
    leadCosine: leads.leadCosine,
    titleInLead: leads.titleInLead,
    bothInLead: leads.bothInLead,
    texts: leads.texts,
    hours: circumstances.hours,
    dateless: circumstances.dateless,
    outlet: circumstances.outlet,
    tie,
  };
}

function rareness(shared: readonly number[], words: NightWords) {
  let [seldom, mostSeldom, least, burst] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  for (const term of shared) {
    const weight = words.weight(term);
    const seldomHere = words.seldom(term);
    seldom += weight * seldomHere;
    mostSeldom = Math.max(mostSeldom, weight * seldomHere);
    least = Math.max(least, seldomHere);
    burst = Math.max(burst, weight * words.burst(term));
  }
  return { seldom, mostSeldom, least, burst: shared.length === 0 ? 0 : burst };
}

const NO_LEADS = { leads: 0, leadCosine: 0, titleInLead: 0, bothInLead: 0 };

function compareLeads(a: Read, b: Read, words: NightWords) {
  const [leadA, leadB] = [a.lead(), b.lead()];
  if (leadA === null && leadB === null) return { ...NO_LEADS, texts: cosine(a.title, b.title, words) };
  const inLeads = [containedIn(a.title, leadB, words), containedIn(b.title, leadA, words)] as const;
  return {
    leads: leadA !== null && leadB !== null ? 1 : 0,
    leadCosine: leadA !== null && leadB !== null ? cosine(leadA, leadB, words) : 0,
    titleInLead: Math.max(...inLeads),
    bothInLead: Math.min(...inLeads),
    texts: textCosine(a.title, leadA, b.title, leadB, words),
  };
}

function compareCircumstances(a: Read, b: Read) {
  const hours =
    a.item.published === null || b.item.published === null
      ? null
      : Math.abs(a.item.published - b.item.published) / 3_600_000;
  return {
    hours: hours === null ? 0 : Math.log1p(hours),
    dateless: hours === null ? 1 : 0,
    outlet: a.item.outlet !== '' && a.item.outlet === b.item.outlet ? 1 : 0,
  };
}

/** The share of a title's weight whose terms stand in the other item's lead. */
function containedIn(title: Vector, lead: Vector | null, words: NightWords): number {
  return lead === null ? 0 : ratio(weigh(sharedTerms(title.terms, lead.terms), words), title.sum);
}

/** A word of the title counts in full, one that stands in the lead only by half. */
const LEAD_WEIGHT = 0.5;

function textCosine(
  titleA: Vector,
  leadA: Vector | null,
  titleB: Vector,
  leadB: Vector | null,
  words: NightWords,
): number {
  const onlyA = leadOnly(titleA, leadA);
  const onlyB = leadOnly(titleB, leadB);
  const product =
    sharedSquares(titleA.terms, titleB.terms, words) +
    LEAD_WEIGHT * sharedSquares(titleA.terms, onlyB, words) +
    LEAD_WEIGHT * sharedSquares(onlyA, titleB.terms, words) +
    LEAD_WEIGHT ** 2 * sharedSquares(onlyA, onlyB, words);
  const length = (title: Vector, only: readonly number[]) =>
    Math.sqrt(title.norm ** 2 + LEAD_WEIGHT ** 2 * squares(only, words));
  return ratio(product, length(titleA, onlyA) * length(titleB, onlyB));
}

function leadOnly(title: Vector, lead: Vector | null): readonly number[] {
  if (lead === null) return [];
  const inTitle = new Set(title.terms);
  return lead.terms.filter((term) => !inTitle.has(term));
}

/** How many pairs of neighbouring words both titles have. */
function sharedPairs(a: readonly string[], b: readonly string[]): number {
  let pairs = 0;
  for (let j = 1; j < b.length; j += 1)
    for (let i = a.indexOf(b[j] ?? '', 1); i > 0; i = a.indexOf(b[j] ?? '', i + 1)) {
      if (a[i - 1] !== b[j - 1]) continue;
      pairs += 1;
      break;
    }
  return pairs;
}

function weigh(terms: readonly number[], words: NightWords): number {
  let sum = 0;
  for (const term of terms) sum += words.weight(term);
  return sum;
}

function squares(terms: readonly number[], words: NightWords): number {
  let sum = 0;
  for (const term of terms) sum += words.weight(term) ** 2;
  return sum;
}

function total(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
