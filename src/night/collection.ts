import type { Night, Outcome } from '../model.ts';
import { collect } from './collect.ts';
import type { NightContext } from './context.ts';
import { verdictOf } from './verdict.ts';

export interface NightOptions {
  /** Ask every source, whatever it was asked before. */
  all: boolean;
  /** Ask only what was late or failed. */
  late: boolean;
}

/** What a night comes to; printed by `night --json`. */
export interface NightSummary {
  night: Night;
  verdict: string;
  sources: { asked: number; ok: number; failed: number; late: number };
  items: { new: number; updated: number; unchanged: number };
  stories: number;
  issue: number | null;
  ms: number;
  /** What else is to be told of it, in sentences: what was learned, what was mended. */
  notes: readonly string[];
}

/**
 * The first half of a night: fetch, extract, identify and store; no grouping, no ranking. In a file of its own, because the
 * other stages cost a collection as much to load as a hundred sources to ask.
 */
export async function runCollect(context: NightContext, options: NightOptions): Promise<NightSummary> {
  const started = performance.now();
  await collect(context, { again: options.all ? 'all' : 'due', lateOnly: options.late });
  return finish(context, started);
}

/** Counts the night as its ledger has it after this run: the newest answer of every source. */
export async function finish(context: NightContext, started: number): Promise<NightSummary> {
  const { store, night } = context;
  const rows = await store.nights.ledger(night);
  const interrupted = context.signal.aborted;
  const verdict = verdictOf(rows, interrupted);
  await store.nights.end(context.run, verdict, interrupted ? null : context.now());
  const is = (...outcomes: Outcome[]) => rows.filter((row) => outcomes.includes(row.outcome)).length;
  const asked = rows.length - is('skipped');
  const failed = is('failed', 'blocked', 'gone');
  const late = is('late');
  const total = (field: 'new' | 'updated' | 'got') => rows.reduce((sum, row) => sum + row[field], 0);
  const issue = await store.issues.open();
  return {
    night,
    verdict,
    sources: { asked, ok: asked - failed - late, failed, late },
    items: { new: total('new'), updated: total('updated'), unchanged: total('got') - total('new') - total('updated') },
    stories: (await store.curation.candidates({ night })).length,
    issue: issue?.number ?? null,
    ms: Math.round(performance.now() - started),
    notes: [],
  };
}
