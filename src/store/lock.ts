import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { eq } from 'drizzle-orm';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

/**
 * A lock that a dead process cannot keep and that no clock decides: it names the process, the boot it runs in and the
 * moment of that boot at which it started, so that neither a reboot nor a reused process id holds it.
 */
export interface Lock {
  release(): Promise<void>;
}

/** Takes the lock `name`, or returns the process id that holds it. Re-entrant in no way: take it once. */
export async function takeLock(db: Db, name: string, now: number): Promise<Lock | { heldBy: number }> {
  const mine = { name, pid: process.pid, boot: identity(process.pid) ?? '', at: now };
  const holder = await write(db, () => {
    const row = db.select().from(schema.lock).where(eq(schema.lock.name, name)).get();
    if (row !== undefined && identity(row.pid) === row.boot) return row.pid;
    db.insert(schema.lock).values(mine).onConflictDoUpdate({ target: schema.lock.name, set: mine }).run();
    return null;
  });
  if (holder !== null) return { heldBy: holder };
  return {
    release: () =>
      write(db, () => {
        db.delete(schema.lock).where(eq(schema.lock.name, name)).run();
      }),
  };
}

/** Whether a living process holds the lock `name`. */
export function isLocked(db: Db, name: string): boolean {
  const row = db.select().from(schema.lock).where(eq(schema.lock.name, name)).get();
  return row !== undefined && identity(row.pid) === row.boot;
}

/** Names a running process for good: host, boot and start (clock ticks since boot); null when there is none. */
export function identity(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null;
  }
  return [hostname(), readProc('/proc/sys/kernel/random/boot_id'), startTicks(pid)].join(' ');
}

/** Field 22 of /proc/PID/stat (proc(5)); the name in field 2 may hold spaces, so counting starts behind it. */
function startTicks(pid: number): string {
  const stat = readProc(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** "" on systems without /proc: there the process id alone decides. */
function readProc(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
