import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/store/open.ts';
import { Nights } from '../../src/store/nights.ts';
import * as schema from '../../src/store/schema.ts';

const DAY = 86_400_000;

it('reckons what a source usually brings without its first answer, which brought everything it had', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  const db = openDatabase(join(folder, 'test.sqlite'));
  const nights = new Nights(db);
  const quiet = { id: 'courier', url: '', title: '', outlet: '' };
  db.insert(schema.source)
    .values({ ...quiet, newAt: 3 * DAY })
    .run();
  // After the fourth night it falls silent, and what is usual stays as it was.
  for (const [day, fresh] of [50, 2, 0, 1, 0, 0].entries()) {
    const night = `2026-02-0${day + 1}`;
    const runId = await nights.begin(night, 'night', day * DAY);
    const nothing = { status: 200, ms: 1, bytes: 1, cached: false, attempts: 1, updated: 0, odd: 0, diagnosis: '' };
    const row = { runId, night, sourceId: 'courier', askedAt: day * DAY, outcome: 'new', got: 50, new: fresh } as const;
    db.insert(schema.fetch)
      .values({ ...row, ...nothing })
      .run();
  }
  expect(await nights.histories(30 * DAY)).toEqual(
    new Map([['courier', { sourceId: 'courier', answered: 5, perNight: 1 }]]),
  );
  expect(await nights.fullest(['courier'], -1)).toEqual(new Map([['courier', 50]]));
  expect(await nights.fullest(['courier'], 9 * DAY)).toEqual(new Map());
  db.$client.close();
  rmSync(folder, { recursive: true });
});

it('finds the hour at which a source usually publishes, over midnight too, and none where there is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  const db = openDatabase(join(folder, 'test.sqlite'));
  const nights = new Nights(db);
  db.$client.pragma('foreign_keys = OFF');
  const show = (sourceId: string, hours: readonly number[]): void => {
    for (const [day, hour] of hours.entries()) {
      const facts = { itemId: 1, firstSeen: 0, title: '', why: '', digest: '' };
      const claimedPublished = (100 + day) * DAY + hour * 3_600_000;
      db.insert(schema.sighting)
        .values({ ...facts, sourceId, entryId: String(day), claimedPublished })
        .run();
    }
  };
  show('late', [23, 0, 1, 23.5, 0.5]);
  show('scattered', [0, 6, 12, 18, 3, 15]);
  show('rare', [9, 9]);
  const hours = await nights.usualHours(DAY);
  expect([...hours.keys()]).toEqual(['late']);
  expect(Math.round((hours.get('late') ?? 0) * 10) % 240).toBe(0);
  db.$client.close();
  rmSync(folder, { recursive: true });
});
