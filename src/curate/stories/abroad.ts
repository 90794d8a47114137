import type { Candidates } from './candidates.ts';
import { forEachPair } from './candidates.ts';
import { sharedTerms } from './evidence.ts';
import type { NightWords, Read } from './night.ts';

/** A report of tonight and the report in another script that tells the same. Indices into the list of all. */
export interface Echo {
  item: number;
  of: number;
  /** The row of the pair among the candidates. */
  row: number;
}

/** So much shared weight makes an echo: two rare names in both titles, or several less rare; see docs/notes/stories.md. */
const SURE = 0.8;
/** What every second title of a desk names (OpenAI, Claude) weighs about this, and tells nothing. */
const COMMON = 0.3;
/** What stands in an opening only counts by half. */
const OPENING = 0.5;
/** News crosses a border within days; what comes later tells something else. */
const LATEST = 3 * 86_400_000;

/**
 * Finds, for every report of tonight, its echo among reports in another script. A Korean and an English title share
 * next to no words, but names in Latin letters, Korean spellings of well-known ones (names.ts) and numbers are the same
 * in both; when they share enough of those that are rare, they tell one story.
 */
export function echoesOf(candidates: Candidates, all: readonly Read[], tonight: number, words: NightWords): Echo[] {
  const best = new Map<number, Echo & { shared: number }>();
  forEachPair(candidates, all, (one, other, _, row) => {
    if (one.isKorean === other.isKorean || !within(one, other)) return;
    const shared = sharedAbroad(one, other, words);
    const [a = 0, b = 0] = [candidates.a[row], candidates.b[row]];
    // Of two reports of tonight the Korean one follows, so that only one of them loses its voice.
    const [item, of] = one.isKorean && a >= tonight ? [a, b] : [b, a];
    if (shared >= SURE && shared > (best.get(item)?.shared ?? 0)) best.set(item, { item, of, row, shared });
  });
  return [...best.values()];
}

/** Whether two titles in different scripts share nothing but numbers, which proves nothing. */
export function shareNumbersOnly(a: Read, b: Read, words: NightWords): boolean {
  return (
    a.isKorean !== b.isKorean &&
    sharedTerms(a.title.terms, b.title.terms).every((term) => words.term(term).startsWith('n:'))
  );
}

/** The weight of what two reports share whatever their language; 0 when it is numbers only. */
function sharedAbroad(a: Read, b: Read, words: NightWords): number {
  const parts = [
    { terms: a.title.terms, others: b.title.terms, share: 1 },
    { terms: a.title.terms, others: b.lead()?.beside.terms ?? [], share: OPENING },
    { terms: a.lead()?.beside.terms ?? [], others: b.title.terms, share: OPENING },
    { terms: a.lead()?.beside.terms ?? [], others: b.lead()?.beside.terms ?? [], share: OPENING ** 2 },
  ];
  let sum = 0;
  let isNamed = false;
  for (const { terms, others, share } of parts)
    for (const term of sharedTerms(terms, others)) {
      if (words.isKorean(term)) continue;
      sum += share * Math.max(0, words.weight(term) - COMMON);
      isNamed ||= !words.term(term).startsWith('n:');
    }
  return isNamed ? sum : 0;
}

function within({ item: a }: Read, { item: b }: Read): boolean {
  return a.published === null || b.published === null || Math.abs(a.published - b.published) <= LATEST;
}
