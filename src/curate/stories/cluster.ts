/** A scored pair of items: log-odds that they tell one story. */
export interface ScoredPair {
  a: number;
  b: number;
  score: number;
}

export interface ClusterRules {
  /** Groups merge while the mean score over all their pairs is at least this. */
  cut: number;
  /** The score of a pair that was not worth comparing, and the least any pair can count. */
  floor: number;
  /** The most any pair can count, so that one twin does not pull in a stranger. */
  cap: number;
  /** Pairs that belong together whatever their score. */
  together: readonly (readonly [number, number])[];
  /** Pairs that never end in one group. */
  apart: readonly (readonly [number, number])[];
  /** Items without a voice in a mean: they follow another by a link, in a language that has no words in common. */
  silent: ReadonlySet<number>;
  /** The group each item stands in already; groups that exist never merge with each other. undefined = none. */
  standing: readonly (number | undefined)[];
}

interface Group {
  members: number[];
  /** Members that count in a mean. */
  voices: number;
  /** Set when it stood before: two such groups never merge. */
  standing: number | undefined;
  /** To each neighbouring group: the sum over scored pairs of (score - floor). */
  ties: Map<number, number>;
  /** Grows with every change; marks queued merges as out of date. */
  version: number;
}

/**
 * Agglomerative clustering with average linkage on log-odds (Sokal and Michener's UPGMA): the best pair of groups merges
 * while the mean over all their pairs speaks for it, which is the greedy form of correlation clustering. Pairs that were
 * never compared count as `floor`, so the work grows with the pairs given, not with the square of the items.
 *
 * @returns for each item the least index of its group
 */
export function cluster(size: number, pairs: readonly ScoredPair[], rules: ClusterRules): number[] {
  const home = standingHomes(size, rules.standing);
  const homeOf = (item: number): number => home[item] ?? item;
  const groups = groupsSpokenOf(home, pairs, rules);
  const queue = new MergeQueue();

  /** Editors split few items, so a look at all of them costs less than a list in every group. */
  const forbidden = (a: number, b: number): boolean =>
    (groups.get(a)?.standing !== undefined && groups.get(b)?.standing !== undefined) ||
    rules.apart.some(([x, y]) => (homeOf(x) === a && homeOf(y) === b) || (homeOf(x) === b && homeOf(y) === a));
  const offer = (a: number, b: number): void => {
    const [first, second] = [groups.get(a), groups.get(b)];
    if (first === undefined || second === undefined || forbidden(a, b)) return;
    const mean = rules.floor + (first.ties.get(b) ?? 0) / (Math.max(1, first.voices) * Math.max(1, second.voices));
    if (mean >= rules.cut) queue.push({ mean, a, b, versions: first.version + second.version });
  };
  const merge = (a: number, b: number): void => {
    const [into, from] = [groups.get(Math.min(a, b)), groups.get(Math.max(a, b))];
    if (into === undefined || from === undefined || a === b) return;
    absorb(groups, Math.min(a, b), Math.max(a, b));
    for (const member of from.members) home[member] = Math.min(a, b);
    for (const neighbour of into.ties.keys()) offer(Math.min(a, b), neighbour);
  };

  for (const { a, b, score } of pairs) {
    const [x, y] = [homeOf(a), homeOf(b)];
    if (x !== y) tie(groups, x, y, Math.min(rules.cap, Math.max(rules.floor, score)) - rules.floor);
  }
  for (const [a, b] of rules.together) if (!forbidden(homeOf(a), homeOf(b))) merge(homeOf(a), homeOf(b));
  for (const [id, group] of groups) for (const other of group.ties.keys()) if (id < other) offer(id, other);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [first, second] = [groups.get(next.a), groups.get(next.b)];
    if (first !== undefined && second !== undefined && first.version + second.version === next.versions)
      merge(next.a, next.b);
  }
  return home;
}

/** For each item the least index of the story it stands in before any merge. */
function standingHomes(size: number, standing: ClusterRules['standing']): number[] {
  const firstOf = new Map<number, number>();
  return Array.from({ length: size }, (_, item) => {
    const story = standing[item];
    if (story === undefined) return item;
    const first = firstOf.get(story) ?? item;
    firstOf.set(story, first);
    return first;
  });
}

/** The groups that pairs or rules speak of, by their least index; most items of an archive are in none of them. */
function groupsSpokenOf(
  home: readonly number[],
  pairs: readonly ScoredPair[],
  { together, apart, standing, silent }: ClusterRules,
): Map<number, Group> {
  const spokenOf = new Uint8Array(home.length);
  const speakOf = (item: number): void => {
    spokenOf[home[item] ?? item] = 1;
  };
  for (const { a, b } of pairs) {
    speakOf(a);
    speakOf(b);
  }
  for (const item of [...together, ...apart].flat()) speakOf(item);
  const groups = new Map<number, Group>();
  for (const [item, id] of home.entries()) {
    if (spokenOf[id] !== 1) continue;
    const empty = { members: [], voices: 0, standing: standing[item], version: 0 };
    const group: Group = groups.get(id) ?? { ...empty, ties: new Map() };
    groups.set(id, group);
    group.members.push(item);
    if (!silent.has(item)) group.voices += 1;
  }
  return groups;
}

function tie(groups: ReadonlyMap<number, Group>, a: number, b: number, gain: number): void {
  const [first, second] = [groups.get(a), groups.get(b)];
  if (first === undefined || second === undefined) return;
  first.ties.set(b, (first.ties.get(b) ?? 0) + gain);
  second.ties.set(a, (second.ties.get(a) ?? 0) + gain);
}

/** Moves all of group `from` into group `into`. */
function absorb(groups: Map<number, Group>, into: number, from: number): void {
  const [keep, gone] = [groups.get(into), groups.get(from)];
  if (keep === undefined || gone === undefined) return;
  keep.members.push(...gone.members);
  keep.voices += gone.voices;
  keep.standing ??= gone.standing;
  keep.version += gone.version + 1;
  groups.delete(from);
  keep.ties.delete(from);
  for (const [other, gain] of gone.ties) {
    groups.get(other)?.ties.delete(from);
    if (other !== into) tie(groups, into, other, gain);
  }
}

interface Merge {
  mean: number;
  a: number;
  b: number;
  versions: number;
}

/** A binary heap, greatest mean first; equal means in order of arrival, so that a night always groups the same. */
class MergeQueue {
  readonly #heap: Merge[] = [];

  push(merge: Merge): void {
    this.#heap.push(merge);
    for (let at = this.#heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): Merge | undefined {
    this.#swap(0, this.#heap.length - 1);
    const top = this.#heap.pop();
    for (let at = 0; ;) {
      let first = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (this.#before(child, first)) first = child;
      if (first === at) return top;
      this.#swap(at, first);
      at = first;
    }
  }

  #before(x: number, y: number): boolean {
    const [a, b] = [this.#heap[x], this.#heap[y]];
    if (a === undefined || b === undefined) return false;
    return a.mean > b.mean || (a.mean === b.mean && (a.a < b.a || (a.a === b.a && a.b < b.b)));
  }

  #swap(x: number, y: number): void {
    const [a, b] = [this.#heap[x], this.#heap[y]];
    if (a === undefined || b === undefined) return;
    this.#heap[x] = b;
    this.#heap[y] = a;
  }
}
