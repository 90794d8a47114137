import { words } from '../../src/text/tokens.ts';

/**
 * ROUGE-1 (Lin, 2004): the share of the reference's words that stand in the summary, each as often as it stands there;
 * no stemming, no stop words.
 */
export function rouge1Recall(summary: string, reference: string): number {
  const left = new Map<string, number>();
  for (const word of words(summary)) left.set(word, (left.get(word) ?? 0) + 1);
  const wanted = words(reference);
  let found = 0;
  for (const word of wanted) {
    const count = left.get(word) ?? 0;
    if (count > 0) found += 1;
    left.set(word, count - 1);
  }
  return wanted.length === 0 ? 0 : found / wanted.length;
}

/** Share of the text's 25 most frequent telling words that stand in the summary: how much of its matter is touched. */
export function coverage(summary: string, text: string, isTelling: (word: string) => boolean): number {
  const counts = new Map<string, number>();
  for (const word of words(text).filter(isTelling)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 25);
  const said = new Set(words(summary));
  return top.length === 0 ? 0 : top.filter(([word]) => said.has(word)).length / top.length;
}
