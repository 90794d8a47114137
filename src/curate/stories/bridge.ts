import type { NightWords, Read } from './night.ts';

/** A handle is rare: in few earlier titles. */
const RARE = 0.6;
/** Only a story of so many reports goes by two names. */
const LARGE = 5;
/** Reports that use the handles of both. */
const BRIDGES = 2;

interface Group {
  members: number[];
  /** Terms of at least half of its titles. */
  common: ReadonlySet<number>;
}

/**
 * Finds groups that are one story under two names. A large story is told by some as the product and by others as the
 * project; a mean over all pairs keeps the two apart, because most pairs share little. They are one when at least two
 * reports use the handle of both (a rare term that half of one group's titles have and the other group's do not), and
 * when both groups also share a term that half of their titles have.
 *
 * @param home the group of each item
 * @returns for each such pair of groups, all of their items
 */
export function bridgesOf(all: readonly Read[], home: readonly number[], words: NightWords): number[][] {
  const groups = groupsOf(all, home);
  const byTerm = new Map<number, Group[]>();
  for (const group of groups) for (const term of group.common) byTerm.set(term, [...(byTerm.get(term) ?? []), group]);
  const found: number[][] = [];
  for (const group of groups.filter(({ members }) => members.length >= LARGE)) {
    const kin = new Set([...group.common].flatMap((term) => byTerm.get(term) ?? []));
    for (const other of kin)
      if (other !== group && isBridged(group, other, all, words)) found.push([...group.members, ...other.members]);
  }
  return found;
}

function groupsOf(all: readonly Read[], home: readonly number[]): Group[] {
  const isShared = new Uint8Array(home.length);
  for (const [item, id] of home.entries()) if (item !== id) isShared[id] = 1;
  const members = new Map<number, number[]>();
  for (const [item, id] of home.entries()) {
    if (isShared[id] !== 1) continue;
    const list = members.get(id);
    if (list === undefined) members.set(id, [item]);
    else list.push(item);
  }
  return [...members.values()].map((list) => ({ members: list, common: commonTerms(list, all) }));
}

function commonTerms(members: readonly number[], all: readonly Read[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const item of members)
    for (const term of all[item]?.title.terms ?? []) counts.set(term, (counts.get(term) ?? 0) + 1);
  const least = Math.max(2, members.length / 2);
  return new Set([...counts].flatMap(([term, count]) => (count >= least ? [term] : [])));
}

function isBridged(a: Group, b: Group, all: readonly Read[], words: NightWords): boolean {
  const [ofA, ofB] = [handles(a, b, words), handles(b, a, words)];
  if (ofA.length === 0 || ofB.length === 0) return false;
  const bridges = [...a.members, ...b.members].filter((item) => {
    const terms = all[item]?.title.terms ?? [];
    return ofA.some((term) => terms.includes(term)) && ofB.some((term) => terms.includes(term));
  });
  return bridges.length >= BRIDGES;
}

function handles(own: Group, other: Group, words: NightWords): number[] {
  return [...own.common].filter((term) => !other.common.has(term) && words.weight(term) >= RARE);
}
