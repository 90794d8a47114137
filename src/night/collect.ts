import type { Source } from '../model.ts';
import { identifyBatch } from '../dedupe/identify.ts';
import { keysOf } from '../dedupe/keys.ts';
import { draftItem } from '../extract/item.ts';
import type { Reading } from '../store/record.ts';
import type { SourceState } from '../store/sources.ts';
import { type Answer, type Asked, blankState, draftsOf, failureOf, hashOf, readingOf, validators } from './answer.ts';
import type { NightContext } from './context.ts';
import { whetherToAsk } from './due.ts';
import { type Errand, errandsOf } from './errands.ts';
import { readDocument } from './read.ts';

/** Readings are stored this many sources at a time: few enough to lose little, many enough to be cheap. */
const BATCH = 64;

/** What is known of the sources before the first is asked. */
interface Knowledge {
  states: ReadonlyMap<string, SourceState>;
  histories: Awaited<ReturnType<NightContext['store']['nights']['histories']>>;
}

/** Asks every source that is due, and stores what they answered. */
export async function collect(context: NightContext, options: { all: boolean; lateOnly: boolean }): Promise<void> {
  const { store, night, progress, config } = context;
  const states = await store.sources.states();
  const histories = await store.nights.histories(context.now() - 30 * 86_400_000);
  const rows = new Map((await store.nights.ledger(night)).map((row) => [row.sourceId, row]));
  const recorder = new Batches(context);
  const toAsk: Source[] = [];
  for (const source of config.sources.filter(({ enabled }) => enabled)) {
    const row = rows.get(source.id);
    if (options.lateOnly && row?.outcome !== 'late' && row?.outcome !== 'failed') continue;
    const answer = options.all ? { ask: true as const } : whetherToAsk(context.now(), states.get(source.id), row);
    if (answer.ask) toAsk.push(source);
    else if (answer.reason !== null) recorder.add([skipped(context, source, states.get(source.id), answer.reason)]);
  }
  const errands = errandsOf(toAsk);
  progress.stage('collect', errands.length);
  await Promise.all(
    errands.map(async (errand) => {
      const readings = await run(errand, context, { states, histories });
      recorder.add(readings);
      await recorder.flushWhenFull();
      progress.tick();
    }),
  );
  await recorder.flush();
  progress.done();
}

/** One request, for one source or for several that share it (arXiv categories). Nothing when the night is ended early. */
async function run(errand: Errand, context: NightContext, known: Knowledge): Promise<Reading[]> {
  const { night, run: runId } = context;
  const [first] = errand.sources;
  const state = (first && known.states.get(first.id)) ?? null;
  const response = await context.client.fetch({
    url: errand.url,
    ...(state === null || first === undefined ? {} : validators(state, { ...first, url: state.url }, context.now())),
    allowPrivate: errand.sources.every(({ allowPrivate }) => allowPrivate),
    robots: errand.sources.some(({ robots }) => robots),
    signal: context.signal,
  });
  if (response.failure?.code === 'aborted') return [];
  const at = context.now();
  const askedOf = (source: Source): Asked => ({
    source,
    state: known.states.get(source.id) ?? blankState(source),
    history: known.histories.get(source.id),
    run: runId,
    night,
    at,
    response,
  });
  const answer = await answerOf(first, response, state);
  return errand.sources.map((source) => {
    const asked = askedOf(source);
    if (answer.is !== 'document') return readingOf(asked, answer, null, []);
    const document = { ...answer.document, entries: errand.entriesOf(source, answer.document.entries) };
    const { drafts, dropped } = draftsOf(document.entries, source, draftItem);
    return readingOf(asked, { ...answer, document }, drafts, dropped);
  });
}

/** No work twice: 304, then the same bytes, and only then parsing. */
async function answerOf(
  source: Source | undefined,
  response: Asked['response'],
  state: SourceState | null,
): Promise<Answer> {
  if (response.failure !== null) return failureOf(response);
  if (response.notModified || response.body === null || source === undefined) return { is: 'unchanged', late: null };
  const bodyHash = hashOf(response.body);
  if (bodyHash === state?.bodyHash) return { is: 'unchanged', late: null };
  try {
    const document = await readDocument(source, response.body, response);
    return { is: 'document', document, bodyHash, late: null };
  } catch (error) {
    const diagnosis = error instanceof Error ? error.message : String(error);
    return { is: 'failure', outcome: 'failed', diagnosis, disable: false };
  }
}

function skipped(context: NightContext, source: Source, state: SourceState | undefined, reason: string): Reading {
  const { run: runId, night } = context;
  const at = context.now();
  const nothing = {
    status: null,
    ms: 0,
    bytes: 0,
    cached: false,
    attempts: 0,
    expected: null,
    got: 0,
    new: 0,
    updated: 0,
    odd: 0,
  };
  const ledger = {
    runId,
    night,
    sourceId: source.id,
    askedAt: at,
    outcome: 'skipped' as const,
    diagnosis: reason,
    ...nothing,
  };
  return { sourceId: source.id, at, drafts: null, settle: () => ({ state: state ?? blankState(source), ledger }) };
}

/** Collects readings and stores them in batches, one batch at a time, in the order in which they came. */
class Batches {
  readonly #context: NightContext;
  #waiting: Reading[] = [];
  #storing: Promise<void> = Promise.resolve();
  constructor(context: NightContext) {
    this.#context = context;
  }

  add(readings: readonly Reading[]): void {
    this.#waiting.push(...readings);
  }

  async flushWhenFull(): Promise<void> {
    if (this.#waiting.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#storing = this.#storing.then(async () => {
      if (batch.length > 0) await this.#context.store.recorder.record(batch, { keysOf, identifyBatch });
    });
    await this.#storing;
  }
}
