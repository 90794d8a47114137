import type { Source } from '../model.ts';
import type { Reading } from '../store/record.ts';
import type { SourceState } from '../store/sources.ts';
import { blankState } from './answer.ts';
import { ask, type Brought } from './ask.ts';
import { Batches } from './batches.ts';
import type { NightContext } from './context.ts';
import { whetherToAsk, type NotAsked } from './due.ts';
import { errandsOf, type Errand } from './errands.ts';
import { identityStage, NOBODY } from './making.ts';

/** What a source usually does is what it did in so many milliseconds. */
const MONTH = 30 * 86_400_000;

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

/**
 * Asks every source that is due, and stores what they answered. What failed in a way that may pass, or was cut short, is
 * asked once more when all others have been asked; only that answer stands in the ledger.
 */
export async function collect(context: NightContext, options: Asking): Promise<void> {
  const { store, progress } = context;
  const states = await store.sources.states();
  const histories = await store.nights.histories(MONTH);
  const { toAsk, told } = await sortOut(context, options, states);
  const listings = toAsk.filter(({ kind }) => kind === 'arxiv').map(({ id }) => id);
  const errands = errandsOf(toAsk, await store.nights.fullest(listings, context.now() - MONTH));
  const batches = new Batches(async (readings) => {
    const isQuiet = readings.every(({ said }) => said === null);
    return store.recorder.record(readings, isQuiet ? NOBODY : await identityStage());
  });
  progress.stage('collect', errands.length);
  await batches.add(0, told);
  const known = { states, histories };
  const unfinished: { errand: Errand; first: Brought }[] = [];
  await Promise.all(
    errands.map(async (errand, index) => {
      const first = await ask(errand, context, known);
      if (first.again) unfinished.push({ errand, first });
      await batches.add(index + 1, first.again ? [] : first.readings);
      progress.tick();
    }),
  );
  await Promise.all(
    unfinished.map(async ({ errand, first }, index) => {
      const second = await ask(errand, context, known);
      const better = second.failed && !first.failed ? first : second;
      await batches.add(errands.length + index + 1, better.readings);
    }),
  );
  await batches.end();
  progress.done();
}

/** The sources to ask, and a reading for each of the others that has something to tell. */
async function sortOut(
  context: NightContext,
  { again, lateOnly }: Asking,
  states: ReadonlyMap<string, SourceState>,
): Promise<{ toAsk: Source[]; told: Reading[] }> {
  const rows = new Map((await context.store.nights.ledger(context.night)).map((row) => [row.sourceId, row]));
  const toAsk: Source[] = [];
  const told: Reading[] = [];
  for (const source of context.config.sources.filter(({ enabled }) => enabled)) {
    const row = rows.get(source.id);
    const state = states.get(source.id);
    if (lateOnly && row?.outcome !== 'late' && row?.outcome !== 'failed') continue;
    const answer = again === 'all' ? ASK : whetherToAsk(context.now(), state, again === 'due' ? undefined : row);
    if (answer.ask) toAsk.push(source);
    else if (answer.tell !== null) told.push(skipped(context, source, state, answer.tell));
  }
  return { toAsk, told };
}

const ASK = { ask: true } as const;

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
  return { sourceId: source.id, at, said: null, settle: () => ({ state: state ?? blankState(source), ledger }) };
}
