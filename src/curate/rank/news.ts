import type { Reason } from '../../model.ts';
import { say } from '../../text/said.ts';
import type { NewsInput, NewsModel } from './news-model.ts';
import { type NewsContext, newsTraits } from './news-traits.ts';
import { newsTerms } from './news-words.ts';
import { type Ranked, rankByReasons, reason } from './ranked.ts';
import { STARTING_PROFILE } from './topics.ts';

/** Ranks stories, best first, ties by story id; the weights of the reasons add up to the score exactly. */
export function rankNews(stories: readonly NewsInput[], model: NewsModel, context: NewsContext): Ranked[] {
  const weights = newsWeights(model, context);
  const words = new Map(Object.entries(model.words));
  const outlets = new Map(Object.entries(model.outlets));
  const explain = (story: NewsInput): Reason[] => [
    ...newsTraits(story, context).map(({ name, value, words: said }) =>
      reason(name.replace(/^topic: .*/u, 'topic'), said, value * (weights.get(name) ?? 0)),
    ),
    ...taste(story, words),
    ...outletWorth(story, outlets),
  ];
  // An outlet of which nothing was decided yet is new; one of three decisions half as new as one of one.
  const newness = (story: NewsInput): number =>
    1 / (1 + Math.max(0, ...story.outlets.map(({ name }) => outlets.get(name)?.offered ?? 0)));
  return rankByReasons(stories, explain, newness);
}

/** What each trait counts: as learned, and for topics of the profile that were never learned, the profile's weight. */
export function newsWeights({ traits }: NewsModel, { profile = STARTING_PROFILE }: NewsContext): Map<string, number> {
  const topics = profile.topics.map(({ name, weight }): [string, number] => [`topic: ${name}`, weight]);
  return new Map([...topics, ...Object.entries(traits)]);
}

const TERMS_NAMED = 3;

function taste(story: NewsInput, learned: ReadonlyMap<string, number>): Reason[] {
  if (learned.size === 0) return [];
  const shares = Array.from(newsTerms(story), ([term, value]) => ({ term, weight: value * (learned.get(term) ?? 0) }));
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const named = shares
    .filter(({ weight }) => weight * total > 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.term < b.term ? -1 : 1))
    .map(({ term }) => term.replace(/^title:/u, ''));
  const terms = [...new Set(named)].slice(0, TERMS_NAMED).join(', ');
  return [reason('taste', say(total > 0 ? 'rank.likeKept' : 'rank.likeAside', { words: terms }), total)];
}

/** Of the outlets that tell a story the one whose stories were kept most: a good report makes up for a poor one. */
function outletWorth({ outlets }: NewsInput, learned: ReadonlyMap<string, NewsModel['outlets'][string]>): Reason[] {
  const known = outlets.flatMap(({ name }) => {
    const worth = learned.get(name);
    return worth === undefined ? [] : [{ name, ...worth }];
  });
  const [best] = known.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
  if (best === undefined) return [];
  const { name: outlet, kept, offered, weight } = best;
  return [reason('outlet', say('rank.outlet', { outlet, kept, offered }), weight)];
}
