import { flatText, wordsIn } from '../../curate/rank/topics.ts';
import type { Config } from '../../config.ts';
import type { Instant, Night } from '../../model.ts';
import { nightOf } from '../../night/context.ts';
import { picksAgreement } from '../../night/picks.ts';
import { profileOf } from '../../night/profile.ts';
import type { OfferedStory, ToldElsewhere } from '../../store/insights.ts';
import type { Store } from '../../store/store.ts';
import type { InsightPage, RivalStory, Share, TopicLine } from '../wire/insight.ts';
import { LABS } from './labs.ts';

const DAY = 86_400_000;
const WEEKS = 13;
const FEWEST_WEEKS = 4;
const ISSUES = 6;
/** "How many of the last 20 picks stood in the top 50." */
const PICKS = 20;
const RIVAL_DAYS = 21;
/** Bars and lines beyond these are too many to be told apart. */
const [BARS, LINES] = [12, 7];

/** Everything that the pictures are drawn from. */
export async function insightPage(store: Store, config: Config, now: Instant): Promise<InsightPage> {
  const weeks = mondays(now, config.timezone);
  const rivals = config.sources.filter(({ rival }) => rival);
  const [offered, outlets, agreement, told] = await Promise.all([
    store.insights.offeredSince(weeks[0] ?? ''),
    store.insights.outletsOfIssues(ISSUES),
    picksAgreement({ store, config }, { last: PICKS }),
    store.insights.toldBy(
      rivals.map(({ id }) => id),
      now - RIVAL_DAYS * DAY,
    ),
  ]);
  const titles = new Map(rivals.map(({ id, title }) => [id, title]));
  return {
    issues: byIssue(outlets),
    ...topicsOver(lived(weeks, offered), offered, config),
    outlets: shares(offered, ({ outlets }) => outlets),
    labs: shares(offered, labsIn),
    picks: agreement.picks.map(({ story, title, rank, at }) => ({ story, title, rank, at })),
    picksAre: agreement.kind,
    rivals: told.map((row) => rivalStory(row, titles)),
    rivalSources: [...titles.values()],
  };
}

/** The Mondays of the last weeks in the editors' zone, oldest first. */
function mondays(now: Instant, timezone: string): Night[] {
  const today = Date.parse(nightOf(now, timezone));
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
  return Array.from({ length: WEEKS }, (_, index) =>
    new Date(monday - (WEEKS - 1 - index) * 7 * DAY).toISOString().slice(0, 10),
  );
}

function byIssue(rows: readonly { number: number; name: string; stories: number }[]): InsightPage['issues'] {
  const numbers = [...new Set(rows.map(({ number }) => number))];
  return numbers.map((number) => ({
    number,
    outlets: rows.filter((row) => row.number === number).map(({ name, stories }) => ({ name, stories })),
  }));
}

/** How many offered stories of each week speak of a subject of the team's profile. */
function topicsOver(
  weeks: readonly Night[],
  offered: readonly OfferedStory[],
  config: Config,
): Pick<InsightPage, 'weeks' | 'topics'> {
  const texts = offered.map((story) => ({ ...story, text: flatText(`${story.title} ${story.summary}`) }));
  const lines = profileOf(config).topics.map(({ name, words }) => {
    const nights = texts.filter(({ text }) => wordsIn(text, words).length > 0).map(({ night }) => night);
    const counts = weeks.map((week, index) => {
      const next = weeks[index + 1] ?? '9999';
      return nights.filter((night) => night >= week && night < next).length;
    });
    return { name, counts };
  });
  const total = ({ counts }: TopicLine): number => counts.reduce((sum, count) => sum + count, 0);
  const topics = lines
    .filter((line) => total(line) > 0)
    .toSorted((a, b) => total(b) - total(a))
    .slice(0, LINES);
  return { weeks, topics };
}

/** The weeks since there are stories, and some before, so that a line has room to begin. */
function lived(weeks: readonly Night[], offered: readonly OfferedStory[]): readonly Night[] {
  const first = offered[0]?.night ?? '';
  const begun = weeks.findIndex((_, index) => (weeks[index + 1] ?? '9999') > first);
  return weeks.slice(Math.min(Math.max(0, begun), weeks.length - FEWEST_WEEKS));
}

function labsIn({ title }: OfferedStory): string[] {
  const text = flatText(title);
  return LABS.filter(([, words]) => wordsIn(text, words).length > 0).map(([name]) => name);
}

/** How many stories fell to each name, and how many of those were kept; the commonest first. */
function shares(offered: readonly OfferedStory[], namesOf: (story: OfferedStory) => readonly string[]): Share[] {
  const shares = new Map<string, Share>();
  for (const story of offered) {
    for (const name of namesOf(story)) {
      const { offered, kept } = shares.get(name) ?? { offered: 0, kept: 0 };
      shares.set(name, { name, offered: offered + 1, kept: kept + (story.kept ? 1 : 0) });
    }
  }
  return [...shares.values()]
    .toSorted((a, b) => b.kept - a.kept || b.offered - a.offered || a.name.localeCompare(b.name))
    .slice(0, BARS);
}

function rivalStory(row: ToldElsewhere, titles: ReadonlyMap<string, string>): RivalStory {
  const { story, title, at, rank, sources } = row;
  return { story, title, at, rank, rivals: sources.map((id) => titles.get(id) ?? id), ours: oursOf(row) };
}

function oursOf({ picked, decision, rank, below }: ToldElsewhere): RivalStory['ours'] {
  if (decision === 'spike') return 'spiked';
  if (picked) return decision === 'keep' ? 'kept' : 'ran';
  if (decision === 'hold') return 'held';
  if (rank === null) return 'unseen';
  return below === null ? 'passed' : 'below';
}
