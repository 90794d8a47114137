import { type Nearness, cosine } from './evidence.ts';
import type { NightWords, Read } from './night.ts';

/** Pairs of items worth comparing, in columns: there may be millions. Items are indices into the list of all. */
export interface Candidates {
  /** An item of tonight, `b`, and what it is compared with, `a`: of tonight too, or known. All pairs of one `b` in a row. */
  a: Int32Array;
  b: Int32Array;
  /** The cosine of their titles. */
  near: Float64Array;
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
  const nearest = nearestBy(all, indexOf(all, tonight), words);
  const room = (all.length - tonight) * NEAREST;
  const found = { a: new Int32Array(room), b: new Int32Array(room), near: new Float64Array(room) };
  const best = new Float64Array(all.length);
  let count = 0;
  /** With what each item of tonight was compared so far. */
  const met: (readonly number[])[] = [];
  for (let at = tonight; at < all.length; at += 1) {
    const read = all[at];
    if (read === undefined) continue;
    const others = nearest(read, at);
    met.push(others);
    for (const other of others) {
      const mate = all[other];
      if (mate === undefined || !within(read, mate, window)) continue;
      if (other >= tonight && met[other - tonight]?.includes(at) === true) continue;
      const near = cosine(read.title, mate.title, words);
      found.a[count] = other;
      found.b[count] = at;
      found.near[count] = near;
      count += 1;
      best[at] = Math.max(best[at] ?? 0, near);
      best[other] = Math.max(best[other] ?? 0, near);
    }
  }
  return {
    a: found.a.subarray(0, count),
    b: found.b.subarray(0, count),
    near: found.near.subarray(0, count),
    best,
  };
}

/** Visits every pair with what comparing the two needs to know. */
export function forEachPair(
  { a, b, near, best }: Candidates,
  all: readonly Read[],
  visit: (one: Read, other: Read, nearness: Nearness, row: number) => void,
): void {
  for (const [row, first] of a.entries()) {
    const second = b[row] ?? 0;
    const [one, other] = [all[first], all[second]];
    if (one === undefined || other === undefined) continue;
    visit(one, other, { near: near[row] ?? 0, bestOfA: best[first] ?? 0, bestOfB: best[second] ?? 0 }, row);
  }
}

type Index = ReadonlyMap<number | string, readonly number[]>;

function keysOf({ title, item }: Read): (number | string)[] {
  return [...title.terms, ...item.addresses, ...item.cites];
}

/** Where the keys of tonight's items stand; nobody asks for others. */
function indexOf(all: readonly Read[], tonight: number): Index {
  const index = new Map<number | string, number[]>();
  for (const read of all.slice(tonight)) for (const key of keysOf(read)) index.set(key, []);
  for (const [at, { title, item }] of all.entries())
    for (const keys of [title.terms, item.addresses, item.cites])
      for (const key of keys) {
        const list = index.get(key);
        if (list !== undefined && list.length <= LONGEST_LIST) list.push(at);
      }
  return index;
}

/** Finds the items that share the most weight with one, or an address. */
function nearestBy(all: readonly Read[], index: Index, words: NightWords): (read: Read, at: number) => number[] {
  /** The weight that each item shares with the one asked about; less than 0: nothing. */
  const gains = new Float64Array(all.length).fill(-1);
  const norms = Float64Array.from(all, ({ title }) => title.norm || 1);
  return (read, at) => {
    const sharing: number[] = [];
    for (const key of keysOf(read)) {
      const list = index.get(key) ?? [];
      if (list.length > LONGEST_LIST) continue;
      const gain = typeof key === 'number' ? words.weight(key) ** 2 : Number.POSITIVE_INFINITY;
      for (const other of list) {
        if (other === at) continue;
        const before = gains[other] ?? -1;
        if (before < 0) sharing.push(other);
        gains[other] = Math.max(0, before) + gain;
      }
    }
    if (sharing.length > NEAREST) for (const other of sharing) gains[other] = (gains[other] ?? 0) / (norms[other] ?? 1);
    const nearest = sharing.length > NEAREST ? greatest(sharing, gains) : sharing;
    for (const other of sharing) gains[other] = -1;
    return nearest;
  };
}

/** The items of the greatest values, greatest first. Kept in order by insertion: most never pass the last one kept. */
function greatest(items: readonly number[], values: Float64Array): number[] {
  const kept: number[] = [];
  const before = (x: number, y: number): boolean => {
    const [ofX, ofY] = [values[x] ?? 0, values[y] ?? 0];
    return ofX > ofY || (ofX === ofY && x < y);
  };
  for (const item of items) {
    let place = kept.length;
    while (place > 0 && before(item, kept[place - 1] ?? 0)) place -= 1;
    if (place === NEAREST) continue;
    kept.splice(place, 0, item);
    if (kept.length > NEAREST) kept.pop();
  }
  return kept;
}

function within(a: Read, b: Read, window: number): boolean {
  const { published: first } = a.item;
  const { published: second } = b.item;
  return first === null || second === null || Math.abs(first - second) <= window;
}

/** Addresses and links of one item among those of the other. */
export function sharedAddresses({ item: a }: Read, { item: b }: Read): string[] {
  return [...a.addresses, ...a.cites].filter((key) => b.addresses.includes(key) || b.cites.includes(key));
}
