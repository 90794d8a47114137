import Database from 'better-sqlite3';
import { desc, max } from 'drizzle-orm';
import { isLocked } from './lock.ts';
import type { HowFar } from './nights.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';

/** How far each kind of record has come; see readMarks. */
export interface StoreMarks {
  decision: number;
  run: string;
  fetch: number;
  text: number;
  trail: number;
  talk: number;
  /** How far the night is that runs now; null while none does. */
  running: HowFar | null;
}

/** The newest row of each kind: a reader that holds an older mark has something to catch up with. */
export function readMarks(db: Db): StoreMarks {
  const { decision, fetch, wording, trail, note, vote, run } = schema;
  type Numbered = typeof decision | typeof fetch | typeof wording | typeof trail | typeof note | typeof vote;
  const newest = (table: Numbered): number =>
    db
      .select({ id: max(table.id) })
      .from(table)
      .get()?.id ?? 0;
  const last = db.select().from(run).orderBy(desc(run.id)).limit(1).get();
  const reached = last === undefined ? '' : `${last.id}:${last.stage ?? ''}:${last.endedAt ?? ''}`;
  return {
    decision: newest(decision),
    run: reached,
    fetch: newest(fetch),
    text: newest(wording),
    trail: newest(trail),
    talk: newest(note) + newest(vote),
    running: last === undefined ? null : howFar(db, last),
  };
}

/** A run that was killed stays open until the next one: whether it still goes on, its lock tells. */
function howFar(db: Db, run: typeof schema.run.$inferSelect): HowFar | null {
  const { endedAt, verdict, doing, done, total } = run;
  if (endedAt !== null || verdict !== null || !isLocked(db, 'night')) return null;
  return { doing: doing ?? '', done: done ?? 0, total: total ?? 0 };
}

/**
 * Notices writes: the number changes whenever any connection, of this process or another, has stored something. It reads
 * no page of the file. Close it after use.
 */
export function watchWrites(file: string): { version: () => number; close: () => void } {
  const client = new Database(file, { readonly: true, timeout: 50 });
  const version = client.prepare('pragma data_version').pluck();
  return { version: () => Number(version.get()), close: () => void client.close() };
}
