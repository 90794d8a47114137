/** Which blocks of a page belong to its gold text: a label between 0 and 1 for each. */

/** Words as the scorer of the data takes them; Han and kana one character each, where the page is Japanese or Chinese. */
export function wordsOf(text: string): string[] {
  return text.match(/[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[\p{L}\p{N}_\p{M}]+/gu) ?? [];
}

const N = 4;

/**
 * A block's share of four-word shingles that stand in the gold, each gold shingle used once. Shorter blocks must stand in
 * the gold beside the end of the block before or the start of the block after them.
 */
export function labelBlocks(texts: readonly string[], gold: string): number[] {
  const goldWords = wordsOf(gold);
  const joined = ` ${goldWords.join(' ')} `;
  const left = new Map<string, number>();
  for (const shingle of shinglesOf(goldWords)) left.set(shingle, (left.get(shingle) ?? 0) + 1);
  const words = texts.map(wordsOf);
  return words.map((own, index) => {
    if (own.length === 0) return 0;
    if (own.length < N) {
      const before = (words[index - 1] ?? []).slice(-2);
      const after = (words[index + 1] ?? []).slice(0, 2);
      const short = own.join(' ');
      const found =
        (before.length > 0 && joined.includes(` ${[...before, short].join(' ')} `)) ||
        (after.length > 0 && joined.includes(` ${[short, ...after].join(' ')} `));
      return found ? 1 : 0;
    }
    const mine = shinglesOf(own);
    let hits = 0;
    for (const shingle of mine) {
      const rest = left.get(shingle) ?? 0;
      if (rest === 0) continue;
      left.set(shingle, rest - 1);
      hits++;
    }
    return hits / mine.length;
  });
}

function shinglesOf(words: readonly string[]): string[] {
  return words.slice(N - 1).map((_, i) => words.slice(i, i + N).join(' '));
}
