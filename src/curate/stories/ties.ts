import type { NightWords, Read } from './night.ts';

/** Says how far other titles tie what one item names to what another names. */
export type Ties = (a: Read, b: Read) => number;

/** Only rare terms tie: common ones stand together by chance. */
const RARE = 0.6;
/** A term of fewer titles is no handle that a story is known by. */
const LEAST = 3;

/**
 * A large story often has two handles, the name of the product and that of the project, and a few reports that use
 * both. Two reports that use one each share neither, but the others tie them. The tie of two terms is the cosine of
 * the titles they stand in, for terms that are rare; that of two items is the strongest between a term of one and
 * a term of the other.
 */
export function tiesOf(all: readonly Read[], tonight: number, words: NightWords): Ties {
  const titles = new Map<number, number>();
  for (const { title } of all)
    for (const term of title.terms) if (words.weight(term) >= RARE) titles.set(term, (titles.get(term) ?? 0) + 1);
  const isHandle = (term: number): boolean => (titles.get(term) ?? 0) >= LEAST;
  const ofTonight = new Set(all.slice(tonight).flatMap(({ title }) => title.terms.filter(isHandle)));
  const together = new Map<number, number>();
  for (const { title } of all) {
    const handles = title.terms.filter(isHandle);
    for (const x of handles)
      if (ofTonight.has(x))
        for (const y of handles)
          if (y > x || !ofTonight.has(y)) together.set(both(x, y), (together.get(both(x, y)) ?? 0) + 1);
  }
  const partners = new Map<number, [partner: number, tie: number][]>();
  const count = (term: number): number => titles.get(term) ?? 1;
  for (const [key, titlesOfBoth] of together) {
    if (titlesOfBoth < 2) continue;
    const [x, y] = [Math.floor(key / TERMS), key % TERMS];
    const tie = titlesOfBoth / Math.sqrt(count(x) * count(y));
    append(partners, x, [y, tie]);
    append(partners, y, [x, tie]);
  }
  const reaches = new Map<Read, Reach>();
  return (a, b) => {
    const reach = reaches.get(b) ?? reachOf(b, partners);
    reaches.set(b, reach);
    let best = 0;
    for (const x of a.title.terms)
      for (const [y, tie] of reach.get(x) ?? [])
        if (!a.title.terms.includes(y)) best = Math.max(best, tie * words.weight(x) * words.weight(y));
    return best;
  };
}

/** The terms that a title does not have itself and that its own are tied to: which of its own, and how far. */
type Reach = ReadonlyMap<number, readonly [own: number, tie: number][]>;

function reachOf({ title }: Read, partners: Reach): Reach {
  const reach = new Map<number, [own: number, tie: number][]>();
  for (const own of title.terms)
    for (const [term, tie] of partners.get(own) ?? []) if (!title.terms.includes(term)) append(reach, term, [own, tie]);
  return reach;
}

function append<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** A night has far fewer terms than this. */
const TERMS = 2 ** 26;

/** One number for two terms, in either order. */
function both(x: number, y: number): number {
  return Math.min(x, y) * TERMS + Math.max(x, y);
}
