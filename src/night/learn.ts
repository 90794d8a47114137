import { agreement, type ScoredSet } from '../curate/rank/agreement.ts';
import { parseNewsModel } from '../curate/rank/news-model.ts';
import { parsePaperModel } from '../curate/rank/papers-model.ts';
import type { Instant } from '../model.ts';
import type { NightContext } from './context.ts';
import { newsLesson, papersLesson, type Lesson, type Outcome } from './lessons.ts';
import { say } from '../text/said.ts';

type Past = Pick<NightContext, 'store' | 'config'>;

/** So many new decisions make it worth while to learn anew. */
const ENOUGH = 5;

/** What came of a try to learn, as it is kept for the desk. */
export interface Trial {
  /** Decisions that the ranker in service did not know. */
  decisions: number;
  /** Share of pairs put right by the new weights and by those in service; null when nothing could be compared. */
  agreed: number | null;
  before: number | null;
  inService: boolean;
}

/**
 * Learns from the editors' decisions where there are enough new ones, section by section, and returns what happened in
 * words. New weights go into service only when they agree better than the ones in service with decisions that neither
 * has seen; a stored ranker that is damaged is made anew from the decisions it was made from.
 */
export async function learn(past: Past): Promise<string[]> {
  return [
    ...(await learnSection('rank-news', parseNewsModel, newsLesson, past)),
    ...(await learnSection('rank-papers', parsePaperModel, papersLesson, past)),
  ];
}

async function learnSection<Model>(
  name: string,
  parse: (data: string) => Model | null,
  lessonOf: (past: Past) => Promise<Lesson<Model>>,
  past: Past,
): Promise<string[]> {
  if (await isUpToDate(name, parse, past)) return [];
  const lesson = await lessonOf(past);
  return [...(await repair(name, lesson, past)), ...(await study(name, lesson, past))];
}

/** The name under which the last try to learn is kept. */
export function trialOf(name: string): string {
  return `${name}-trial`;
}

/** A quick look that spares a quiet night the reading of everything. */
async function isUpToDate(name: string, parse: (data: string) => unknown, { store }: Past): Promise<boolean> {
  const row = await store.models.newest(name);
  if (row !== null && parse(row.data) === null) return false;
  const trial = await store.models.newest(trialOf(name));
  const since = Math.max(row?.at ?? 0, trial?.at ?? 0);
  const printed = await store.outcomes.lastPrinted();
  const ends = await store.outcomes.briefEnds();
  return !(ends.some(({ at }) => at > since) || (printed !== null && printed > since));
}

async function repair<Model>(name: string, lesson: Lesson<Model>, { store }: Past): Promise<string[]> {
  const row = await store.models.newest(name);
  if (row === null || lesson.parse(row.data) !== null) return [];
  const model = lesson.train(row.at, () => false);
  const decided = decidedIn(lesson.outcomes).filter(({ at }) => at <= row.at);
  await store.models.save(name, JSON.stringify(model), row.at);
  return [say('learned.mended', { section: lesson.section, version: row.id, n: decided.length })];
}

async function study<Model>(name: string, lesson: Lesson<Model>, { store }: Past): Promise<string[]> {
  const row = await store.models.newest(name);
  const trial = await store.models.newest(trialOf(name));
  const decided = decidedIn(lesson.outcomes);
  const known = row?.at ?? 0;
  const fresh = decided.filter(({ at }) => at > known);
  if (fresh.filter(({ at }) => at > (trial?.at ?? 0)).length < ENOUGH) return [];
  const until = Math.max(...decided.map(({ at }) => at));
  const inService = (row === null ? null : lesson.parse(row.data)) ?? lesson.start();
  const { agreed, before } = compare(lesson, inService, known, until);
  const isBetter = agreed !== null && before !== null && agreed > before;
  const result: Trial = { decisions: fresh.length, agreed, before, inService: isBetter };
  await store.models.save(trialOf(name), JSON.stringify(result), until);
  if (isBetter) await store.models.save(name, JSON.stringify(lesson.train(until, () => false)), until);
  return [inWords(lesson.section, result)];
}

/**
 * How far the ranker in service and new weights agree with decisions since `known`. The new weights are learned without
 * the stories they are asked about (cross-validation), so neither ranker has seen them.
 */
function compare<Model>(
  lesson: Lesson<Model>,
  inService: Model,
  known: Instant,
  until: Instant,
): { agreed: number | null; before: number | null } {
  const fresh = lesson.outcomes.filter(({ at }) => at === null || at > known);
  const weeks = new Set(fresh.filter(({ picked }) => picked > 0).map(({ week }) => week));
  const asked = fresh.filter(({ week }) => weeks.has(week));
  const agreed = new Map<number, number>();
  for (let fold = 0; fold < lesson.folds; fold++) {
    const mine = asked.filter(({ story }) => foldOf(story, lesson.folds) === fold);
    const stories = new Set(mine.map(({ story }) => story));
    const model = lesson.train(until, (story) => stories.has(story));
    for (const { story, score } of lesson.rank(model, stories)) agreed.set(story, score);
  }
  const before = lesson.rank(inService, new Set(asked.map(({ story }) => story)));
  return {
    agreed: agreement(scoredSets(asked, agreed)),
    before: agreement(scoredSets(asked, new Map(before.map(({ story, score }) => [story, score])))),
  };
}

function scoredSets(outcomes: readonly Outcome[], scores: ReadonlyMap<number, number>): ScoredSet[] {
  const weeks = new Map<number, { picked: number[]; aside: number[] }>();
  for (const { story, picked, week } of outcomes) {
    const set = weeks.get(week) ?? { picked: [], aside: [] };
    weeks.set(week, set);
    (picked > 0 ? set.picked : set.aside).push(scores.get(story) ?? 0);
  }
  return [...weeks.values()];
}

/** Scatters neighbouring stories over the folds, the same on every run (Knuth's multiplicative hash). */
function foldOf(story: number, folds: number): number {
  return (Math.imul(story, 0x9e3779b1) >>> 8) % folds;
}

function decidedIn(outcomes: readonly Outcome[]): (Outcome & { at: Instant })[] {
  return outcomes.flatMap((outcome) => (outcome.at === null ? [] : [{ ...outcome, at: outcome.at }]));
}

function inWords(section: string, { decisions: n, agreed, before, inService }: Trial): string {
  if (agreed === null || before === null) return say('learned.nothing', { section, n });
  const figures = { section, n, agreed: percent(agreed), before: percent(before) };
  return say(inService ? 'learned.new' : 'learned.old', figures);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
