import type { Reason } from '../../model.ts';
import { type Candidates, findCandidates, forEachPair, sharedAddresses } from './candidates.ts';
import { echoesOf, shareNumbersOnly } from './abroad.ts';
import { bridgesOf } from './bridge.ts';
import { type ClusterRules, type ScoredPair, cluster } from './cluster.ts';
import { compare, noEvidence } from './evidence.ts';
import type { GroupItem, Join, KnownStoryItem, Links } from './model.ts';
import { type NightWords, type Read, nightWords } from './night.ts';
import { reasonsOf } from './reasons.ts';
import { stricterBy } from './prior.ts';
import { scoreOf } from './score.ts';
import { tiesOf } from './ties.ts';
import type { WordStats } from './words.ts';
import { say } from '../../text/said.ts';

export interface GroupOptions {
  /** The greatest distance of two dates within one story, in milliseconds. */
  window: number;
}

const DAY = 86_400_000;
const NO_LINKS: Links = { together: [], apart: [] };

/** How scored pairs become stories. */
export const CLUSTERING = {
  /** Near log-odds 0, where one story is as likely as two; measured: see docs/notes/stories.md. */
  cut: -0.5,
  /** A pair with nothing in common counts as this, not as the certainty it nearly is: a story has many angles. */
  floor: -3,
  cap: 8,
  /** The most that a night is made stricter by how little its pairs tell one story. */
  strictest: 1,
  /** Stories that stood before never merge, however often they are bridged. */
  bridgeRounds: 5,
} as const;
/** The same, with other figures: what a measurement tries. */
export type Clustering = { readonly [Figure in keyof typeof CLUSTERING]: number };
/** One item is the other's subject (the paper, the post it links to): as good as certain. */
const CITES_IT = 8;
/** One is the other in another language. */
const ECHO = 3;
/** Both link to the same third page. */
const CITE_THE_SAME = 3;

/**
 * Puts tonight's items into stories: those of `known` (items of the last nights whose stories are open) or new ones.
 * The rule is told in docs/notes/stories.md.
 *
 * @param tonight in order of arrival
 * @param stats learned from the titles of earlier nights, not of tonight
 * @param links what editors decided; `together` of items in different known stories has no effect here
 * @returns one join an item of tonight, in the same order
 */
export function groupStories(
  tonight: readonly GroupItem[],
  known: readonly KnownStoryItem[],
  stats: WordStats,
  links: Links = NO_LINKS,
  options: GroupOptions = { window: 10 * DAY },
): Join[] {
  const words = nightWords(tonight, stats);
  const all = [...known, ...tonight].map(words.read);
  const candidates = findCandidates(all, known.length, options.window, words);
  const scores = scoresOf(candidates, all, known.length, words);
  const echoes = echoesOf(candidates, all, known.length, words);
  for (const { row } of echoes) scores[row] = Math.max(scores[row] ?? 0, ECHO);
  const follows = followUps(all, known.length);
  const foreign = follows.filter(([a, b]) => all[a]?.item.language !== all[b]?.item.language);
  const home = homesOf(all, { ...candidates, scores }, words, {
    together: [...indices(links.together, all), ...follows, ...echoes.map(({ item, of }) => [item, of] as const)],
    silent: new Set([...foreign.map(([item]) => item), ...echoes.map(({ item }) => item)]),
    apart: indices(links.apart, all),
    standing: [...known.map(({ story }) => story), ...tonight.map(() => undefined)],
  });
  const storyAt = (at: number): number => known[at]?.story ?? all[at]?.item.id ?? at;
  const mates = bestMates({ ...candidates, scores }, home);
  return tonight.map(({ id }, n) => {
    const at = known.length + n;
    const first = home[at] ?? at;
    const reasons = first === at ? [] : joinReasons(at, mates.get(at), all, words);
    return { item: id, story: storyAt(first), reasons };
  });
}

/** The pairs that were compared, in columns, with the log-odds that each tells one story. */
export type Scored = Pick<Candidates, 'a' | 'b'> & { scores: Float64Array };

/**
 * Makes groups of scored pairs: as strict as the night asks for, then again with the groups that reports bridge as one,
 * until there are none.
 *
 * @returns for each item the least index of its group
 */
export function homesOf(
  all: readonly Read[],
  scored: Scored,
  words: NightWords,
  rules: Pick<ClusterRules, 'together' | 'apart' | 'silent' | 'standing'>,
  base: Clustering = CLUSTERING,
): number[] {
  const cut = base.cut + stricterBy(scored.scores, base.strictest);
  const pairs = pairsAbove(base.floor, scored);
  const together = [...rules.together];
  let before: readonly number[] = [];
  for (let round = 0; ; round += 1) {
    const home = cluster(all.length, pairs, { ...base, ...rules, cut, together });
    const isSettled = before.length > 0 && home.every((id, item) => id === before[item]);
    const bridged = isSettled || round === base.bridgeRounds ? [] : bridgesOf(all, home, words);
    if (bridged.length === 0) return home;
    before = home;
    for (const [first = 0, ...others] of bridged) for (const other of others) together.push([first, other]);
  }
}

/** Pairs that pull two items together more than having nothing in common does: few of those that were compared. */
function pairsAbove(floor: number, { a, b, scores }: Scored): ScoredPair[] {
  const pairs: ScoredPair[] = [];
  for (const [row, score] of scores.entries()) if (score > floor) pairs.push({ a: a[row] ?? 0, b: b[row] ?? 0, score });
  return pairs;
}

/** The log-odds of every pair of candidates. */
function scoresOf(candidates: Candidates, all: readonly Read[], tonight: number, words: NightWords): Float64Array {
  const ties = tiesOf(all, tonight, words);
  const scores = new Float64Array(candidates.near.length);
  const evidence = noEvidence();
  forEachPair(candidates, all, (one, other, nearness, row) => {
    const score = shareNumbersOnly(one, other, words)
      ? CLUSTERING.floor
      : scoreOf(compare(one, other, nearness, ties(one, other), words, evidence));
    const link = linkScore(one, other);
    // A link speaks for two reports however little their words do: in two languages they share next to none.
    scores[row] = link === 0 ? score : Math.max(score, CLUSTERING.floor) + link;
  });
  return scores;
}

/**
 * A report that links to just one other report in sight is about the same story, whatever its words; one that links to
 * several (a digest, a background piece) proves nothing this way.
 */
function followUps(all: readonly Read[], tonight: number): (readonly [number, number])[] {
  const wanted = new Set(all.slice(tonight).flatMap(({ item }) => item.cites));
  const byAddress = new Map<string, number>();
  for (const [at, { item }] of all.entries())
    for (const address of item.addresses) if (wanted.has(address)) byAddress.set(address, at);
  return all.slice(tonight).flatMap(({ item }, n) => {
    const cited = new Set(item.cites.flatMap((address) => byAddress.get(address) ?? []));
    cited.delete(tonight + n);
    const [only] = cited;
    return cited.size === 1 && only !== undefined ? [[tonight + n, only] as const] : [];
  });
}

function linkScore(a: Read, b: Read): number {
  const shared = sharedAddresses(a, b);
  if (shared.length === 0) return 0;
  const own = new Set([...a.item.addresses, ...b.item.addresses]);
  return shared.some((key) => own.has(key)) ? CITES_IT : CITE_THE_SAME;
}

/** For each item the pair within its group that speaks most for it. */
function bestMates({ a, b, scores }: Scored, home: readonly number[]): Map<number, ScoredPair> {
  const best = new Map<number, ScoredPair>();
  for (const [row, score] of scores.entries()) {
    const pair = { a: a[row] ?? 0, b: b[row] ?? 0, score };
    if (home[pair.a] !== home[pair.b]) continue;
    for (const at of [pair.a, pair.b]) if (score > (best.get(at)?.score ?? -Infinity)) best.set(at, pair);
  }
  return best;
}

function joinReasons(at: number, pair: ScoredPair | undefined, all: readonly Read[], words: NightWords): Reason[] {
  const mate = pair === undefined ? undefined : all[pair.a === at ? pair.b : pair.a];
  const own = all[at];
  if (pair === undefined || mate === undefined || own === undefined)
    return [{ name: 'editor', value: say('join.editor'), weight: 0 }];
  return reasonsOf(own, mate, pair.score, words);
}

/** What editors said of items, as said of their places in the list; pairs of which one is not in sight are left out. */
function indices(pairs: Links['together'], all: readonly Read[]): (readonly [number, number])[] {
  const ids = new Set(pairs.flat());
  const places = new Map(all.flatMap(({ item: { id } }, at) => (ids.has(id) ? [[id, at] as const] : [])));
  return pairs.flatMap(([x, y]) => {
    const [a, b] = [places.get(x), places.get(y)];
    return a === undefined || b === undefined || a === b ? [] : [[a, b] as const];
  });
}
