import type { Night, Outcome } from '../model.ts';
import type { LedgerRow, RunKind } from '../store/nights.ts';
import { collect } from './collect.ts';
import type { NightContext } from './context.ts';
import { group } from './group.ts';
import { offer } from './offer.ts';
import { readPages } from './pages.ts';
import { rank } from './rank.ts';
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
}

/**
 * One night, stage by stage. Every stage stores what it did, so that a night that was killed is taken up where it
 * stood; a stage that has nothing to do changes nothing.
 */
export async function runNight(context: NightContext, options: NightOptions): Promise<NightSummary> {
  const started = performance.now();
  const asked = await collect(context, { all: options.all, lateOnly: options.late });
  const stages = [readPages, group, rank, offer];
  for (const stage of stages) {
    if (context.signal.aborted) break;
    await stage(context);
  }
  return finish(context, asked, started);
}

/** Fetch, extract, identify and store; no grouping, no ranking. */
export async function runCollect(context: NightContext, options: NightOptions): Promise<NightSummary> {
  const started = performance.now();
  const asked = await collect(context, { all: options.all, lateOnly: options.late });
  return finish(context, asked, started);
}

export const RUN_KINDS: Record<'night' | 'late' | 'collect', RunKind> = {
  night: 'night',
  late: 'late',
  collect: 'collect',
};

async function finish(context: NightContext, asked: readonly string[], started: number): Promise<NightSummary> {
  const { store, night } = context;
  const all = await store.nights.ledger(night);
  const rows = all.filter((row) => row.runId === context.run);
  const verdict = verdictOf(all, context.signal.aborted);
  await store.nights.end(context.run, verdict, context.now());
  const is = (...outcomes: Outcome[]) => rows.filter((row) => outcomes.includes(row.outcome)).length;
  const failed = is('failed', 'blocked', 'gone');
  const late = is('late');
  const total = (field: 'new' | 'updated' | 'got') => rows.reduce((sum, row: LedgerRow) => sum + row[field], 0);
  const issue = await store.issues.open();
  return {
    night,
    verdict,
    sources: { asked: asked.length, ok: rows.length - failed - late - is('skipped'), failed, late },
    items: { new: total('new'), updated: total('updated'), unchanged: total('got') - total('new') - total('updated') },
    stories: (await store.curation.candidates({ night })).length,
    issue: issue?.number ?? null,
    ms: Math.round(performance.now() - started),
  };
}
