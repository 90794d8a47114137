import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from './open.ts';

/** How long a write waits in all for another program's lock before it gives up, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Runs `work` in one immediate transaction. While another program holds the database, it waits without blocking the
 * process, with growing pauses, for up to two minutes; then SQLite's own error is thrown. `work` may run again only
 * when nothing of it was stored, so it must have no other effects.
 */
export async function write<T>(db: Db, work: () => T): Promise<T> {
  const transaction = db.$client.transaction(work);
  return patiently(() => transaction.immediate());
}

/**
 * Tries `work` until no other program holds the database, for up to two minutes and without blocking the process; then
 * the last error is thrown.
 */
export async function patiently<T>(work: () => T): Promise<T> {
  const started = performance.now();
  for (let pause = 20; ; pause = Math.min(pause * 2, 1000)) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() - started > PATIENCE) throw error;
      await sleep(pause);
    }
  }
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return 'code' in error && String(error.code).startsWith('SQLITE_BUSY') ? true : isBusy(error.cause);
}
