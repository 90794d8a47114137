import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { readConfig, type FileOptions } from './context.ts';

/** Names the build, put there by it (scripts/build.mjs). Code that was not built has none, and reads the file itself. */
declare const NIGHTDESK_BUILD: string | undefined;

/**
 * feeds.yaml, checked: as the last run read it when neither the file nor the build has changed, for reading a thousand
 * sources of YAML costs as much as asking them. What was read stands beside the database, and counts only when it is
 * whole and was made of this very text by this very build; whatever is wrong with it, the file itself is read.
 */
export async function readKnownConfig({ feeds, db }: FileOptions): Promise<Config> {
  if (typeof NIGHTDESK_BUILD === 'undefined') return readConfig({ feeds });
  const known = join(dirname(db), 'feeds.known.json');
  const text = attempt(() => readFileSync(feeds, 'utf8'));
  if (text === null) return readConfig({ feeds });
  const sealOf = (json: string): string => hash('sha256', [NIGHTDESK_BUILD, process.version, text, json].join('\0'));
  const [seal, json] = attempt(() => readFileSync(known, 'utf8'))?.split('\n', 2) ?? [];
  if (json !== undefined && seal === sealOf(json)) return JSON.parse(json) as Config;
  // The text that was sealed, not the file: it may have been changed meanwhile.
  const config = (await import('../config.ts')).parseConfig(text, feeds);
  // Another process may read it meanwhile; a folder that cannot be written is told when the database is opened.
  attempt(() => {
    const made = JSON.stringify(config);
    mkdirSync(dirname(known), { recursive: true });
    writeFileSync(`${known}.${process.pid}`, `${sealOf(made)}\n${made}\n`, { mode: 0o600 });
    renameSync(`${known}.${process.pid}`, known);
  });
  return config;
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
