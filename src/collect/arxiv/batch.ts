import { createHash } from 'node:crypto';
import type { Entry, Instant } from '../../model.ts';
import { arxivDay, batchesBetween } from './calendar.ts';
import { say, type Sentence } from '../../text/said.ts';

/** What is remembered of a batch, to know it again. */
export interface BatchMark {
  /** Hash of the ids with their versions, in any order. */
  ids: string;
  /** The highest identifier of a new paper, "" when there is none. */
  highest: string;
  entries: number;
}

export function batchMark(entries: readonly Entry[]): BatchMark {
  const ids = entries.map(({ id, arxiv }) => (arxiv ? `${arxiv.id}v${arxiv.version ?? ''}` : id)).sort();
  // Old-style ids are of replacements only and would sort behind all new ones.
  const highest =
    entries
      .map(({ arxiv }) => arxiv?.id ?? '')
      .filter((id) => /^\d/.test(id))
      .sort()
      .at(-1) ?? '';
  return { ids: createHash('sha1').update(ids.join('\n')).digest('hex'), highest, entries: entries.length };
}

export interface Staleness {
  stale: boolean;
  /** For the ledger. */
  reason: Sentence;
}

/**
 * Is this still the batch that was there last time, although another one is due? Then arXiv is late, and is to be asked
 * again later in the night. An empty list counts as late too when a batch is due.
 *
 * @param last what was seen last time, and when; null the first time
 */
export function isStaleBatch(
  current: BatchMark,
  last: { mark: BatchMark; seenAt: Instant } | null,
  now: Instant,
): Staleness {
  const today = arxivDay(now);
  if (current.entries === 0) {
    return today.expected
      ? { stale: true, reason: say('arxiv.notThere', { day: today.day }) }
      : { stale: false, reason: say('arxiv.noPapers', { why: today.reason }) };
  }
  const same =
    last !== null && last.mark.entries > 0 && (last.mark.ids === current.ids || last.mark.highest === current.highest);
  if (same && batchesBetween(last.seenAt, now) > 0) {
    return { stale: true, reason: say('arxiv.before', { day: today.day }) };
  }
  return { stale: false, reason: today.reason };
}
