import type { Instant } from '../../model.ts';
import type { PaperInput, PaperPick } from './papers-model.ts';
import { PICKED } from './verdicts.ts';

/** The papers to learn from, in sets of one week, thinned. All arrays run alongside `papers`. */
export interface ChoiceSets {
  papers: readonly PaperInput[];
  /** Row numbers of each week, oldest week first. */
  sets: readonly (readonly number[])[];
  /** How much each was picked, 0 = passed over. */
  chosen: Float64Array;
  /** How many papers each stands for. */
  standsFor: Float64Array;
}

const DAY = 24 * 3_600_000;
const WEEK = 7 * DAY;
/** 1970-01-01 was a Thursday; weeks begin on Monday. */
const MONDAY = 3 * DAY;
/** A pick of a year ago counts half. */
export const HALF_LIFE = 52 * WEEK;
/** Passed-over papers of a week that are learned from; more cost time and teach nothing (docs/notes/ranking.md). */
const PASSED_OVER = 500;

/**
 * Sorts what was offered before `now` into weeks and notes what was picked of it.
 *
 * Where only part of a week's papers is at hand (the rest was pruned, or never recorded), picks are too frequent among
 * them. Weeks of under half the largest week's size are taken for such, and each of their passed-over papers stands for
 * so many that the week counts like an ordinary one.
 *
 * @param weights how much a pick of each label counts; picks of other labels only tell that a paper was not passed over.
 */
export function choiceSets(
  candidates: readonly PaperInput[],
  picks: readonly PaperPick[],
  weights: Readonly<Record<string, number>>,
  now: Instant,
): ChoiceSets {
  const known = picks.filter(({ at }) => at < now);
  const noted = new Set(known.map(({ story }) => story));
  const chosenOf = strongestPicks(known, new Map(Object.entries(weights)), now);
  const weeks = byWeek(candidates.filter(({ published }) => !(published >= now)));
  const ordinary = ordinaryPassedOver(weeks, noted);
  const papers: PaperInput[] = [];
  const sets: number[][] = [];
  const standsFor: number[] = [];
  for (const week of weeks) {
    const passedOver = week.filter(({ story }) => !noted.has(story));
    const share = Math.min(1, PASSED_OVER / passedOver.length);
    const kept = week.filter(({ story }) => noted.has(story) || scatter(story) < share);
    const keptPassedOver = kept.filter(({ story }) => !noted.has(story)).length;
    const each = Math.max(passedOver.length, ordinary(week)) / keptPassedOver;
    sets.push(kept.map((_, i) => papers.length + i));
    for (const paper of kept) {
      papers.push(paper);
      standsFor.push(noted.has(paper.story) ? 1 : each);
    }
  }
  const chosen = Float64Array.from(papers, ({ story }) => chosenOf.get(story) ?? 0);
  return { papers, sets, chosen, standsFor: Float64Array.from(standsFor) };
}

/** Days since when, in whole weeks; papers without a date share a week of their own. */
export function weekOf(published: Instant): number {
  return Number.isFinite(published) ? Math.floor((published + MONDAY) / WEEK) : -1;
}

function byWeek(papers: readonly PaperInput[]): PaperInput[][] {
  const weeks = new Map<number, PaperInput[]>();
  for (const paper of papers) {
    const week = weekOf(paper.published);
    const known = weeks.get(week);
    if (known) known.push(paper);
    else weeks.set(week, [paper]);
  }
  return [...weeks].sort(([a], [b]) => a - b).map(([, week]) => week);
}

/** Of each story the pick that counts most, less with age. */
function strongestPicks(
  picks: readonly PaperPick[],
  weights: ReadonlyMap<string, number>,
  now: Instant,
): Map<number, number> {
  const strongest = new Map<number, number>();
  for (const { story, label, at, verdict = 'keep' } of picks) {
    const counts = (weights.get(label) ?? 0) * PICKED[verdict] * 2 ** (-(now - at) / HALF_LIFE);
    if (counts > (strongest.get(story) ?? 0)) strongest.set(story, counts);
  }
  return strongest;
}

/** How many papers were passed over in a week: in a thin week as many as in the mean of the full ones. */
function ordinaryPassedOver(
  weeks: readonly (readonly PaperInput[])[],
  noted: ReadonlySet<number>,
): (week: readonly PaperInput[]) => number {
  const full = Math.max(0, ...weeks.map((week) => week.length)) / 2;
  const sizes = weeks
    .filter((week) => week.length >= full)
    .map((week) => week.filter(({ story }) => !noted.has(story)).length);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  return (week) => (week.length < full ? mean : 0);
}

/** A number in 0..1 that scatters neighbouring ids evenly (Knuth's multiplicative hash), the same on every run. */
function scatter(story: number): number {
  return (Math.imul(story + 1, 0x9e3779b1) >>> 0) / 2 ** 32;
}
