import { existsSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import * as schema from './schema.ts';

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

/** The store cannot be used. The message says what is wrong with which file and what to do. */
export class StoreError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
  }
}

/**
 * Opens the database file, makes it when it is missing, and brings it to this version's schema. An older database is
 * migrated on a copy first, and left as it was when that fails; the copy stays beside it as a backup.
 * Throws StoreError when the file is no database, is damaged, belongs to a newer version, or cannot be written.
 */
export function openDatabase(file: string): Db {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const client = connect(file);
    const db = drizzle(client, { schema, casing: 'snake_case' });
    if (!isUpToDate(db, file)) alone(client.memory ? ':memory:' : `${file}.updating`, () => bringUpToDate(db, file));
    return db;
  } catch (error) {
    throw error instanceof StoreError ? error : new StoreError(explain(error, file), error);
  }
}

function connect(file: string): Database.Database {
  // A short wait only: the caller retries without blocking the process (see write.ts).
  const client = new Database(file, { timeout: 50 });
  client.pragma('journal_mode = WAL');
  // With a write-ahead log NORMAL loses no committed data when the process dies, only the newest on a power cut.
  client.pragma('synchronous = NORMAL');
  client.pragma('foreign_keys = ON');
  client.pragma('cache_size = -32000');
  // The pages of indexes are written again in every transaction: they are copied into the file once in sixteen megabytes.
  client.pragma('wal_autocheckpoint = 4000');
  return client;
}

const migrationsFolder = join(projectRoot(), 'db', 'migrations');

/** Throws StoreError when the file is ahead of this version. */
function isUpToDate(db: Db, file: string): boolean {
  const newest = readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0;
  const applied = appliedMigrations(db).at(-1) ?? 0;
  if (applied > newest) {
    throw new StoreError(
      `${file} was written by a newer version of Nightdesk. Update Nightdesk, or name another file with --db.`,
    );
  }
  return applied === newest;
}

/** How long the other processes of an installation wait for the one that brings the file up to date, in milliseconds. */
const UPDATE_PATIENCE = 120_000;

/**
 * Does what one process at a time may do. SQLite lets go of the lock when a process dies; the empty file that carries it
 * stays, because others may be waiting at it.
 */
function alone(lockFile: string, work: () => void): void {
  const lock = new Database(lockFile, { timeout: UPDATE_PATIENCE });
  try {
    lock.exec('begin exclusive');
    work();
  } finally {
    lock.close();
  }
}

function bringUpToDate(db: Db, file: string): void {
  // Whoever had the lock before has done it.
  if (isUpToDate(db, file)) return;
  if (appliedMigrations(db).length > 0) tryOnCopy(db, file);
  migrate(db, { migrationsFolder });
}

/** When each applied migration was made, oldest first. */
function appliedMigrations(db: Db): number[] {
  const has = db.$client.prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`).get();
  if (has === undefined) return [];
  const rows = db.$client.prepare('select created_at from __drizzle_migrations order by created_at').pluck().all();
  return rows.map(Number);
}

function tryOnCopy(db: Db, file: string): void {
  const copy = `${file}.before-update`;
  rmSync(copy, { force: true });
  db.$client.prepare('vacuum into ?').run(copy);
  const rehearsal = `${copy}.rehearsal`;
  rmSync(rehearsal, { force: true });
  db.$client.prepare('vacuum into ?').run(rehearsal);
  const client = new Database(rehearsal);
  try {
    migrate(drizzle(client, { schema, casing: 'snake_case' }), { migrationsFolder });
    const verdict = String(client.pragma('integrity_check', { simple: true }));
    if (verdict !== 'ok') throw new Error(verdict);
  } catch (error) {
    throw new StoreError(
      `${file} could not be brought to this version (${message(error)}). It is unchanged; a copy stands at ${copy}.`,
      error,
    );
  } finally {
    client.close();
    for (const end of ['', '-wal', '-shm']) rmSync(rehearsal + end, { force: true });
  }
}

/** The same error, in words when SQLite itself threw it. */
export function asStoreError(error: unknown, file: string): unknown {
  return codeOf(error).startsWith('SQLITE_') ? new StoreError(explain(error, file), error) : error;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error ? String(error.code) : codeOf(error.cause);
}

/** A sentence for a person: what is wrong with the file and what to do about it. */
export function explain(error: unknown, file: string): string {
  const code = codeOf(error);
  if (code === 'SQLITE_NOTADB')
    return `${file} is not a Nightdesk database. Name another file with --db, or move it away.`;
  if (code.startsWith('SQLITE_CORRUPT'))
    return `${file} is damaged. "nightdesk doctor" tells what can be saved; "nightdesk restore" brings a backup back.`;
  if (code === 'SQLITE_FULL' || (code.startsWith('SQLITE_IOERR') && isDiskFull(file)))
    return `The disk that holds ${file} is full. What was stored is safe; free some space, and the next night goes on.`;
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS')
    return `${file} cannot be written. Check the rights of the file and of its folder.`;
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'ENOTDIR' || code === 'ENOENT')
    return `${file} cannot be opened. Check that its folder exists and may be written.`;
  if (code.startsWith('SQLITE_IOERR'))
    return `The disk that holds ${file} reports an error (${code}). Check the disk before anything else is written to it.`;
  if (code.startsWith('SQLITE_BUSY')) return `${file} is locked by another program, and stayed so. Try again later.`;
  return `${file}: ${message(error)}`;
}

/** SQLite tells a full disk as an input/output error where the shared memory of its log cannot grow. */
function isDiskFull(file: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize < 100_000;
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The folder that holds package.json, whether this code runs from src/ or from dist/. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
