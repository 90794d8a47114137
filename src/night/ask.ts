import { batchMark, isStaleBatch } from '../collect/arxiv/batch.ts';
import { FeedError } from '../collect/errors.ts';
import type { Entry } from '../model.ts';
import type { FetchResult } from '../net/client.ts';
import { NO_FACTS } from '../net/response.ts';
import { redactUrl } from '../net/secrets.ts';
import type { SourceHistory } from '../store/nights.ts';
import type { Reading } from '../store/record.ts';
import type { SourceState } from '../store/sources.ts';
import { type Answer, type Asked, blankState, failureOf, hashOf, readingOf, saidOf, validators } from './answer.ts';
import type { NightContext } from './context.ts';
import type { Errand } from './errands.ts';
import { harvest, missedBy, missedInFull, toldOf } from './harvest.ts';
import { itemMaker } from './making.ts';
import { readDocument, readMailbox } from './read.ts';
import { say, saidBy, type Sentence } from '../text/said.ts';

/** What is known of the sources before the first is asked. */
export interface Knowledge {
  states: ReadonlyMap<string, SourceState>;
  histories: ReadonlyMap<string, SourceHistory>;
}

/** What an errand brought: a reading for each of its sources. */
export interface Brought {
  readings: Reading[];
  failed: boolean;
  /** It failed in a way that may pass this night, or its document was cut short. */
  again: boolean;
}

/** Runs one errand; no reading comes back when the night is ended early: the next run asks again. */
export async function ask(errand: Errand, context: NightContext, known: Knowledge): Promise<Brought> {
  const [first] = errand.sources;
  // A request that has batches to catch up asks for the whole listing, so that both come in one reading.
  const gap = missedBy(errand, known.states, context);
  const kept = known.states.get(first.id) ?? blankState(first);
  const state = gap === null ? kept : { ...blankState(first), batch: kept.batch };
  const response = first.kind === 'mail' ? localAnswer(errand.url) : await request(errand, state, context);
  if (response.failure?.code === 'aborted') return { readings: [], failed: true, again: false };
  const at = context.now();
  const { answer, entries: shown, broken } = await read(errand, response, state, at, context.again);
  const missed = gap ?? (first.kind === 'arxiv' ? missedInFull(shown, at) : null);
  const caught = missed === null || !isWhole(answer) ? null : await harvest(errand, missed, context);
  const entries = caught === null ? shown : withHarvest(shown, caught.entries);
  // The readings of many sources wait to be stored together; what weighs is let go of before.
  const facts = { ...response, body: null };
  const draftItem = answer.is === 'document' ? (await itemMaker()).draftItem : null;
  // Loaded where there are rivals: what reads pages weighs.
  const linksOfIssue = errand.sources.some(({ rival }) => rival)
    ? (await import('../collect/rival.ts')).linksOfIssue
    : null;
  const readings = errand.sources.map((source) => {
    const asked: Asked = {
      source,
      url: redactUrl(errand.url),
      state: known.states.get(source.id) ?? blankState(source),
      history: known.histories.get(source.id),
      run: context.run,
      night: context.night,
      at,
      response: facts,
    };
    if (answer.is !== 'document' || draftItem === null) return readingOf(asked, answer, null);
    const given = errand.entriesOf(source, entries);
    const own = source.rival && linksOfIssue !== null ? given.flatMap(linksOfIssue) : given;
    const harvested = caught === null ? 0 : given.length - errand.entriesOf(source, shown).length;
    const caughtUp = caught === null ? null : { told: toldOf(caught, harvested), whole: caught.failure === null };
    return readingOf(asked, { ...answer, got: own.length, caughtUp }, saidOf(own, source, draftItem));
  });
  const cut = answer.is === 'document' && answer.document.cut;
  return {
    readings,
    failed: answer.is === 'failure',
    again: (response.failure?.retryable ?? false) || cut || broken === true,
  };
}

/** A listing that holds the batch of today. */
function isWhole(answer: Answer): boolean {
  return answer.is === 'document' && answer.late === null;
}

/** What a listing shows, and what was harvested beside it: a paper stands in both when it is of today. */
function withHarvest(shown: readonly Entry[], harvested: readonly Entry[]): readonly Entry[] {
  const known = new Set(shown.map(({ arxiv }) => arxiv?.id));
  const papers = new Map(harvested.map((entry) => [entry.arxiv?.id, entry]));
  return [...shown, ...[...papers].flatMap(([id, entry]) => (known.has(id) ? [] : [entry]))];
}

function request(
  { url, sources }: Errand,
  state: SourceState,
  { client, now, signal, secrets }: NightContext,
): Promise<FetchResult> {
  let headers: Record<string, string>;
  try {
    headers = secrets(sources[0].headers);
  } catch (error) {
    return Promise.resolve(refused(url, saidBy(error)));
  }
  return client.fetch({
    url,
    headers,
    ...validators(state, redactUrl(url), now()),
    allowPrivate: sources.every(({ allowPrivate }) => allowPrivate),
    robots: sources.some(({ robots }) => robots),
    signal,
  });
}

/** A mail folder is read without the network; its ledger row says that it answered. */
function localAnswer(url: string): FetchResult {
  return {
    url,
    finalUrl: url,
    // Nobody was asked over the network.
    status: 0,
    notModified: false,
    body: new Uint8Array(),
    headers: NO_FACTS,
    redirects: [],
    permanentTo: null,
    ms: 0,
    bytes: 0,
    attempts: 1,
    failure: null,
  };
}

/** A source that could not be asked as its entry in feeds.yaml wants it. */
function refused(url: string, message: Sentence): FetchResult {
  const failure = { code: 'unauthorized', message, retryable: false, waitMs: null, permanent: false } as const;
  return { ...localAnswer(url), body: null, attempts: 0, failure };
}

/** No work twice: 304, then the same bytes, and only then parsing. */
async function read(
  { url, sources }: Errand,
  response: FetchResult,
  state: SourceState,
  at: number,
  again: Sentence,
): Promise<{ answer: Answer; entries: readonly Entry[]; broken?: boolean }> {
  const [source] = sources;
  if (response.failure !== null) return { answer: failureOf(response), entries: [] };
  if (response.notModified || response.body === null) return { answer: unchanged(state, at, again), entries: [] };
  const bodyHash = hashOf(response.body);
  if (source.kind !== 'mail' && bodyHash === state.bodyHash && state.url === redactUrl(url))
    return { answer: unchanged(state, at, again), entries: [] };
  try {
    const { entries, ...document } =
      source.kind === 'mail'
        ? await readMailbox(source, state.answeredAt ?? 0)
        : await readDocument(source, response.body, response);
    const mark = source.kind === 'arxiv' ? batchMark(entries) : null;
    const stale = mark === null ? null : isStaleBatch(mark, state.batch, at);
    const answer: Answer = {
      is: 'document',
      document,
      got: entries.length,
      bodyHash,
      mark,
      late: lateness(stale, again),
      caughtUp: null,
    };
    return { answer, entries };
  } catch (error) {
    return {
      answer: { is: 'failure', outcome: 'failed', diagnosis: saidBy(error), disable: false },
      entries: [],
      // What is cut short in XML can be read as far as it goes; in JSON it cannot.
      broken: error instanceof FeedError && error.code === 'bad-json',
    };
  }
}

/** An arXiv listing that does not change on a day when a new batch is due is late, not fine. */
function unchanged({ batch }: SourceState, at: number, again: Sentence): Answer {
  return { is: 'unchanged', late: batch === null ? null : lateness(isStaleBatch(batch.mark, batch, at), again) };
}

function lateness(staleness: ReturnType<typeof isStaleBatch> | null, again: Sentence): Sentence | null {
  return staleness?.stale === true ? say('arxiv.late', { why: staleness.reason, again }) : null;
}
