/**
 * BM25-TextRank: Mihalcea and Tarau, "TextRank" (2004), with the BM25 similarity of Barrios et al., "Variations of the
 * similarity function of TextRank" (2016), who found these constants best on DUC 2002.
 */
const K1 = 1.2;
const B = 0.75;
/** Words of more than half of the sentences would weigh less than nothing; they get this share of the mean weight. */
const EPSILON = 0.25;
const DAMPING = 0.85;
const TOLERANCE = 1e-6;
const MAX_ROUNDS = 50;

/** How central each sentence is to the text: the stationary share of a walk along likenesses, at least 0, sum 1. */
export function centrality(sentences: readonly (readonly string[])[]): number[] {
  return pageRank(similarities(sentences));
}

/** `result[i][j]`: how well sentence j answers sentence i as a query. */
function similarities(sentences: readonly (readonly string[])[]): number[][] {
  const counts = sentences.map(countTerms);
  const idf = inverseFrequencies(counts);
  const meanLength = sentences.reduce((sum, sentence) => sum + sentence.length, 0) / sentences.length || 1;
  return counts.map((query, i) =>
    counts.map((answer, j) => {
      if (i === j) return 0;
      const norm = K1 * (1 - B + (B * (sentences[j]?.length ?? 0)) / meanLength);
      let score = 0;
      for (const [term, wanted] of query) {
        const found = answer.get(term);
        if (found !== undefined) score += (wanted * (idf.get(term) ?? 0) * found * (K1 + 1)) / (found + norm);
      }
      return score;
    }),
  );
}

function countTerms(sentence: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of sentence) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function inverseFrequencies(counts: readonly Map<string, number>[]): Map<string, number> {
  const sentencesWith = countTerms(counts.flatMap((sentence) => [...sentence.keys()]));
  const raw = [...sentencesWith].map(([term, n]): [string, number] => [
    term,
    Math.log(counts.length - n + 0.5) - Math.log(n + 0.5),
  ]);
  const floor = (EPSILON * raw.reduce((sum, [, idf]) => sum + idf, 0)) / raw.length;
  return new Map(raw.map(([term, idf]) => [term, idf > 0 ? idf : Math.max(0, floor)]));
}

function pageRank(weights: readonly (readonly number[])[]): number[] {
  const n = weights.length;
  const totals = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  let ranks = weights.map(() => 1 / n);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    // What sentences without any likeness hold is shared by all, so that the sum stays 1.
    const idle = ranks.reduce((sum, rank, i) => sum + (totals[i] === 0 ? rank : 0), 0);
    const next = ranks.map(() => (1 - DAMPING + DAMPING * idle) / n);
    weights.forEach((row, i) => {
      const share = (DAMPING * (ranks[i] ?? 0)) / (totals[i] || 1);
      row.forEach((weight, j) => {
        next[j] = (next[j] ?? 0) + share * weight;
      });
    });
    const change = next.reduce((sum, rank, i) => sum + Math.abs(rank - (ranks[i] ?? 0)), 0);
    ranks = next;
    if (change < TOLERANCE) break;
  }
  return ranks;
}
