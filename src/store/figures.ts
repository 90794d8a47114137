import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Kinds of pictures that may be figures, with the end of their file names. */
const ENDS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' } as const;
export type FigureType = keyof typeof ENDS;

const NAME = /^[0-9a-f]{64}\.(?:png|jpg|gif|webp)$/;

/** The folder of figures beside a database. */
export function figureFolder(databaseFile: string): string {
  return `${databaseFile.replace(/\.sqlite$/, '')}.figures`;
}

/**
 * The bytes of figures, in a folder beside the database, each named by the hash of what is in it: a file never changes,
 * and the same picture is kept once. Files are not removed: sent issues, and undo, rest on them.
 */
export class FigureFiles {
  readonly folder: string;
  constructor(folder: string) {
    this.folder = folder;
  }

  /** Keeps a picture that has been checked (export/image.ts). Returns its name. */
  keep(bytes: Uint8Array, type: FigureType): string {
    const name = `${createHash('sha256').update(bytes).digest('hex')}.${ENDS[type]}`;
    this.put(name, bytes);
    return name;
  }

  /** Keeps a file under the name it has elsewhere; for backups. */
  put(name: string, bytes: Uint8Array): void {
    if (!NAME.test(name)) throw new Error(`${name} is no name of a figure`);
    const file = join(this.folder, name);
    if (existsSync(file)) return;
    mkdirSync(this.folder, { recursive: true });
    const draft = `${file}.${process.pid}.new`;
    writeFileSync(draft, bytes);
    renameSync(draft, file);
  }

  /** Whether a file of that name is there. */
  has(name: string): boolean {
    return NAME.test(name) && existsSync(join(this.folder, name));
  }

  /** The bytes of a figure; null when its file is not there. */
  read(name: string): Buffer | null {
    return this.has(name) ? readFileSync(join(this.folder, name)) : null;
  }

  names(): string[] {
    return existsSync(this.folder) ? readdirSync(this.folder).filter((name) => NAME.test(name)) : [];
  }
}

/** The kind of a figure's file, by its name. */
export function typeOfFigure(name: string): FigureType {
  for (const [type, end] of Object.entries(ENDS)) if (name.endsWith(`.${end}`)) return type as FigureType;
  throw new Error(`${name} is no name of a figure`);
}
