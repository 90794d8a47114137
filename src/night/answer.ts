import { hash } from 'node:crypto';
import type { BatchMark } from '../collect/arxiv/batch.ts';
import type { Entry, FeedDocument, Instant, ItemDraft, Night, Outcome, Source } from '../model.ts';
import type { FailureCode, FetchResult } from '../net/client.ts';
import { redactUrl } from '../net/secrets.ts';
import type { SourceHistory } from '../store/nights.ts';
import type { Counts, Reading, Said } from '../store/record.ts';
import type { SourceState } from '../store/sources.ts';
import { DRAFTING } from '../extract/drafting.ts';
import { diagnose } from './diagnose.ts';
import { dueAt } from './due.ts';
import { say, type Sentence } from '../text/said.ts';

const DAY = 86_400_000;

/** Validators are dropped after this, so that a server that lies cannot silence a source for ever. */
const VALIDATORS_KEPT = 8 * DAY;

/** A source that was asked: what it is, what is known of it, what it answered. */
export interface Asked {
  source: Source;
  /** What was asked for, without credentials: the source's address, or that of a request which serves several sources. */
  url: string;
  state: SourceState;
  history: SourceHistory | undefined;
  run: number;
  night: Night;
  at: Instant;
  response: FetchResult;
}

/** A document without its entries. */
type DocumentFacts = Omit<FeedDocument, 'entries'>;

/** What an answer holds: a document, nothing new, or a failure in words. */
export type Answer =
  | {
      is: 'document';
      document: DocumentFacts;
      got: number;
      bodyHash: string;
      mark: BatchMark | null;
      late: Sentence | null;
      /** Batches of arXiv that were missed: what became of them in words, and whether all are there now. */
      caughtUp: { told: Sentence; whole: boolean } | null;
    }
  | { is: 'unchanged'; late: Sentence | null }
  | { is: 'failure'; outcome: Outcome; diagnosis: Sentence; disable: boolean };

export function blankState(source: Source): SourceState {
  const { id, title, outlet } = source;
  const url = redactUrl(source.url);
  const nothing = { etag: null, lastModified: null, validatorsSince: null, bodyHash: null, hints: null };
  const never = { answeredAt: null, newAt: null, dueAt: null, failures: 0, disabledReason: null, batch: null };
  return { id, url, title, outlet, ...nothing, ...never, movedTo: null, movedNights: null };
}

/** The validators to send: none when they have grown old, or belong to another address. */
export function validators(state: SourceState, url: string, now: Instant) {
  const since = state.validatorsSince ?? 0;
  const old = now - since > VALIDATORS_KEPT || now < since || state.url !== url;
  return old ? { etag: null, lastModified: null } : { etag: state.etag, lastModified: state.lastModified };
}

export function hashOf(body: Uint8Array): string {
  return hash('sha1', body, 'base64');
}

/** Failures that are no fault of the connection; "late" is what the service or our own manners put off. */
const OUTCOMES: Partial<Record<FailureCode, Outcome>> = {
  gone: 'gone',
  blocked: 'blocked',
  forbidden: 'blocked',
  robots: 'blocked',
  'rate-limited': 'late',
  'circuit-open': 'late',
  halted: 'late',
};

/** A failed exchange in the ledger's words. */
export function failureOf({ failure }: FetchResult): Extract<Answer, { is: 'failure' }> {
  if (failure === null) return { is: 'failure', outcome: 'failed', diagnosis: say('source.noAnswer'), disable: false };
  const { code, message } = failure;
  return { is: 'failure', outcome: OUTCOMES[code] ?? 'failed', diagnosis: message, disable: code === 'gone' };
}

/** Turns one source's answer into what the store records. `said` is what the document's entries say. */
export function readingOf(asked: Asked, answer: Answer, said: readonly Said[] | null): Reading {
  const { source, at } = asked;
  return {
    sourceId: source.id,
    at,
    said,
    settle: (counts, unusable) => ({
      state: nextState(asked, answer, counts),
      ledger: ledgerRow(asked, answer, counts, unusable),
    }),
  };
}

/** What the entries of a document say; items are made of them when it turns out to be new. */
export function saidOf(
  entries: readonly Entry[],
  source: Source,
  draftItem: (entry: Entry, source: Source) => ItemDraft | { reason: Sentence },
): Said[] {
  return entries.map((entry) => ({
    entryId: entry.id,
    digest: digestOf(entry, source),
    claimedPublished: entry.published,
    claimedUpdated: entry.updated,
    draft: () => draftItem(entry, source),
  }));
}

/** The hash of all that an item is made of, the dates aside: many feeds move them every day. */
function digestOf(entry: Entry, { lang, section, outlet }: Source): string {
  const { url, title, authors, categories, enclosures, image, comments, arxiv, summary, content } = entry;
  const short = [DRAFTING, lang, section, outlet, url, title, authors, categories, enclosures, image, comments, arxiv];
  // The long texts are hashed as they are: escaping them for JSON takes longer than the hash.
  return hash('sha1', `${JSON.stringify(short)}\n${summary}\n${content}`, 'base64');
}

function nextState(asked: Asked, answer: Answer, counts: Counts): SourceState {
  const { source, url, state, at, response } = asked;
  const { title, outlet } = source;
  if (answer.is === 'failure') {
    const disabledReason = answer.disable ? answer.diagnosis : state.disabledReason;
    // The address stays the one that the validators belong to.
    return { ...state, title, outlet, failures: state.failures + 1, disabledReason };
  }
  const document = answer.is === 'document' ? answer.document : null;
  const hints = document?.hints ?? state.hints;
  return {
    ...state,
    url,
    title,
    outlet,
    ...validatorsOf(document, response, answer, at),
    hints,
    batch: batchOf(answer, state, at),
    failures: 0,
    answeredAt: at,
    newAt: counts.new > 0 ? at : state.newAt,
    dueAt: dueAt(at, hints, response.headers.freshForMs),
    ...movesOf(asked),
  };
}

/** An arXiv batch and when it was first seen. */
function batchOf(answer: Answer, { batch }: SourceState, at: Instant): SourceState['batch'] {
  if (answer.is === 'failure') return batch;
  const whole = answer.late === null && (answer.is === 'unchanged' || answer.caughtUp?.whole !== false);
  const until = whole ? { wholeUntil: at } : {};
  if (answer.is === 'unchanged' || answer.mark === null) return batch === null ? null : { ...batch, ...until };
  if (batch?.mark.ids === answer.mark.ids) return { ...batch, ...until };
  // A batch read for the first time is as whole as can be: what came before was never asked for.
  const before = batch === null ? { wholeUntil: at } : { wholeUntil: batch.wholeUntil ?? batch.seenAt };
  return { mark: answer.mark, seenAt: at, ...before, ...until };
}

/**
 * A document that was cut short keeps neither validators nor hash: the next night asks for it whole. One that came whole
 * and says what it said before brings new validators all the same.
 */
function validatorsOf(
  document: DocumentFacts | null,
  { headers, notModified }: FetchResult,
  answer: Answer,
  at: Instant,
): Partial<SourceState> {
  if (document?.cut === true) return { etag: null, lastModified: null, bodyHash: null, validatorsSince: at };
  if (notModified) return {};
  const { etag, lastModified } = headers;
  return {
    etag,
    lastModified,
    validatorsSince: at,
    ...(answer.is === 'document' ? { bodyHash: answer.bodyHash } : {}),
  };
}

/** The nights on which a permanent redirect led to one and the same new address. */
function movesOf({ state, night, response }: Asked): { movedTo: string | null; movedNights: string[] | null } {
  const { permanentTo } = response;
  if (permanentTo === null) return { movedTo: null, movedNights: null };
  const before = state.movedTo === permanentTo ? (state.movedNights ?? []) : [];
  return { movedTo: permanentTo, movedNights: before.includes(night) ? before : [...before, night] };
}

function ledgerRow(asked: Asked, answer: Answer, counts: Counts, dropped: readonly Sentence[]) {
  const { source, state, history, run, night, at, response } = asked;
  const document = answer.is === 'document' ? answer.document : null;
  const got = answer.is === 'document' ? answer.got : null;
  const moves = movesOf(asked);
  const { outcome, diagnosis } =
    answer.is === 'failure'
      ? answer
      : diagnose({
          now: at,
          got,
          dropped: dropped.length,
          ...counts,
          newAt: counts.new > 0 ? at : state.newAt,
          perNight: history?.perNight ?? 0,
          nights: history?.answered ?? 0,
          idleDays: source.idleDays,
          movedTo: moves.movedTo,
          movedNights: moves.movedNights ?? [],
          repairs: document?.repairs ?? [],
          leftOut: summarise(dropped),
          late: answer.late,
          caughtUp: answer.is === 'document' ? (answer.caughtUp?.told ?? null) : null,
        });
  return {
    runId: run,
    night,
    sourceId: source.id,
    askedAt: at,
    outcome,
    diagnosis,
    status: response.status === 0 ? null : response.status,
    ms: Math.round(response.ms),
    bytes: response.bytes,
    cached: response.notModified,
    attempts: response.attempts,
    expected: history?.perNight ?? null,
    got: got ?? 0,
    ...counts,
    odd: dropped.length + (document?.repairs.length ?? 0),
  };
}

/** "the entry has no address (3 times)" instead of three phrases. */
function summarise(reasons: readonly Sentence[]): Sentence[] {
  const counts = new Map<Sentence, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => (count === 1 ? reason : say('unusable.times', { reason, n: count })));
}
