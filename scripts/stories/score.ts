/** The figures of ../shared/data/stories/score.py, for many groupings at once. */
export interface Figures {
  /** B-cubed F1 over all items (Bagga and Baldwin, 1998). */
  b3: number;
  /** F1 of "same story" over all pairs. */
  pair: number;
  /** Merges and splits an editor would have to make, per 100 items. */
  edits: number;
  /** Share of the groups of two or more that hold one story only. */
  clean: number;
}

/** Scores predicted groups against stories; both are names, by item. Names of different nights must differ. */
export function figuresOf(stories: readonly string[], groups: readonly string[]): Figures {
  const storySize = sizes(stories);
  const groupSize = sizes(groups);
  const both = new Map<string, { story: string; group: string; count: number }>();
  for (const [at, story] of stories.entries()) {
    const group = groups[at] ?? '';
    const cell = both.get(`${story}\n${group}`) ?? { story, group, count: 0 };
    cell.count += 1;
    both.set(`${story}\n${group}`, cell);
  }
  let precision = 0;
  let recall = 0;
  let agreed = 0;
  const inGroup = new Map<string, number>();
  for (const { story, group, count } of both.values()) {
    precision += count ** 2 / (groupSize.get(group) ?? 1) / stories.length;
    recall += count ** 2 / (storySize.get(story) ?? 1) / stories.length;
    agreed += pairsOf(count);
    inGroup.set(group, (inGroup.get(group) ?? 0) + 1);
  }
  const large = [...groupSize].filter(([, size]) => size > 1);
  return {
    b3: harmonic(precision, recall),
    pair: harmonic(agreed / (allPairs(groupSize) || 1), agreed / (allPairs(storySize) || 1)),
    edits: (100 * (2 * both.size - storySize.size - groupSize.size)) / stories.length,
    clean: large.length === 0 ? 1 : large.filter(([group]) => inGroup.get(group) === 1).length / large.length,
  };
}

function sizes(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function allPairs(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + pairsOf(count), 0);
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
