import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, copyFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { copyFigures, figuresBeside, packFigures, unpackFigures } from './backup-figures.ts';
import { FigureFiles, figureFolder } from './figures.ts';
import { type Db, explain, openDatabase, StoreError } from './open.ts';
import { forgetStamp } from './stamp.ts';

/**
 * Writes a copy of the open database to one file while everything goes on, with the pictures when they are given. The
 * copy is checked before it takes the file's name, so that a backup that is there is one that can be restored. Throws
 * StoreError when it cannot be written.
 */
export async function backupTo(db: Db, file: string, figures?: FigureFiles): Promise<void> {
  const draft = `${file}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    await db.$client.backup(draft);
    makeOneFile(draft, figures);
    const problems = check(draft);
    if (problems.length > 0) throw new Error(problems.join('; '));
    renameSync(draft, file);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft);
    throw new StoreError(`The backup was not written: ${explain(error, file)}`, error);
  }
}

/**
 * Puts a backup in the place of the database. What stands there is moved aside, never overwritten. Returns where it
 * went, or null when there was nothing. Throws StoreError when the backup is missing, damaged or of a newer version.
 */
export function restoreFrom(backup: string, file: string): string | null {
  if (!existsSync(backup)) throw new StoreError(`${backup}: there is no such backup.`);
  const problems = check(backup);
  if (problems.length > 0) throw new StoreError(`${backup} is damaged and was not restored: ${problems.join('; ')}`);
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.restored`;
  copyFileSync(backup, draft);
  const restored = openDatabase(draft);
  unpackFigures(restored.$client, backup, new FigureFiles(figureFolder(file)));
  forgetStamp(restored);
  restored.$client.close();
  const aside = existsSync(file) ? freeName(file) : null;
  for (const end of ['', '-wal', '-shm'])
    if (aside !== null && existsSync(file + end)) renameSync(file + end, aside + end);
  renameSync(draft, file);
  return aside;
}

/** Takes the copy out of write-ahead mode, in which a database is more than one file. */
function makeOneFile(file: string, figures?: FigureFiles): void {
  const client = new Database(file);
  if (figures !== undefined) packFigures(client, figures);
  client.pragma('journal_mode = DELETE');
  client.close();
}

/** What SQLite finds wrong with a database file; empty when it is sound. */
export function check(file: string): string[] {
  let client: Database.Database | null = null;
  try {
    client = new Database(file, { readonly: true, fileMustExist: true });
    const found = client.pragma('integrity_check') as { integrity_check: string }[];
    const broken = client.pragma('foreign_key_check') as unknown[];
    const problems = found.map((row) => row.integrity_check).filter((text) => text !== 'ok');
    return broken.length === 0 ? problems : [...problems, `${broken.length} rows point at rows that are not there`];
  } catch (error) {
    return [explain(error, file)];
  } finally {
    client?.close();
  }
}

/** Deletes all but the newest `keep` backups that a night made in a folder. Names sort by date. */
function rotate(folder: string, prefix: string, keep: number): void {
  const made = readdirSync(folder).filter((name) => name.startsWith(prefix) && name.endsWith('.sqlite'));
  for (const name of made.toSorted().slice(0, Math.max(0, made.length - keep))) rmSync(join(folder, name));
}

/** Where the nights put their backups: beside the database. */
export function backupFolder(file: string): string {
  return join(dirname(file), 'backups');
}

/** The newest backup beside a database, for the way out that doctor offers. */
export function newestBackup(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
  const byAge = files.toSorted((a, b) => statSync(join(folder, b)).mtimeMs - statSync(join(folder, a)).mtimeMs);
  return byAge[0] === undefined ? null : join(folder, byAge[0]);
}

function freeName(file: string): string {
  for (let number = 1; ; number++) {
    const name = join(dirname(file), `${basename(file)}.before-restore-${number}`);
    if (!existsSync(name)) return name;
  }
}

/** The backup of a night, and the older ones let go. */
export async function nightlyBackup(db: Db, file: string, night: string, keep: number): Promise<void> {
  if (keep === 0) return;
  const folder = backupFolder(file);
  const prefix = `${basename(file, '.sqlite')}-`;
  const backup = join(folder, `${prefix}${night}.sqlite`);
  await backupTo(db, backup);
  copyFigures(new FigureFiles(figureFolder(file)), figuresBeside(backup));
  rotate(folder, prefix, keep);
}
