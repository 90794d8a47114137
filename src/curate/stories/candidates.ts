import { cosine } from './evidence.ts';
import type { NightWords, Read } from './night.ts';

/** Two items worth comparing: indices into the list of all. */
export interface CandidatePair {
  a: number;
  b: number;
}

export interface Candidates {
  pairs: readonly CandidatePair[];
  /** The greatest title cosine of each item with any other. */
  best: Float64Array;
}

/** A term of more titles than this finds nothing: it is common, and its list would make every night slower. */
const LONGEST_LIST = 2000;
/** So many nearest items are compared with each item: more than the largest story of a night, mostly. */
const NEAREST = 80;

/**
 * Finds, through an inverted index of title terms and addresses, the pairs that may tell one story. Every pair has at
 * least one item of tonight. The work per item does not grow with what is known: lists of common terms are not read.
 *
 * @param all known items first, then tonight's
 * @param tonight index of tonight's first item
 * @param window the greatest distance of two dates within one story, in milliseconds
 */
export function findCandidates(all: readonly Read[], tonight: number, window: number, words: NightWords): Candidates {
  const index = new Map<number | string, number[]>();
  for (const [at, read] of all.entries()) for (const key of keysOf(read)) append(index, key, at);
  const best = new Float64Array(all.length);
  const seen = new Set<number>();
  const pairs: CandidatePair[] = [];
  for (let at = tonight; at < all.length; at += 1) {
    const read = all[at];
    if (read === undefined) continue;
    for (const other of nearest(read, at, all, index, words)) {
      const pair = other < at ? { a: other, b: at } : { a: at, b: other };
      const key = pair.a * all.length + pair.b;
      const mate = all[other];
      if (mate === undefined || seen.has(key) || !within(read, mate, window)) continue;
      seen.add(key);
      pairs.push(pair);
      const near = cosine(read.title, mate.title, words);
      if (near > (best[at] ?? 0)) best[at] = near;
      if (near > (best[other] ?? 0)) best[other] = near;
    }
  }
  return { pairs, best };
}

function keysOf({ title, item }: Read): (number | string)[] {
  return [...title.terms, ...item.addresses, ...item.cites];
}

/** The items that share the most weight with one, or an address. */
function nearest(
  read: Read,
  at: number,
  all: readonly Read[],
  index: ReadonlyMap<number | string, readonly number[]>,
  words: NightWords,
): number[] {
  const shared = new Map<number, number>();
  for (const key of keysOf(read)) {
    const list = index.get(key) ?? [];
    if (list.length > LONGEST_LIST) continue;
    const gain = typeof key === 'number' ? words.weight(key) ** 2 : Number.POSITIVE_INFINITY;
    for (const other of list) if (other !== at) shared.set(other, (shared.get(other) ?? 0) + gain);
  }
  if (shared.size <= NEAREST) return [...shared.keys()];
  return [...shared]
    .map(([other, gain]) => ({ other, near: gain / (all[other]?.title.norm || 1) }))
    .sort((x, y) => y.near - x.near || x.other - y.other)
    .slice(0, NEAREST)
    .map(({ other }) => other);
}

function within(a: Read, b: Read, window: number): boolean {
  const { published: first } = a.item;
  const { published: second } = b.item;
  return first === null || second === null || Math.abs(first - second) <= window;
}

function append(index: Map<number | string, number[]>, key: number | string, at: number): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [at]);
  else list.push(at);
}

/** Addresses of one item among the addresses and links of the other. */
export function sharedAddresses(a: Read, b: Read): string[] {
  const known = new Set([...b.item.addresses, ...b.item.cites]);
  return [...a.item.addresses, ...a.item.cites].filter((key) => known.has(key));
}
