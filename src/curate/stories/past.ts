import { say } from '../../text/said.ts';
import type { Instant, Lang } from '../../model.ts';
import { findCandidates, forEachPair } from './candidates.ts';
import { compare, noEvidence } from './evidence.ts';
import type { GroupItem } from './model.ts';
import { nightWords } from './night.ts';
import { reasonsOf } from './reasons.ts';
import { scoreOf } from './score.ts';
import type { WordStats } from './words.ts';

/** An entry of a past issue. */
export interface PastEntry {
  id: number;
  title: string;
  /** What was printed under it. */
  text: string;
  /** When its issue was sent. */
  date: Instant;
  language: Lang;
}

/** An item whose words are those of a past entry: one event, by the measure that grouping uses. */
export interface Likeness {
  item: number;
  past: number;
  /** Log-odds that both tell one story. */
  score: number;
  /** What they share, in words and figures. */
  why: string;
}

/**
 * Log-odds from which a past entry is taken for the same story. Stricter than grouping's own cut: there a mean over
 * many pairs decides, here one pair, and what it says may keep a story out of the lineup. Measured: docs/notes/memory.md.
 */
const SURE = 3;

/**
 * Finds, among the entries of past issues, those that tell the story of one of these items. Each item meets each entry
 * at most once; how long ago the entry was printed does not count.
 *
 * @param stats learned from earlier nights' titles
 * @param sure another cut: what a measurement tries
 */
export function likeEntries(
  items: readonly GroupItem[],
  past: readonly PastEntry[],
  stats: WordStats,
  sure: number = SURE,
): Likeness[] {
  if (items.length === 0 || past.length === 0) return [];
  const words = nightWords(items, stats);
  const all = [...past.map(asItem), ...items].map(words.read);
  const candidates = findCandidates(all, past.length, Number.POSITIVE_INFINITY, words);
  const found: Likeness[] = [];
  const evidence = noEvidence();
  forEachPair(candidates, all, (mate, read, nearness, row) => {
    const entry = past[candidates.a[row] ?? 0];
    if (entry === undefined || (candidates.b[row] ?? 0) < past.length) return;
    const score = scoreOf(compare(mate, read, nearness, 0, words, evidence));
    if (score < sure) return;
    const why = reasonsOf(read, mate, score, words)
      .filter(({ name }) => name !== 'with')
      .map(({ name, value }) => (name === 'shares' ? say('join.shares', { words: value }) : value))
      .join('; ');
    found.push({ item: read.item.id, past: entry.id, score, why });
  });
  return found;
}

/** Entries have no outlet, and no date that would count against them. */
function asItem({ id, title, text, language }: PastEntry): GroupItem {
  return { id: -id, title, lead: text, outlet: '', published: null, language, addresses: [], cites: [] };
}
