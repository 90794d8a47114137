import type { Entry, Instant } from '../../model.ts';
import { arxivDay, batchesBetween } from './calendar.ts';

const DAY = 86_400_000;

/** Longer gaps are not caught up whole: a month of one category is some thousand papers. */
const LONGEST_GAP = 31 * DAY;

/** A paper submitted so long before the gap came into it as a new version: announcements follow submissions by days. */
const ANNOUNCED_WITHIN = 14 * DAY;

/** Papers that a listing does not show. */
export interface Missed {
  since: Instant;
  /** Batches that came out and went while nobody asked; 0 when the batch of today did not fit into the answer. */
  batches: number;
}

/**
 * The batches that a listing does not show any more: all since the last moment at which everything was there, but for
 * the one of today. null when there are none.
 *
 * @param wholeUntil when everything was there; null for a listing that was never read
 */
export function missedBatches(wholeUntil: Instant | null, now: Instant): Missed | null {
  if (wholeUntil === null) return null;
  const since = Math.max(wholeUntil, now - LONGEST_GAP);
  const batches = batchesBetween(since, now) - (arxivDay(now).expected ? 1 : 0);
  return batches > 0 ? { since, batches } : null;
}

/** Archives that arXiv's OAI-PMH keeps below "physics" (https://info.arxiv.org/help/oa/index.html, "Set structure"). */
const PHYSICS =
  /^(?:astro-ph|cond-mat|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|nlin|nucl-ex|nucl-th|physics|quant-ph)$/;

/** The OAI-PMH set of a category: "cs.AI" -> "cs:cs:AI", "quant-ph" -> "physics:quant-ph", "cs" -> "cs". */
export function setOf(category: string): string {
  const [archive = '', subject] = category.split('.');
  const group = PHYSICS.test(archive) ? 'physics' : archive;
  if (subject !== undefined) return `${group}:${archive}:${subject}`;
  return group === archive ? group : `${group}:${archive}`;
}

/**
 * Harvested papers as a listing would have announced them: OAI-PMH dates records by their last change, so that papers of
 * years ago come with those that are new.
 */
export function asAnnounced(entries: readonly Entry[], since: Instant): Entry[] {
  return entries.map((entry) => {
    if (entry.arxiv === null) return entry;
    const isNew = entry.published === null || entry.published >= since - ANNOUNCED_WITHIN;
    return { ...entry, arxiv: { ...entry.arxiv, announce: isNew ? 'new' : 'replace' } };
  });
}
