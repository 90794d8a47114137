import type { Lead, NightWords, Read, Vector } from './night.ts';

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
export type Evidence = Record<EvidenceName, number>;

/** Evidence to be filled by {@link compare}. */
export function noEvidence(): Evidence {
  const evidence: Partial<Evidence> = {};
  for (const name of EVIDENCE) evidence[name] = 0;
  return evidence as Evidence;
}

/** Terms that two sorted lists share. */
export function sharedTerms(a: readonly number[], b: readonly number[]): number[] {
  const shared: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared.push(left);
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return shared;
}

function sharedSquares(a: readonly number[], b: readonly number[], words: NightWords): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) sum += words.weight(left) ** 2;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return sum;
}

/** Cosine of two bags of weighted terms, 0 to 1. */
export function cosine(a: Vector, b: Vector, words: NightWords): number {
  return a.norm === 0 || b.norm === 0 ? 0 : sharedSquares(a.terms, b.terms, words) / (a.norm * b.norm);
}

/** How near two titles are, by themselves and beside what else is near them. */
export interface Nearness {
  /** The cosine of their titles. */
  near: number;
  /** The greatest title cosine that each of them has with any item. */
  bestOfA: number;
  bestOfB: number;
}

/**
 * Compares two items.
 *
 * @param tie how far other titles tie the two: see ties.ts
 * @param into what is filled and returned: one serves a whole night, which compares hundreds of thousands of pairs
 */
export function compare(
  a: Read,
  b: Read,
  nearness: Nearness,
  tie: number,
  words: NightWords,
  into: Evidence,
): Evidence {
  compareTitles(a, b, nearness, words, into);
  compareLeads(a, b, nearness.near, words, into);
  compareCircumstances(a, b, into);
  into.tie = tie;
  return into;
}

function compareTitles(
  a: Read,
  b: Read,
  { near, bestOfA, bestOfB }: Nearness,
  words: NightWords,
  into: Evidence,
): void {
  const shared = sharedTerms(a.title.terms, b.title.terms);
  weighShared(shared, words, into);
  into.cosine = near;
  into.contained = ratio(into.shared, Math.min(a.title.sum, b.title.sum));
  into.union = ratio(into.shared, a.title.sum + b.title.sum - into.shared);
  into.words = Math.min(shared.length, 10);
  into.phrases = Math.min(sharedPairs(a.sequence, b.sequence), 4);
  const numbers = a.numbers.filter((term) => b.numbers.includes(term));
  into.numbers = Math.min(weigh(numbers, words), 2);
  into.otherNumbers = a.numbers.length > 0 && b.numbers.length > 0 && numbers.length === 0 ? 1 : 0;
  const names = a.names.filter((term) => b.names.includes(term));
  into.names = weigh(names, words);
  into.nameShare = ratio(into.names, Math.min(weigh(a.names, words), weigh(b.names, words)));
  into.short = Math.min(a.sequence.length, b.sequence.length);
  into.long = Math.max(a.sequence.length, b.sequence.length);
  const nearA = near / Math.max(bestOfA, 1e-6);
  const nearB = near / Math.max(bestOfB, 1e-6);
  into.nearer = Math.min(nearA, nearB);
  into.nearest = Math.max(nearA, nearB);
}

function weighShared(shared: readonly number[], words: NightWords, into: Evidence): void {
  let [sum, rarest, second] = [0, 0, 0];
  let [seldom, mostSeldom, least, burst] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  for (const term of shared) {
    const weight = words.weight(term);
    const seldomHere = words.seldom(term);
    sum += weight;
    second = Math.max(second, Math.min(rarest, weight));
    rarest = Math.max(rarest, weight);
    seldom += weight * seldomHere;
    mostSeldom = Math.max(mostSeldom, weight * seldomHere);
    least = Math.max(least, seldomHere);
    burst = Math.max(burst, weight * words.burst(term));
  }
  into.shared = sum;
  into.rarest = rarest;
  into.second = second;
  into.seldom = seldom;
  into.mostSeldom = mostSeldom;
  into.least = least;
  into.burst = shared.length === 0 ? 0 : burst;
}

function compareLeads(a: Read, b: Read, near: number, words: NightWords, into: Evidence): void {
  const [leadA, leadB] = [a.lead(), b.lead()];
  const ofA = containedIn(a.title, leadB, words);
  const ofB = containedIn(b.title, leadA, words);
  into.leads = leadA !== null && leadB !== null ? 1 : 0;
  into.leadCosine = leadA !== null && leadB !== null ? cosine(leadA.vector, leadB.vector, words) : 0;
  into.titleInLead = Math.max(ofA, ofB);
  into.bothInLead = Math.min(ofA, ofB);
  into.texts = leadA === null && leadB === null ? near : textCosine(a.title, leadA, b.title, leadB, words);
}

function compareCircumstances({ item: a }: Read, { item: b }: Read, into: Evidence): void {
  const isDated = a.published !== null && b.published !== null;
  const apart = (a.published ?? 0) - (b.published ?? 0);
  into.hours = isDated ? Math.log1p(Math.abs(apart) / 3_600_000) : 0;
  into.dateless = isDated ? 0 : 1;
  into.outlet = a.outlet !== '' && a.outlet === b.outlet ? 1 : 0;
}

/** The share of a title's weight whose terms stand in the other item's lead. */
function containedIn(title: Vector, lead: Lead | null, words: NightWords): number {
  return lead === null ? 0 : ratio(weigh(sharedTerms(title.terms, lead.vector.terms), words), title.sum);
}

/** A word of the title counts in full, one that stands in the lead only by half. */
const LEAD_WEIGHT = 0.5;
const NOTHING: Vector = { terms: [], norm: 0, sum: 0 };

function textCosine(titleA: Vector, leadA: Lead | null, titleB: Vector, leadB: Lead | null, words: NightWords): number {
  const besideA = leadA?.beside ?? NOTHING;
  const besideB = leadB?.beside ?? NOTHING;
  const product =
    sharedSquares(titleA.terms, titleB.terms, words) +
    LEAD_WEIGHT * sharedSquares(titleA.terms, besideB.terms, words) +
    LEAD_WEIGHT * sharedSquares(besideA.terms, titleB.terms, words) +
    LEAD_WEIGHT ** 2 * sharedSquares(besideA.terms, besideB.terms, words);
  const length = (title: Vector, beside: Vector): number =>
    Math.sqrt(title.norm ** 2 + LEAD_WEIGHT ** 2 * beside.norm ** 2);
  return ratio(product, length(titleA, besideA) * length(titleB, besideB));
}

/** How many pairs of neighbouring words both titles have. */
function sharedPairs(a: readonly number[], b: readonly number[]): number {
  let pairs = 0;
  for (let j = 1; j < b.length; j += 1)
    for (let i = a.indexOf(b[j] ?? -1, 1); i > 0; i = a.indexOf(b[j] ?? -1, i + 1)) {
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

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
