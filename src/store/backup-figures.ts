import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { FigureFiles } from './figures.ts';

/**
 * A backup that somebody carries away is one file, so the pictures go into it, as rows of a table that only backups have.
 * The backups of the nights share one folder of pictures instead: a picture never changes, so one copy serves all.
 */
const TABLE = 'figure_file';

/** Puts the pictures into a copy of the database. */
export function packFigures(copy: Database.Database, figures: FigureFiles): void {
  copy.exec(`create table if not exists ${TABLE} (name text primary key, bytes blob not null)`);
  const insert = copy.prepare(`insert or ignore into ${TABLE} (name, bytes) values (?, ?)`);
  for (const name of figures.names()) insert.run(name, figures.read(name));
}

/** Takes the pictures out of a restored database and puts them into its folder, with those beside the backup. */
export function unpackFigures(restored: Database.Database, backup: string, figures: FigureFiles): void {
  const has = restored.prepare(`select 1 from sqlite_master where name = '${TABLE}'`).get();
  if (has !== undefined) {
    for (const row of restored.prepare(`select name, bytes from ${TABLE}`).iterate()) {
      const { name, bytes } = row as { name: string; bytes: Buffer };
      figures.put(name, bytes);
    }
    restored.exec(`drop table ${TABLE}`);
    restored.exec('vacuum');
  }
  copyFigures(figuresBeside(backup), figures);
}

/** The folder of pictures that the backups of one folder share. */
export function figuresBeside(backup: string): FigureFiles {
  return new FigureFiles(join(dirname(backup), 'figures'));
}

/** Copies the pictures that are missing. */
export function copyFigures(from: FigureFiles, to: FigureFiles): void {
  for (const name of from.names().filter((each) => !to.has(each))) {
    const bytes = from.read(name);
    if (bytes !== null) to.put(name, bytes);
  }
}
