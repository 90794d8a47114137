import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { Instant } from '../model.ts';
import { identity } from './lock.ts';

/** Leave to ask a service, or why it must not be asked this night. */
export type PaceTurn = { halted: string } | { halted: null; handBack(): void };

/** Turns and stops that all processes of an installation share, for services that count them as one client. */
export interface SharedPace {
  /** Waits until nobody else asks the service and `gapMs` have passed since the last request. Rejects when `signal` fires. */
  turn(service: string, gapMs: number, signal: AbortSignal): Promise<PaceTurn>;
  /** Nothing more is asked of the service by anyone until the night is over. */
  halt(service: string, reason: string): void;
  close(): void;
}

export interface PaceClock {
  now: () => Instant;
  /** When the night that `now` belongs to is over. */
  nightEnds: () => Promise<Instant>;
}

const SCHEMA = `create table if not exists pace (
  service text primary key, rested real not null default 0, pid integer, boot text,
  halted text, halted_at integer, halted_until integer
)`;

/** How long to wait before looking again whether another process is done, in milliseconds. */
const LOOK_MS = 50;
/** A statement waits so long for another's; each of them takes a moment only. */
const BUSY_MS = 2000;
/** No exchange takes so long: who began before has been stopped in the middle, and is not waited for. */
const LONGEST_MS = 20 * 60_000;
/** A stop that lies further ahead than this was written by a clock that has been set right since. */
const AHEAD_MS = 3 * 3_600_000;

interface Row {
  /** When the last request ended; when it began, while it is under way. */
  rested: number;
  pid: number | null;
  boot: string | null;
  halted: string | null;
  halted_at: Instant | null;
  halted_until: Instant | null;
}

/**
 * Opens the pace file beside the database when the first turn is asked for. It is a file of its own, so that commands
 * that need no database keep the pace too. Where it cannot be written, each process keeps the pace by itself.
 */
export function openPace(file: string, { now, nightEnds }: PaceClock): SharedPace {
  let opened: Database.Database | null = null;
  let until: Instant = 0;
  const boot = identity(process.pid) ?? '';
  let alone = false;

  const open = (): Database.Database | null => {
    if (opened !== null || alone) return opened;
    try {
      mkdirSync(dirname(file), { recursive: true });
      opened = new Database(file, { timeout: BUSY_MS });
      opened.exec(SCHEMA);
    } catch {
      alone = true;
      opened = null;
    }
    return opened;
  };

  /** Takes the turn; milliseconds to wait when it is another's, or the service's rest is not over. */
  const take = (db: Database.Database, service: string, gapMs: number): number | { halted: string } | null =>
    db
      .transaction(() => {
        const row = db.prepare<[string], Row>('select * from pace where service = ?').get(service);
        const stop = row === undefined ? null : stopOf(row, now());
        if (stop !== null) return { halted: stop };
        if (row !== undefined && isBusy(row)) return LOOK_MS;
        const rest = (row?.rested ?? 0) + gapMs - sinceBoot();
        if (rest > 0 && rest <= gapMs) return rest;
        db.prepare(
          `insert into pace (service, rested, pid, boot) values (?, ?, ?, ?) on conflict (service)
             do update set rested = excluded.rested, pid = excluded.pid, boot = excluded.boot`,
        ).run(service, sinceBoot(), process.pid, boot);
        return null;
      })
      .immediate();

  const handBack = (service: string): void => {
    try {
      // The rest counts from the end: on a busy machine a request goes out some time after its turn began.
      opened
        ?.prepare('update pace set pid = null, boot = null, rested = ? where service = ?')
        .run(sinceBoot(), service);
    } catch {
      // Others see that this process is gone, at the latest when it is.
    }
  };

  return {
    async turn(service, gapMs, signal) {
      const db = open();
      if (db === null) return { halted: null, handBack: () => {} };
      until = await nightEnds();
      for (;;) {
        const wait = take(db, service, gapMs);
        if (wait === null) return { halted: null, handBack: () => handBack(service) };
        if (typeof wait === 'object') return wait;
        await sleep(wait, undefined, { signal });
      }
    },
    halt(service, reason) {
      opened
        ?.prepare('update pace set halted = ?, halted_at = ?, halted_until = ? where service = ?')
        .run(reason, now(), until, service);
    },
    close: () => void opened?.close(),
  };
}

function isBusy({ pid, boot, rested }: Row): boolean {
  return pid !== null && sinceBoot() - rested < LONGEST_MS && identity(pid) === boot;
}

function stopOf({ halted, halted_at: at, halted_until: until }: Row, now: Instant): string | null {
  return halted !== null && (at ?? 0) <= now + AHEAD_MS && (until ?? 0) > now ? halted : null;
}

/** Milliseconds on the clock that all processes of a boot share, and that nobody sets. */
function sinceBoot(): number {
  return Number(process.hrtime.bigint() / 1000n) / 1000;
}
