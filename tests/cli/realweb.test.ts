import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nightdesk } from '../../scripts/nightdesk.ts';
import { hasRealWeb, startRealWeb } from '../../scripts/realweb.ts';

interface Ledger {
  sources: { source: string; outcome: string; status: number }[];
}

describe.skipIf(!hasRealWeb)('two nights of recorded real feeds (../shared/data/realweb)', () => {
  it('turns every feed that is one into items, and doubles nothing on the next night', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
    const files = ['--db', join(folder, 'test.sqlite'), '--feeds', join(folder, 'feeds.yaml')];
    const web = await startRealWeb('jul2025');
    try {
      writeFileSync(join(folder, 'feeds.yaml'), await web.feedsYaml());
      for (const night of [1, 2]) {
        const { now } = await web.setNight(night);
        await nightdesk('night', '--now', now, '--no-delay', ...files);
        const { sources } = JSON.parse(await nightdesk('ledger', '--json', ...files)) as Ledger;
        // What was recorded only on a later night is not there yet.
        expect(sources.filter(({ outcome, status }) => outcome === 'failed' && status !== 404)).toEqual([]);
      }
      const items = (await nightdesk('items', '--jsonl', ...files)).trim().split('\n');
      const urls = items.map((line) => (JSON.parse(line) as { canonicalUrl: string }).canonicalUrl);
      expect(urls.length).toBeGreaterThan(100);
      expect(new Set(urls).size).toBe(urls.length);
    } finally {
      await web.close();
      rmSync(folder, { recursive: true });
    }
  });
});
