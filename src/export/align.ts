import { words } from '../text/tokens.ts';

/** Two texts with at least this share of words in common are one text, edited. */
const SAME_TEXT = 0.5;

/** A pair of lines: changed or equal when both are there, else removed or added. */
export interface Pair {
  before: number | null;
  after: number | null;
}

/**
 * Aligns two texts line by line, keeping their order, so that the likeness of the pairs adds up to the most it can be
 * (Needleman and Wunsch 1970, with no cost for a gap). Time and memory: lines before times lines after.
 */
export function alignLines(before: readonly string[], after: readonly string[]): Pair[] {
  const likeness = likenessTable(before, after);
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  const bestAt = (row: number, column: number): number => best[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const paired = likeness(row, column);
      const together = paired === 0 ? 0 : paired + bestAt(row + 1, column + 1);
      best[row * width + column] = Math.max(together, bestAt(row + 1, column), bestAt(row, column + 1));
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const paired = row < before.length && column < after.length ? likeness(row, column) : 0;
    if (paired > 0 && bestAt(row, column) === paired + bestAt(row + 1, column + 1)) {
      pairs.push({ before: row++, after: column++ });
    } else if (row < before.length && bestAt(row, column) === bestAt(row + 1, column)) {
      pairs.push({ before: row++, after: null });
    } else {
      pairs.push({ before: null, after: column++ });
    }
  }
  return pairs;
}

/** Dice's coefficient of the words of two lines; 0 below the bound. */
function likenessTable(before: readonly string[], after: readonly string[]): (row: number, column: number) => number {
  const [rows, columns] = [before.map(wordSet), after.map(wordSet)];
  return (row, column) => {
    const [a, b] = [rows[row] ?? new Set(), columns[column] ?? new Set()];
    if (2 * Math.min(a.size, b.size) < SAME_TEXT * (a.size + b.size)) return 0;
    let shared = 0;
    for (const word of a) if (b.has(word)) shared++;
    const dice = a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
    return dice >= SAME_TEXT ? dice : 0;
  };
}

function wordSet(line: string): Set<string> {
  return new Set(words(line));
}
