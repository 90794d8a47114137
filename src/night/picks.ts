import type { Config } from '../config.ts';
import type { Instant, Night, Section } from '../model.ts';
import type { BriefEnd, Standing } from '../store/outcomes.ts';
import type { Store } from '../store/store.ts';
import { nightOf } from './context.ts';
import { storiesOf } from './stories.ts';

/** A story that the team picked, and where the ranker had put it before. */
export interface RankedPick {
  story: number;
  title: string;
  section: Section;
  /** The issue that printed it; null while none has. */
  issue: number | null;
  /** When it was decided on. */
  at: Instant;
  /** The night whose list the editors had before them; null when no list held the story: they found it themselves. */
  night: Night | null;
  rank: number | null;
  /** How many candidates that night had in the section. */
  of: number | null;
}

/** How the ranker's lists and the team's picks agree. */
export interface PicksAgreement {
  /** Whether the picks were printed, or kept only because nothing has been printed yet. */
  kind: 'printed' | 'kept';
  /** Newest first. */
  picks: readonly RankedPick[];
  /** How many of the picks stood in the first so many of their night. */
  top: readonly { first: number; picks: number }[];
  medianRank: number | null;
}

const TOPS = [10, 20, 50, 100] as const;
/** Nights looked through: a story is decided on within days of being offered. */
const NIGHTS = 60;

/**
 * Where the last picks stood in the list that the editors had when they first decided on them. The list is older than
 * the decision, so the ranker cannot have learned it.
 */
export async function picksAgreement(
  { store, config }: { store: Store; config: Config },
  { last, section }: { last: number; section?: Section | undefined },
): Promise<PicksAgreement> {
  const ends = await store.outcomes.briefEnds();
  const kind = ends.some(({ became }) => became === 'printed') ? 'printed' : 'kept';
  const firstWord = await firstDecisions(store);
  const since = (await store.outcomes.nights(NIGHTS))[0] ?? '';
  const picked: Omit<RankedPick, 'title'>[] = [];
  for (const end of ends.filter(({ became }) => became === (kind === 'printed' ? 'printed' : 'keep')).toReversed()) {
    if (picked.length === last) break;
    const at = firstWord.get(end.story) ?? end.at;
    const pick = await rankedPick(end, at, await store.outcomes.standingsOf(end.story, since), { store, config });
    if (section === undefined || pick.section === section) picked.push(pick);
  }
  const titles = await titlesOf(
    picked.map(({ story }) => story),
    store,
    config,
  );
  const picks = picked.map((pick) => ({ ...pick, title: titles.get(pick.story) ?? '(no longer stored)' }));
  const ranks = picks.flatMap(({ rank }) => (rank === null ? [] : [rank])).sort((a, b) => a - b);
  return {
    kind,
    picks,
    top: TOPS.map((first) => ({ first, picks: ranks.filter((rank) => rank <= first).length })),
    medianRank: ranks[Math.floor((ranks.length - 1) / 2)] ?? null,
  };
}

/** "Of the last 20 printed, 17 stood in the top 50; median rank 11." */
export function agreementInWords({ kind, picks, top, medianRank }: PicksAgreement): string {
  if (picks.length === 0) return 'Nothing was printed or kept yet.';
  const inTop = top.find(({ first }) => first === 50)?.picks ?? 0;
  const median = medianRank === null ? 'none of them was ranked before' : `median rank ${medianRank}`;
  return `Of the last ${picks.length} ${kind}, ${inTop} stood in the top 50; ${median}.`;
}

/** When each story was first decided on: whatever a later night ranked may have been learned from that. */
async function firstDecisions(store: Store): Promise<Map<number, Instant>> {
  const first = new Map<number, Instant>();
  for (const { story, action, at } of await store.decisions.briefInForce())
    if ((action === 'keep' || action === 'hold') && !first.has(story)) first.set(story, at);
  return first;
}

async function rankedPick(
  { story, issue }: BriefEnd,
  at: Instant,
  standings: readonly Standing[],
  { store, config }: { store: Store; config: Config },
): Promise<Omit<RankedPick, 'title'>> {
  const until = nightOf(at, config.timezone);
  const seen = standings.findLast(({ night }) => night <= until);
  const section = seen?.section ?? standings[0]?.section ?? 'news';
  const of = seen === undefined ? null : await store.outcomes.size(seen.night, section);
  return { story, section, issue, at, night: seen?.night ?? null, rank: seen?.rank ?? null, of };
}

async function titlesOf(ids: readonly number[], store: Store, config: Config): Promise<Map<number, string>> {
  const stories = storiesOf(await store.curation.itemsOf(ids), config);
  return new Map(stories.map(({ id, lead }) => [id, lead.title]));
}
