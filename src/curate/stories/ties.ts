import type { NightWords, Read } from './night.ts';

/** Says how far other titles tie what one item names to what another, of tonight, names. */
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
  const counts = new Map<number, number>();
  for (const { title } of all)
    for (const term of title.terms) if (words.weight(term) >= RARE) counts.set(term, (counts.get(term) ?? 0) + 1);
  const handlesOf = ({ title }: Read): number[] => title.terms.filter((term) => (counts.get(term) ?? 0) >= LEAST);
  const titlesWith = new Map<number, Read[]>(
    all
      .slice(tonight)
      .flatMap(handlesOf)
      .map((handle) => [handle, []]),
  );
  for (const read of all) for (const handle of handlesOf(read)) titlesWith.get(handle)?.push(read);

  const tied = new Map<number, Tied>();
  const tiedTo = (handle: number): Tied => {
    const known = tied.get(handle);
    if (known !== undefined) return known;
    const together = new Map<number, number>();
    for (const read of titlesWith.get(handle) ?? [])
      for (const other of handlesOf(read)) if (other !== handle) together.set(other, (together.get(other) ?? 0) + 1);
    const often = [...together].filter(([, titles]) => titles > 1);
    const count = (term: number): number => counts.get(term) ?? 1;
    const found = {
      terms: Int32Array.from(often, ([term]) => term),
      ties: Float64Array.from(often, ([term, titles]) => titles / Math.sqrt(count(handle) * count(term))),
    };
    tied.set(handle, found);
    return found;
  };

  // The pairs of one item of tonight come in a row: only its reach is kept.
  let kept: { of: Read; reach: Reach } | null = null;
  return (a, b) => {
    if (kept?.of !== b) kept = { of: b, reach: reachOf(b, tiedTo) };
    let best = 0;
    for (const x of a.title.terms)
      for (const { own, tie } of kept.reach.get(x) ?? [])
        if (!a.title.terms.includes(own)) best = Math.max(best, tie * words.weight(x) * words.weight(own));
    return best;
  };
}

/** What a handle is tied to, and how far; in columns, because a night has millions. */
interface Tied {
  terms: Int32Array;
  ties: Float64Array;
}

/** The terms that a title does not have itself and that its own are tied to: which of its own, and how far. */
type Reach = ReadonlyMap<number, readonly { own: number; tie: number }[]>;

function reachOf({ title }: Read, tiedTo: (term: number) => Tied): Reach {
  const reach = new Map<number, { own: number; tie: number }[]>();
  for (const own of title.terms) {
    const { terms, ties } = tiedTo(own);
    for (const [at, term] of terms.entries()) {
      if (title.terms.includes(term)) continue;
      const list = reach.get(term) ?? [];
      list.push({ own, tie: ties[at] ?? 0 });
      reach.set(term, list);
    }
  }
  return reach;
}
