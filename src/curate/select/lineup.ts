import { type Caps, Room } from './caps.ts';
import { likeness, sharedWords, storyVectors, type StoryVector } from './likeness.ts';
import type { LineupRule } from '../../model.ts';
import { type LineupCandidate, ruleInWords, ruleMatches } from './rules.ts';
import { say } from '../../text/said.ts';

/** How a lineup is made of ranked candidates. */
export interface LineupRules {
  /** Slots to fill, exploration included. */
  size: number;
  caps: Caps;
  /** Maximal marginal relevance: 0 = score alone, 1 = difference alone. */
  diversity: number;
  /** Slots at the end for candidates that the ranker is least sure of. */
  explore: number;
  rules: readonly LineupRule[];
}

export type ChosenBy = 'score' | 'must-look' | 'explore';
export type BelowBy = 'blocked' | 'ran' | 'off-topic' | 'cap' | 'alike' | 'rank';

export interface Lineup {
  /** In the order of the lineup. */
  chosen: { story: number; by: ChosenBy; reason: string }[];
  /** Everything else, best first: nothing is dropped in silence. */
  below: { story: number; by: BelowBy; reason: string }[];
}

/** So many candidates a slot are compared with each other; what stands below them is not close to any slot. */
const CONTENDERS = 5;

/**
 * Chooses the lineup; every candidate ends in exactly one of the two lists, with the reason. Rules of the team come
 * first. The slots go one by one to the candidate whose score, less its likeness to those chosen, is highest (maximal
 * marginal relevance; Carbonell and Goldstein 1998) and for which the caps leave room; the last ones to candidates close
 * to the line of which the ranker knows least.
 */
export function selectLineup(candidates: readonly LineupCandidate[], rules: LineupRules): Lineup {
  const byScore = candidates.toSorted((a, b) => b.score - a.score || a.story - b.story);
  const below = new Map<number, Lineup['below'][number]>();
  const room = new Room(rules.caps);
  const chosen: Choice[] = [];
  const open: LineupCandidate[] = [];
  for (const candidate of byScore) {
    const { story } = candidate;
    const rule = rules.rules.find((each) => ruleMatches(each, candidate));
    const out = kept(candidate, rule);
    if (out !== null) below.set(story, { story, ...out });
    else if (rule === undefined) open.push(candidate);
    else chosen.push({ candidate, by: 'must-look', reason: ruleInWords(rule) });
  }
  for (const { candidate } of chosen) room.take(candidate);
  const contenders = open.slice(0, CONTENDERS * rules.size);
  const places = Math.max(0, rules.size - chosen.length);
  const trials = open.length > places ? Math.min(rules.explore, places - 1) : 0;
  const picks = mostRelevant(contenders, places - Math.max(0, trials), rules.diversity, chosen, room);
  chosen.push(...picks.chosen);
  const tried = leastKnown(picks.left, Math.max(0, trials), picks.line, room);
  const line = chosen.toSorted(
    (a, b) => b.candidate.score - a.candidate.score || a.candidate.story - b.candidate.story,
  );
  const lineup = [...line, ...tried].map(({ candidate, by, reason }) => ({ story: candidate.story, by, reason }));
  const isIn = new Set(lineup.map(({ story }) => story));
  for (const { story } of open) {
    if (isIn.has(story)) continue;
    below.set(story, picks.out.get(story) ?? { story, by: 'rank', reason: say('below.rank', { n: rules.size }) });
  }
  return { chosen: lineup, below: byScore.flatMap(({ story }) => below.get(story) ?? []) };
}

interface Choice {
  candidate: LineupCandidate;
  by: ChosenBy;
  reason: string;
}

/** Why a candidate is kept out before any slot is given; null when it is not. */
function kept(
  { ran, offTopic }: LineupCandidate,
  rule: LineupRule | undefined,
): Omit<Lineup['below'][number], 'story'> | null {
  if (rule?.action === 'block') return { by: 'blocked', reason: ruleInWords(rule) };
  if (ran !== undefined) return { by: 'ran', reason: ran };
  if (rule === undefined && offTopic !== undefined) return { by: 'off-topic', reason: offTopic };
  return null;
}

/** Gives `places` slots to contenders, and says of those passed over on the way why. `line` is the score of the last. */
function mostRelevant(
  contenders: readonly LineupCandidate[],
  places: number,
  diversity: number,
  taken: readonly Choice[],
  room: Room,
): { chosen: Choice[]; left: LineupCandidate[]; out: Map<number, Lineup['below'][number]>; line: number } {
  const all = [...taken.map(({ candidate }) => candidate), ...contenders];
  const vectors = new Map(storyVectors(all.map(({ text }) => text)).map((vector, i) => [all[i]?.story, vector]));
  const vectorOf = ({ story }: LineupCandidate): StoryVector => vectors.get(story) ?? new Map();
  const relevance = scaled(contenders);
  const nearest = new Map<number, { like: number; to: LineupCandidate }>();
  const out = new Map<number, Lineup['below'][number]>();
  const chosen: Choice[] = [];
  let left = [...contenders];
  const settle = (next: LineupCandidate): void => {
    for (const other of left) {
      const like = likeness(vectorOf(other), vectorOf(next));
      if (like > (nearest.get(other.story)?.like ?? 0)) nearest.set(other.story, { like, to: next });
    }
  };
  for (const { candidate } of taken) settle(candidate);
  while (chosen.length < places) {
    const worth = (candidate: LineupCandidate): number =>
      (1 - diversity) * (relevance.get(candidate.story) ?? 0) - diversity * (nearest.get(candidate.story)?.like ?? 0);
    const next = best(left, worth);
    if (next === undefined) break;
    left = left.filter(({ story }) => story !== next.story);
    const full = room.full(next);
    if (full !== null) {
      out.set(next.story, { story: next.story, by: 'cap', reason: full });
      continue;
    }
    chosen.push({ candidate: next, by: 'score', reason: say('below.score', { score: next.score.toFixed(2) }) });
    room.take(next);
    settle(next);
  }
  const line = Math.min(...chosen.map(({ candidate }) => candidate.score));
  for (const candidate of left) {
    const near = nearest.get(candidate.story);
    if (candidate.score <= line || near === undefined) continue;
    const words = sharedWords(vectorOf(candidate), vectorOf(near.to)).join(', ');
    const reason = say('below.alike', { title: near.to.title, words });
    out.set(candidate.story, { story: candidate.story, by: 'alike', reason });
  }
  return { chosen, left: left.filter(({ story }) => !out.has(story)), out, line };
}

/** Scores as shares of their range, so that they can be set against likeness. */
function scaled(candidates: readonly LineupCandidate[]): Map<number, number> {
  const scores = candidates.map(({ score }) => score);
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  return new Map(candidates.map(({ story, score }) => [story, most > least ? (score - least) / (most - least) : 1]));
}

/** The candidates that are closest to being a coin toss, and of whose like the ranker knows least. */
function leastKnown(left: readonly LineupCandidate[], many: number, line: number, room: Room): Choice[] {
  const chosen: Choice[] = [];
  const unsure = ({ score, newness = 0 }: LineupCandidate): number => {
    const chance = 1 / (1 + Math.exp(line - score));
    return 4 * chance * (1 - chance) * (0.5 + 0.5 * newness);
  };
  for (const candidate of left.toSorted((a, b) => unsure(b) - unsure(a) || a.story - b.story)) {
    if (chosen.length >= many) break;
    if (room.full(candidate) !== null) continue;
    room.take(candidate);
    const reason = say('below.trial', { gap: (line - candidate.score).toFixed(2) });
    chosen.push({ candidate, by: 'explore', reason });
  }
  return chosen;
}

function best(candidates: readonly LineupCandidate[], worth: (candidate: LineupCandidate) => number) {
  let [found, most] = [candidates[0], Number.NEGATIVE_INFINITY];
  for (const candidate of candidates) {
    const value = worth(candidate);
    if (value > most) [found, most] = [candidate, value];
  }
  return found;
}
