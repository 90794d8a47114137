import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { backupFolder, newestBackup } from '../store/backup.ts';
import type { Store } from '../store/store.ts';
import { readConfig, withFiles, withStore, type FileOptions } from './context.ts';

/** One thing that doctor looked at: fine, or what is wrong and what to do. */
interface Finding {
  ok: boolean;
  text: string;
}

const GIGABYTE = 1e9;
const YEAR = 365 * 86_400_000;

/** `nightdesk doctor`: what is wrong, and what to do about it. Changes nothing. */
export function doctorCommand(): Command {
  return withFiles(new Command('doctor'))
    .description('Check configuration, database, disk and backups; say what is wrong and what to do. Changes nothing.')
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExits 1 when something is wrong.\n\nExample:\n  nightdesk doctor')
    .action(async (options: FileOptions & { json?: boolean }) => {
      const findings = [
        ...(await configuration(options)),
        ...(await database(options)),
        disk(options),
        backups(options),
      ];
      if (options.json === true) process.stdout.write(`${JSON.stringify({ findings })}\n`);
      else for (const { ok, text } of findings) process.stdout.write(`${ok ? 'fine ' : 'WRONG'}  ${text}\n`);
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}

async function configuration({ feeds }: FileOptions): Promise<Finding[]> {
  const [{ loadConfig }, { YamlError }] = await Promise.all([
    import('../config.ts'),
    import('../text/checked-yaml.ts'),
  ]);
  try {
    const { sources, contact } = loadConfig(feeds);
    const on = sources.filter(({ enabled }) => enabled).length;
    const found: Finding[] = [{ ok: true, text: `${feeds}: ${on} of ${sources.length} sources on` }];
    if (contact === '')
      found.push({
        ok: false,
        text: `${feeds}: no contact. Put a mail address or page there, so that sites can reach you.`,
      });
    for (const { id } of sources.filter(({ url }) => /^\w+:\/\/[^/?#]*@/.test(url)))
      found.push({
        ok: false,
        text: `${feeds}: the address of ${id} holds a password. Put "name:password" into an environment variable, and headers: { Authorization: "basic:\${VARIABLE}" } beside the address.`,
      });
    return found;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return error.problems.map((text) => ({ ok: false, text }));
  }
}

async function database(options: FileOptions): Promise<Finding[]> {
  const { db } = options;
  if (!existsSync(db)) return [{ ok: true, text: `${db}: not there yet; the first night makes it` }];
  const { check } = await import('../store/backup.ts');
  const problems = check(db);
  if (problems.length > 0) return problems.map((problem) => ({ ok: false, text: `${problem} ${wayOut(options)}` }));
  return withStore(options, async (store) => [
    { ok: true, text: `${db}: sound; ${forecast(store.size(), Date.now())}` },
    ...(await retention(store, options)),
  ]);
}

/** What has grown old enough to be let go, and the room it takes. */
async function retention(store: Store, options: FileOptions): Promise<Finding[]> {
  const config = await readConfig(options).catch(() => null);
  if (config === null) return [];
  const old = await store.prune(config.retention, Date.now(), false);
  const size = (store.savedBy(old) / 1e6).toFixed(1);
  const what = `${old.texts} texts, ${old.ledger} rows of the ledger, ${old.items} items that nobody picked`;
  return [{ ok: true, text: `old enough for the next night to let go: ${what}; ${size} MB for what is new` }];
}

/** The size of the file today and in a year, when it goes on growing as it did. */
function forecast(
  { bytes, items, firstSeen }: { bytes: number; items: number; firstSeen: number | null },
  now: number,
): string {
  const today = `${(bytes / 1e6).toFixed(0)} MB, ${items} items`;
  const age = firstSeen === null ? 0 : now - firstSeen;
  if (age < YEAR / 52) return `${today}; too young for a forecast`;
  return `${today}; at this rate ${((bytes + (bytes / age) * YEAR) / 1e6).toFixed(0)} MB in a year`;
}

function disk({ db }: FileOptions): Finding {
  const folder = existsSync(dirname(db)) ? dirname(db) : '.';
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const text = `${(free / GIGABYTE).toFixed(1)} GB free where ${db} lives`;
  return free > GIGABYTE
    ? { ok: true, text }
    : { ok: false, text: `${text}; free some space, or a night may not be stored` };
}

function backups({ db }: FileOptions): Finding {
  const newest = newestBackup(backupFolder(db));
  if (newest === null) return { ok: true, text: 'no backup yet; every night makes one' };
  return { ok: true, text: `newest backup: ${newest} of ${statSync(newest).mtime.toISOString()}` };
}

function wayOut({ db }: FileOptions): string {
  const newest = newestBackup(backupFolder(db));
  return newest === null
    ? 'There is no backup beside it. Move the file away and run a night: facts come back, decisions do not.'
    : `"nightdesk restore ${newest}" brings back the state of ${statSync(newest).mtime.toISOString()}.`;
}
