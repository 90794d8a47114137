import type { Instant, Reason } from '../../model.ts';
import type { NewsInput, NewsModel } from './news-model.ts';
import { type Ranked, rankByReasons, reason } from './ranked.ts';
import { STARTING_PROFILE, type TopicProfile, wordsIn } from './topics.ts';

/** What a ranking of news may look at beside the stories. */
export interface NewsContext {
  now: Instant;
  /** Start of the open issue's window (when the last issue was sent). */
  windowStart: Instant;
  /** What the newsletter is about; the starting profile when not given. */
  profile?: TopicProfile | undefined;
}

const HOUR = 3_600_000;

/** Ranks stories, best first, ties by story id; the weights of the reasons add up to the score exactly. */
export function rankNews(stories: readonly NewsInput[], model: NewsModel, context: NewsContext): Ranked[] {
  return rankByReasons(stories, (story) => explain(story, model, context));
}

function explain(story: NewsInput, model: NewsModel, context: NewsContext): Reason[] {
  return [coverage(story), ...topics(story, context), recency(story, context), ...learned(story, model)];
}

function coverage({ outlets }: NewsInput): Reason {
  const names = [...new Set(outlets.toSorted((a, b) => a.publishedAt - b.publishedAt).map(({ name }) => name))];
  const [first = 'nobody'] = names;
  return reason(
    'coverage',
    names.length > 1 ? `${names.length} outlets, first ${first}` : `only ${first}`,
    Math.log2(Math.max(1, names.length)),
  );
}

function topics(story: NewsInput, { profile = STARTING_PROFILE }: NewsContext): Reason[] {
  const text = `${story.title} ${story.text}`;
  const core = wordsIn(text, profile.core);
  if (core.length === 0) return [reason('off-topic', 'no word of AI', -3)];
  return profile.topics.flatMap(({ name, weight, words }) => {
    const found = wordsIn(text, words);
    return found.length === 0 ? [] : [reason('topic', `${name}: ${found.slice(0, 3).join(', ')}`, weight)];
  });
}

function recency({ published }: NewsInput, { now }: NewsContext): Reason {
  const days = Math.max(0, Math.round((now - published) / (24 * HOUR)));
  return Number.isFinite(days)
    ? reason('recency', `${days} days old`, -0.05 * days)
    : reason('recency', 'no date', -0.5);
}

function learned(story: NewsInput, model: NewsModel): Reason[] {
  const outlet = story.outlets.map(({ name }) => name).find((name) => model.outlets[name]);
  const worth = outlet === undefined ? undefined : model.outlets[outlet];
  return worth ? [reason('outlet', `${outlet} kept ${worth.kept} of ${worth.offered}`, worth.weight)] : [];
}
