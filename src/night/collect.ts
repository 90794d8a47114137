import type { Source } from '../model.ts';
import { identifyBatch } from '../dedupe/identify.ts';
import { keysOf } from '../dedupe/keys.ts';
import type { Reading } from '../store/record.ts';
import type { SourceState } from '../store/sources.ts';
import { blankState } from './answer.ts';
import { ask } from './ask.ts';
import type { NightContext } from './context.ts';
import { whetherToAsk, type NotAsked } from './due.ts';
import { errandsOf } from './errands.ts';

/** Readings are stored this many sources at a time: few enough to lose little, many enough to be cheap. */
const BATCH = 64;

/** Which sources a run asks. */
export interface Asking {
  /**
   * Of the sources that this night has asked already: "open" asks those that failed, were late or are due again; "due"
   * all that do not ask for a longer rest; "all" every one.
   */
  again: 'open' | 'due' | 'all';
  /** Only what was late or failed. */
  lateOnly: boolean;
}

/** Asks every source that is due, and stores what they answered. */
export async function collect(context: NightContext, options: Asking): Promise<void> {
  const { store, night, progress, config } = context;
  const states = await store.sources.states();
  const histories = await store.nights.histories(context.now() - 30 * 86_400_000);
  const rows = new Map((await store.nights.ledger(night)).map((row) => [row.sourceId, row]));
  const recorder = new Batches(context);
  const toAsk: Source[] = [];
  for (const source of config.sources.filter(({ enabled }) => enabled)) {
    const row = rows.get(source.id);
    if (options.lateOnly && row?.outcome !== 'late' && row?.outcome !== 'failed') continue;
    const answer =
      options.again === 'all'
        ? { ask: true as const }
        : whetherToAsk(context.now(), states.get(source.id), options.again === 'due' ? undefined : row);
    if (answer.ask) toAsk.push(source);
    else if (answer.tell !== null) recorder.add([skipped(context, source, states.get(source.id), answer.tell)]);
  }
  const errands = errandsOf(toAsk);
  progress.stage('collect', errands.length);
  await Promise.all(
    errands.map(async (errand) => {
      const readings = await ask(errand, context, { states, histories });
      recorder.add(readings);
      await recorder.flushWhenFull();
      progress.tick();
    }),
  );
  await recorder.flush();
  progress.done();
}

function skipped(context: NightContext, source: Source, state: SourceState | undefined, tell: NotAsked): Reading {
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
    ...tell,
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
