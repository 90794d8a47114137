import type { Instant } from '../../model.ts';
import { say } from '../../text/said.ts';
import { formsOf, isRetold } from './news-forms.ts';
import type { NewsInput, NewsOutlet } from './news-model.ts';
import { flatText, STARTING_PROFILE, type TopicProfile, wordsIn } from './topics.ts';

/** What a ranking of news may look at beside the stories. */
export interface NewsContext {
  now: Instant;
  /** Start of the open issue's window (when the last issue was sent). */
  windowStart: Instant;
  /** What the newsletter is about; the starting profile when not given. */
  profile?: TopicProfile | undefined;
}

/** One thing that speaks for or against a story; its share of the score is `value` times what the model gives `name`. */
export interface NewsTrait {
  /** "coverage", "topic: policy and law": a key of the model's weights. */
  name: string;
  value: number;
  /** What an editor reads. */
  words: string;
}

const HOUR = 3_600_000;
/** Outlets that follow the first within so long make a story fast. */
const FAST = 12 * HOUR;
/** Titles of fewer words rarely say what happened. */
const SHORT_TITLE = 4;
const TERMS_NAMED = 3;

/** The traits of a story, those of value 0 left out. */
export function newsTraits(story: NewsInput, context: NewsContext): NewsTrait[] {
  return [
    ...coverage(story.outlets),
    ...topics(story, context.profile ?? STARTING_PROFILE),
    ...recency(story, context),
    ...discussion(story),
    ...origin(story),
    ...novelty(story),
    ...form(story),
  ].filter(({ value }) => value !== 0 && Number.isFinite(value));
}

function coverage(outlets: readonly NewsOutlet[]): NewsTrait[] {
  const inOrder = outlets.toSorted((a, b) => a.publishedAt - b.publishedAt);
  const names = [...new Set(inOrder.map(({ name }) => name))];
  const first = inOrder[0];
  if (first === undefined) return [];
  const fast = new Set(
    inOrder.filter(({ publishedAt }) => publishedAt - first.publishedAt <= FAST).map(({ name }) => name),
  );
  const heaviest = Math.max(...outlets.map(({ weight }) => weight));
  const others = fast.size - 1;
  return [
    {
      name: 'coverage',
      value: Math.log2(names.length),
      words: say('rank.coverage', { n: names.length, first: first.name }),
    },
    { name: 'speed', value: Math.log2(1 + others), words: say('rank.speed', { n: others }) },
    {
      name: 'source weight',
      value: heaviest > 0 ? Math.log2(heaviest) : 0,
      words: say('rank.weight', { weight: heaviest }),
    },
  ];
}

function topics({ title, text }: NewsInput, profile: TopicProfile): NewsTrait[] {
  const all = flatText(`${title} ${text}`);
  if (wordsIn(all, profile.core).length === 0) return [{ name: 'off-topic', value: 1, words: say('rank.noWord') }];
  return profile.topics.flatMap(({ name, words }) => {
    const found = wordsIn(all, words);
    if (found.length === 0) return [];
    // Subjects are the team's own words; the shipped ones stand in the table of what is said, too.
    return [{ name: `topic: ${name}`, value: 1, words: `${name}: ${found.slice(0, TERMS_NAMED).join(', ')}` }];
  });
}

/** In whole hours: a night that was killed and begun again some seconds later ranks as it would have. */
function recency({ published }: NewsInput, { now, windowStart }: NewsContext): NewsTrait[] {
  if (!Number.isFinite(published)) return [];
  const told = wholeHours(published);
  const share = (told - wholeHours(windowStart)) / Math.max(1, wholeHours(now) - wholeHours(windowStart));
  return [{ name: 'recency', value: Math.min(1, Math.max(0, share)), words: ageInWords(wholeHours(now) - told) }];
}

function wholeHours(at: Instant): number {
  return Math.floor(at / HOUR);
}

function ageInWords(age: number): string {
  const hours = Math.max(0, age);
  return hours < 48 ? say('rank.hours', { n: hours }) : say('rank.days', { n: Math.round(hours / 24) });
}

function discussion({ points }: NewsInput): NewsTrait[] {
  if (typeof points !== 'number' || !(points > 0)) return [];
  return [{ name: 'discussion', value: Math.log2(1 + points), words: say('rank.points', { n: points }) }];
}

/** A retelling counts only while nobody else tells the story: the others may be the original. */
function origin({ isPrimary, outlets, text }: NewsInput): NewsTrait[] {
  if (isPrimary === true) return [{ name: 'primary', value: 1, words: say('rank.primary') }];
  if (outlets.length > 1 || !isRetold(text)) return [];
  return [{ name: 'retold', value: 1, words: say('rank.retold') }];
}

function novelty({ before }: NewsInput): NewsTrait[] {
  if (!before) return [];
  const issue = before.issue.replace(/^#/u, '');
  return before.relation === 'same'
    ? [{ name: 'ran before', value: 1, words: say('rank.ran', { issue }) }]
    : [{ name: 'update of a printed story', value: 1, words: say('rank.update', { issue }) }];
}

function form({ title, language }: NewsInput): NewsTrait[] {
  const forms = formsOf(title);
  const words = title.split(/\s+/u).filter(Boolean).length;
  return [
    { name: 'form', value: forms.length > 0 ? 1 : 0, words: say('rank.form', { forms: forms.join(', ') }) },
    {
      name: 'short title',
      value: language === 'en' && words < SHORT_TITLE ? 1 : 0,
      words: say('rank.shortTitle', { n: words }),
    },
  ];
}
