import { access, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../model.ts';

/** One message of a folder. */
export interface MailFile {
  path: string;
  /** When it was last changed: a Maildir's delivery. */
  changed: Instant;
}

/**
 * The messages of a folder of .eml files, or of a Maildir (its `new` and `cur`; https://cr.yp.to/proto/maildir.html),
 * oldest first. Never writes: a message stays as unread as it was.
 *
 * @param since only messages that were changed later
 * @throws when there is no such folder
 */
export async function listMail(folder: string, since: Instant = 0): Promise<MailFile[]> {
  await access(folder);
  const maildir = (await filesOf(join(folder, 'new'))).concat(await filesOf(join(folder, 'cur')));
  const plain = (await filesOf(folder)).filter((path) => /\.eml$/i.test(path));
  const files = await Promise.all(
    [...maildir, ...plain].map(async (path) => ({ path, changed: Math.round((await stat(path)).mtimeMs) })),
  );
  return files
    .filter(({ changed }) => changed > since)
    .sort((a, b) => a.changed - b.changed || a.path.localeCompare(b.path));
}

export async function readMailFile({ path }: MailFile): Promise<Uint8Array> {
  return readFile(path);
}

async function filesOf(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(folder, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
