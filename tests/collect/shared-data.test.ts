import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/collect/feed.ts';

const CASES = '../shared/data/feeds';
const REALWEB = '../shared/data/realweb';

describe.skipIf(!existsSync(`${CASES}/score.py`))('the conformance cases', () => {
  it('pass: 98 of 100, 95 of 100 of every group that has 20', () => {
    const run = spawnSync(
      'python3',
      [`${CASES}/score.py`, CASES, '--batch', 'node --import tsx src/cli/main.ts feed --batch'],
      { encoding: 'utf8' },
    );
    const groups = [...run.stdout.matchAll(/^(?:group\s+(\S+)|(all))\s+(\d+) \/\s+(\d+)/gm)].map(
      ([, group, all, passed, cases]) => ({
        group: group ?? all,
        cases: Number(cases),
        share: Number(passed) / Number(cases),
      }),
    );
    expect(groups.find(({ group }) => group === 'all')?.share).toBeGreaterThanOrEqual(0.98);
    expect(groups.filter(({ cases, share }) => cases >= 20 && share < 0.95)).toEqual([]);
  });
});

interface ManifestRow {
  url: string;
  kind: string;
  file: string;
  items: number;
}

describe.skipIf(!existsSync(`${REALWEB}/manifest.json`))('the recorded real web', () => {
  it('is read: every feed, every item', async () => {
    const { documents } = JSON.parse(readFileSync(`${REALWEB}/manifest.json`, 'utf8')) as { documents: ManifestRow[] };
    const feeds = new Map(documents.filter(({ kind }) => kind !== 'html').map((row) => [row.file, row]));
    const wrong: string[] = [];
    for (const { url, file, items } of feeds.values()) {
      const { entries } = await readFeed(gunzipSync(readFileSync(`${REALWEB}/${file}`)), { url });
      // The manifest counts no items of RSS written as JSON.
      if (entries.length !== items && !url.endsWith('/rss.json')) wrong.push(`${url}: ${entries.length} of ${items}`);
      if (entries.some(({ title, url: link }) => title === '' && link === null))
        wrong.push(`${url}: an entry with neither title nor address`);
    }
    expect(feeds.size).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });
});
