import { weekOf } from '../curate/rank/choice-sets.ts';
import { type NewsModel, parseNewsModel, startingNews } from '../curate/rank/news-model.ts';
import { trainNews } from '../curate/rank/news-train.ts';
import { rankNews } from '../curate/rank/news.ts';
import { type PaperModel, parsePaperModel } from '../curate/rank/papers-model.ts';
import { startingPapers } from '../curate/rank/papers-start.ts';
import { trainPapers } from '../curate/rank/papers-train.ts';
import { rankPapers } from '../curate/rank/papers.ts';
import type { Ranked } from '../curate/rank/ranked.ts';
import { PICKED } from '../curate/rank/verdicts.ts';
import type { Instant, Section } from '../model.ts';
import type { NightContext } from './context.ts';
import { newsOutcomes, paperOutcomes, TEAM } from './outcomes.ts';
import { profileOf } from './profile.ts';

/** A story of the past as the comparison of two rankers needs it. */
export interface Outcome {
  story: number;
  /** 0 = not picked, 1 = picked. */
  picked: number;
  /** When it was decided on; null when it was only passed over. */
  at: Instant | null;
  /** Stories of one week are compared with each other. */
  week: number;
}

/** What there is to learn in a section, and how; the model is opaque to the one who decides whether to use it. */
export interface Lesson<Model> {
  section: Section;
  /** Into how many parts the stories are split when new weights are tried: more where learning is quick. */
  folds: number;
  outcomes: readonly Outcome[];
  start: () => Model;
  /** Null when the stored text is damaged or of another version. */
  parse: (data: string) => Model | null;
  /** Learns from what was known at `until`, leaving out some stories. */
  train: (until: Instant, isLeftOut: (story: number) => boolean) => Model;
  /** Ranks stories of the past by a model. */
  rank: (model: Model, stories: ReadonlySet<number>) => readonly Ranked[];
}

type Past = Pick<NightContext, 'store' | 'config'>;

export async function newsLesson(past: Past): Promise<Lesson<NewsModel>> {
  const decisions = await newsOutcomes(past);
  const profile = profileOf(past.config);
  const inputs = new Map(decisions.map(({ input }) => [input.story, input]));
  return {
    section: 'news',
    folds: 10,
    outcomes: decisions.map(({ input, verdict, at }) => ({
      story: input.story,
      picked: PICKED[verdict],
      at: verdict === 'passed' ? null : at,
      week: weekOf(at),
    })),
    start: startingNews,
    parse: parseNewsModel,
    train: (until, isLeftOut) =>
      trainNews(
        decisions.filter(({ input }) => !isLeftOut(input.story)),
        { now: until + 1, profile },
      ),
    rank: (model, stories) =>
      rankNews(
        [...inputs.values()].filter(({ story }) => stories.has(story)),
        model,
        { now: 0, windowStart: 0, profile },
      ),
  };
}

export async function papersLesson(past: Past): Promise<Lesson<PaperModel>> {
  const { papers, picks } = await paperOutcomes(past);
  const byStory = new Map(picks.map((pick) => [pick.story, pick]));
  return {
    section: 'papers',
    folds: 3,
    outcomes: papers.map(({ story, published }) => {
      const pick = byStory.get(story);
      return {
        story,
        picked: pick === undefined ? 0 : PICKED[pick.verdict ?? 'keep'],
        at: pick?.at ?? null,
        week: weekOf(published),
      };
    }),
    start: startingPapers,
    parse: parsePaperModel,
    train: (until, isLeftOut) =>
      trainPapers(
        papers.filter(({ story }) => !isLeftOut(story)),
        picks.filter(({ story }) => !isLeftOut(story)),
        { labels: { [TEAM]: 1 }, now: until + 1, prior: startingPapers() },
      ),
    rank: (model, stories) =>
      rankPapers(
        papers.filter(({ story }) => stories.has(story)),
        model,
        { now: 0 },
      ),
  };
}
