/**
 * How much two short texts share, 0 to 1: Dice's coefficient over their pairs of neighbouring letters, which needs no
 * words and so works for Korean too. Two empty texts share nothing.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const first = letterPairs(a);
  const second = letterPairs(b);
  if (first.size === 0 || second.size === 0) return 0;
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared += 1;
  return (2 * shared) / (first.size + second.size);
}

function letterPairs(text: string): Set<string> {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(letters.slice(at, at + 2));
  return pairs;
}
