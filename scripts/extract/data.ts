/** The pages and gold texts of ../shared/data/extraction, for training and tables. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

export const DATA = fileURLToPath(new URL('../../../shared/data/extraction/', import.meta.url));

export interface Gold {
  set: string;
  url: string;
  text?: string;
}

export interface GoldPage {
  id: string;
  gold: Gold;
  html: string;
}

/** All pages, unpacked in a temporary folder that is removed again. */
export function readGoldPages(): GoldPage[] {
  const golds = JSON.parse(gunzipSync(readFileSync(`${DATA}gold.json.gz`)).toString()) as Record<string, Gold>;
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-extraction-'));
  try {
    for (const file of readdirSync(DATA).filter((name) => name.endsWith('.tar.gz')))
      execFileSync('tar', ['-xzf', DATA + file, '-C', folder]);
    return Object.entries(golds).map(([id, gold]) => {
      const html = gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString();
      return { id, gold, html };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What keeps folds honest: pages of one site never stand on both sides. */
export function siteOf({ id, gold }: GoldPage): string {
  const host = new URL(gold.url).host;
  return host === 'fakehost' ? id : host.split('.').slice(-2).join('.');
}

/** Runs the scorer of the data; F1 by set, and the metadata measures where the set has them. */
export function score(predictions: Readonly<Record<string, object>>): Record<string, Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-score-'));
  try {
    const file = join(folder, 'predictions.json');
    writeFileSync(file, JSON.stringify(predictions));
    const out = execFileSync('python3', [`${DATA}score.py`, `${DATA}gold.json.gz`, file, '--boot', '0', '--json']);
    return JSON.parse(out.toString()) as Record<string, Record<string, number>>;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
