import { sharedTerms } from './evidence.ts';
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
export function tiesOf(all: readonly Read[], words: NightWords): Ties {
  const titles = new Map<number, number>();
  const rare = all.map(({ title }) => title.terms.filter((term) => words.weight(term) >= RARE));
  for (const terms of rare) for (const term of terms) titles.set(term, (titles.get(term) ?? 0) + 1);
  const handles = new Map(
    all.map((read, at) => [read, (rare[at] ?? []).filter((term) => (titles.get(term) ?? 0) >= LEAST)]),
  );
  const together = new Map<number, number>();
  for (const terms of handles.values())
    for (const [n, x] of terms.entries())
      for (const y of terms.slice(n + 1)) together.set(both(x, y), (together.get(both(x, y)) ?? 0) + 1);
  const tie = (x: number, y: number): number => {
    const titlesOfBoth = together.get(both(x, y)) ?? 0;
    return titlesOfBoth < 2 ? 0 : titlesOfBoth / Math.sqrt((titles.get(x) ?? 1) * (titles.get(y) ?? 1));
  };
  return (a, b) => {
    const [first, second] = [handles.get(a) ?? [], handles.get(b) ?? []];
    const shared = new Set(sharedTerms(a.title.terms, b.title.terms));
    let best = 0;
    for (const x of first) {
      if (shared.has(x)) continue;
      for (const y of second) if (!shared.has(y)) best = Math.max(best, tie(x, y) * words.weight(x) * words.weight(y));
    }
    return best;
  };
}

/** One number for two terms, in either order; a night has far fewer terms than this. */
function both(x: number, y: number): number {
  return Math.min(x, y) * 2 ** 26 + Math.max(x, y);
}
