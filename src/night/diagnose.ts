import type { Instant, Night, Outcome } from '../model.ts';
import { say, type Sentence, together } from '../text/said.ts';

const DAY = 86_400_000;

/** Everything a sentence about one source on one night rests on. */
export interface Evidence {
  now: Instant;
  /** Entries in the document; null when nothing was read (304 or the same bytes). */
  got: number | null;
  /** Of these, how many could not become items. */
  dropped: number;
  new: number;
  updated: number;
  /** When the source last brought something new; null = never. */
  newAt: Instant | null;
  /** Items it brings on an average night, and on how many nights that rests. */
  perNight: number;
  nights: number;
  /** Days of silence that the source's entry in feeds.yaml allows; null = learned. */
  idleDays: number | null;
  /** A permanent redirect to this address. */
  movedTo: string | null;
  movedNights: readonly Night[];
  /** What was mended. */
  repairs: readonly Sentence[];
  /** Why entries could not become items. */
  leftOut: readonly Sentence[];
  /** Why a listing that answered has not been published yet; null when it has. */
  late: Sentence | null;
  /** What became of batches of arXiv that were missed; null when none were. */
  caughtUp: Sentence | null;
}

/** What a source that answered did tonight, and the sentence for the ledger. */
export function diagnose(evidence: Evidence): { outcome: Outcome; diagnosis: Sentence } {
  const outcome = outcomeOf(evidence);
  const sentences = [
    sentence(outcome, evidence),
    ...(evidence.caughtUp === null ? [] : [evidence.caughtUp]),
    ...moved(evidence),
    ...mended(evidence),
    ...leftOut(evidence),
  ];
  return { outcome, diagnosis: together(sentences, ' ') };
}

function outcomeOf(evidence: Evidence): Outcome {
  if (evidence.late !== null) return 'late';
  if (evidence.movedTo !== null) return 'moved';
  if (evidence.new > 0) return 'new';
  if (isStale(evidence)) return 'stale';
  return evidence.got === 0 ? 'empty' : 'same';
}

/** Days after which a source of which nothing is known but its silence is stale. */
const SILENT_FROM_THE_START = 30;

/**
 * A source is stale when it has been silent for longer than its entry allows; without such a figure, for longer than
 * five times its usual gap and at least a week, once a week of nights is known. One that never brought anything after its
 * first answer is stale after a month.
 */
function isStale({ now, newAt, perNight, nights, idleDays }: Evidence): boolean {
  if (newAt === null) return false;
  const silent = (now - newAt) / DAY;
  if (idleDays !== null) return silent > idleDays;
  return nights >= 7 && silent > (perNight > 0 ? Math.max(7, 5 / perNight) : SILENT_FROM_THE_START);
}

function sentence(outcome: Outcome, evidence: Evidence): Sentence {
  const { got, dropped, new: fresh, updated, late } = evidence;
  if (late !== null) return late;
  const counts = { n: fresh, updated, got: got ?? 0 };
  if (fresh > 0) return say(updated > 0 ? 'source.newAndUpdated' : 'source.new', counts);
  if (updated > 0) return say('source.updated', counts);
  if (outcome === 'stale') return silence(evidence);
  if (got === null) return say('source.unchanged');
  if (got === 0) return say('source.empty');
  if (got === dropped) return say('source.unusable', counts);
  return say('source.known', { n: got - dropped });
}

function silence({ now, newAt, perNight }: Evidence): Sentence {
  const days = Math.floor((now - (newAt ?? now)) / DAY);
  return perNight > 0
    ? say('source.staleUsually', { days, usual: perNight.toFixed(1) })
    : say('source.stale', { days });
}

function moved({ movedTo, movedNights }: Evidence): Sentence[] {
  if (movedTo === null) return [];
  const seen = say('source.moved', { url: movedTo, n: movedNights.length });
  return movedNights.length >= 3 ? [seen, say('source.movedApply')] : [seen];
}

function mended({ repairs }: Evidence): Sentence[] {
  return repairs.length === 0 ? [] : [say('source.mended', { repairs: together(repairs, '; ') })];
}

function leftOut({ leftOut: reasons }: Evidence): Sentence[] {
  return reasons.length === 0 ? [] : [say('source.leftOut', { reasons: together(reasons, '; ') })];
}
