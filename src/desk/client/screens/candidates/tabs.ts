import type { CandidateList, DecisionNews, Flag, StoryRow } from '../../../wire/candidates.ts';
import type { Standing } from './standing.ts';

export const TABS = ['news', 'papers', 'held', 'spiked', 'issue'] as const;
export type Tab = (typeof TABS)[number];

export const SORTS = ['score', 'newest', 'outlets'] as const;
export type Sort = (typeof SORTS)[number];

export const FLAG_FILTERS = ['all', 'sensitive', 'look'] as const;
export type FlagFilter = (typeof FLAG_FILTERS)[number];

/** Whether a story stands in the issue: as decided here a moment ago, else as the desk told last. */
export function isInIssue(row: StoryRow, standing: Standing): boolean {
  const choice = standing.choices.get(row.story);
  if (choice?.action === 'hold' || choice?.action === 'spike') return false;
  return row.slot !== null || choice?.action === 'keep';
}

/** The tab that a story belongs to: undecided ones stand in their section. */
export function tabOf(row: StoryRow, standing: Standing): Tab {
  switch (standing.choices.get(row.story)?.action) {
    case 'hold':
      return 'held';
    case 'spike':
      return 'spiked';
    case 'keep':
      return 'issue';
    case undefined:
      return row.section;
  }
}

function isIn(tab: Tab, row: StoryRow, standing: Standing): boolean {
  return tab === 'issue' ? isInIssue(row, standing) : tabOf(row, standing) === tab;
}

/** Rows in the order that an editor has chosen. */
export function sortedBy(sort: Sort, rows: readonly StoryRow[]): readonly StoryRow[] {
  return rows.toSorted((a, b) => byAs(sort, a, b) || a.story - b.story);
}

/** The stories of a tab, in the order of the rows; those of the issue as it has them. */
export function membersOf(tab: Tab, rows: readonly StoryRow[], standing: Standing, flag: FlagFilter): number[] {
  const members = rows.filter(
    (row) => !standing.merged.has(row.story) && isIn(tab, row, standing) && passes(row.flags, flag),
  );
  return (tab === 'issue' ? members.sort(bySlot) : members).map(({ story }) => story);
}

/** The list with where stories stand now and how much is said of them. A row of which nothing is other stays the same. */
export function withNews(list: CandidateList, news: Pick<DecisionNews, 'slots' | 'talk'>): CandidateList {
  const places = new Map(news.slots.map(({ story, section, place }) => [story, { section, place }]));
  const talk = new Map(news.talk.map((said) => [said.story, said]));
  let isOther = false;
  const rows = list.rows.map((row) => {
    const slot = places.get(row.story) ?? null;
    const { notes = 0, votes = 0 } = talk.get(row.story) ?? {};
    const isSame = slot?.section === row.slot?.section && slot?.place === row.slot?.place;
    if (isSame && notes === row.notes && votes === row.votes) return row;
    isOther = true;
    return { ...row, slot, notes, votes };
  });
  return isOther ? { ...list, rows } : list;
}

/** The score of the first in each section; sections without one are left out. */
export function bestScores(rows: readonly StoryRow[]): Partial<Record<StoryRow['section'], number>> {
  return Object.fromEntries(rows.filter(({ rank }) => rank === 1).map(({ section, score }) => [section, score ?? 0]));
}

/** How many stories of each tab there are to look at; below the line nobody has to. */
export function countsOf(rows: readonly StoryRow[], standing: Standing): Record<Tab, number> {
  const counts: Record<Tab, number> = { news: 0, papers: 0, held: 0, spiked: 0, issue: 0 };
  for (const row of rows) {
    if (standing.merged.has(row.story)) continue;
    const tab = tabOf(row, standing);
    if (tab !== 'issue' && !isOffTopic(row)) counts[tab] += 1;
    if (isInIssue(row, standing)) counts.issue += 1;
  }
  return counts;
}

/** Stories that the topic gate holds back stand at the end of the list and are nobody's duty. */
export function isOffTopic({ below }: StoryRow): boolean {
  return below !== null && !below.startsWith('below the first');
}

function passes(flags: readonly Flag[], filter: FlagFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'sensitive':
      return flags.includes('sensitive');
    case 'look':
      return flags.some((flag) => flag !== 'sensitive');
  }
}

function byAs(sort: Sort, a: StoryRow, b: StoryRow): number {
  switch (sort) {
    case 'score':
      return (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);
    case 'newest':
      return b.published - a.published;
    case 'outlets':
      return b.outlets.length - a.outlets.length || byAs('score', a, b);
  }
}

function bySlot(a: StoryRow, b: StoryRow): number {
  const place = ({ slot, section }: StoryRow): [string, number] => [
    slot?.section ?? section,
    slot?.place ?? Number.MAX_SAFE_INTEGER,
  ];
  const [[sectionA, placeA], [sectionB, placeB]] = [place(a), place(b)];
  return sectionA.localeCompare(sectionB) || placeA - placeB;
}
