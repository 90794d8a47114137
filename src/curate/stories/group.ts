import type { GroupItem, Join, KnownStoryItem, Links } from './model.ts';
import { type WordStats, rarity, terms } from './words.ts';

const NO_LINKS: Links = { together: [], apart: [] };
const CUT = 0.3;

/**
 * Puts tonight's items into stories: those of `known` (items of the last nights whose stories are open) or new ones.
 *
 * @param tonight in order of arrival
 * @param stats learned from the titles of earlier nights, not of tonight
 * @returns one join an item of tonight, in the same order
 */
export function groupStories(
  tonight: readonly GroupItem[],
  known: readonly KnownStoryItem[],
  stats: WordStats,
  links: Links = NO_LINKS,
): Join[] {
  const story = new Map<number, number>(known.map((item) => [item.id, item.story]));
  const vectors = new Map<number, Map<string, number>>();
  const seen: GroupItem[] = [...known];
  for (const item of seen) vectors.set(item.id, vector(item.title, stats));
  return tonight.map((item) => {
    const own = vector(item.title, stats);
    let best: { item: GroupItem; score: number } | null = null;
    for (const other of seen) {
      const score = linked(links, item.id, other.id) ?? cosine(own, vectors.get(other.id) ?? new Map());
      if (score >= CUT && (best === null || score > best.score)) best = { item: other, score };
    }
    vectors.set(item.id, own);
    seen.push(item);
    const target = best === null ? item.id : (story.get(best.item.id) ?? best.item.id);
    story.set(item.id, target);
    const reasons =
      best === null
        ? []
        : [{ name: 'title', value: `like "${best.item.title}": ${best.score.toFixed(2)}`, weight: best.score }];
    return { item: item.id, story: target, reasons };
  });
}

function linked(links: Links, a: number, b: number): number | null {
  const has = (pairs: Links['together']) => pairs.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
  if (has(links.together)) return 1;
  return has(links.apart) ? 0 : null;
}

function vector(title: string, stats: WordStats): Map<string, number> {
  const weights = new Map<string, number>();
  for (const term of terms(title)) weights.set(term, rarity(stats, term));
  const norm = Math.hypot(...weights.values());
  for (const [term, weight] of weights) weights.set(term, weight / norm);
  return weights;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}
