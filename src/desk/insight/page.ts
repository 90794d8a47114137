import { finderOf, flatText } from '../../curate/rank/topics.ts';
import type { Config } from '../../config.ts';
import type { Night } from '../../model.ts';
import { picksAgreement } from '../../night/picks.ts';
import { profileOf } from '../../night/profile.ts';
import type { OfferedStory, ToldElsewhere } from '../../store/insights.ts';
import type { ReadFrom } from '../reads.ts';
import type { InsightPage, RivalStory, Share, TopicLine } from '../wire/insight.ts';
import { LABS } from './labs.ts';

const DAY = 86_400_000;
const WEEKS = 13;
const ISSUES = 6;
/** "How many of the last 20 picks stood in the top 50." */
const PICKS = 20;
const RIVAL_DAYS = 21;
/** Bars and lines beyond these are too many to be told apart. */
const [BARS, LINES] = [12, 7];

/** Everything that the pictures are drawn from. */
export async function insightPage({ store, config, night }: ReadFrom): Promise<InsightPage> {
  const weeks = mondays(night);
  const rivals = config.sources.filter(({ rival }) => rival);
  const since = weeks[0] ?? '';
  const [offered, shares, outlets, agreement, told] = await Promise.all([
    store.insights.offeredSince(since),
    store.insights.outletsSince(since),
    store.insights.outletsOfIssues(ISSUES),
    picksAgreement({ store, config }, { last: PICKS }),
    store.insights.toldBy(
      rivals.map(({ id }) => id),
      Date.parse(night) - RIVAL_DAYS * DAY,
    ),
  ]);
  const titles = new Map(rivals.map(({ id, title }) => [id, title]));
  return {
    issues: byIssue(outlets),
    ...topicsOver(lived(weeks, offered), offered, config),
    outlets: commonest(shares),
    labs: commonest(labsOf(offered)),
    picks: agreement.picks.map(({ story, title, rank, at }) => ({ story, title, rank, at })),
    picksAre: agreement.kind,
    rivals: told.map((row) => rivalStory(row, titles)),
    rivalSources: [...titles.values()],
  };
}

/** The Mondays of the last weeks, oldest first. */
function mondays(night: Night): Night[] {
  const today = Date.parse(night);
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
  const lines = profileOf(config).topics.map(({ name, words }) => {
    return { name, speaks: finderOf(words), counts: weeks.map(() => 0) };
  });
  for (const { night, title, summary } of offered) {
    const week = weeks.findLastIndex((monday) => night >= monday);
    const text = flatText(`${title} ${summary}`);
    for (const { speaks, counts } of lines) if (week >= 0 && speaks(text)) counts[week] = (counts[week] ?? 0) + 1;
  }
  const total = ({ counts }: TopicLine): number => counts.reduce((sum, count) => sum + count, 0);
  const topics = lines
    .map(({ name, counts }) => ({ name, counts }))
    .filter((line) => total(line) > 0)
    .toSorted((a, b) => total(b) - total(a))
    .slice(0, LINES);
  return { weeks, topics };
}

/** The weeks since there are stories: before, nobody has counted. */
function lived(weeks: readonly Night[], offered: readonly OfferedStory[]): readonly Night[] {
  const first = offered[0]?.night ?? '';
  const begun = weeks.findIndex((_, index) => (weeks[index + 1] ?? '9999') > first);
  return weeks.slice(Math.max(0, begun));
}

/** How many offered stories name a lab in their title, and how many of those were kept. */
function labsOf(offered: readonly OfferedStory[]): Share[] {
  const labs = LABS.map(([name, words]) => ({ names: finderOf(words), share: { name, offered: 0, kept: 0 } }));
  for (const { title, kept } of offered) {
    const text = flatText(title);
    for (const { names, share } of labs) {
      if (!names(text)) continue;
      share.offered += 1;
      share.kept += kept ? 1 : 0;
    }
  }
  return labs.map(({ share }) => share).filter((share) => share.offered > 0);
}

/** Those of which most were kept, else offered. */
function commonest(shares: readonly Share[]): Share[] {
  return shares
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
