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
  for (const [day, fresh] of [50, 2, 0, 1].entries()) {
    const night = `2026-02-0${day + 1}`;
    const runId = await nights.begin(night, 'night', day * DAY);
    const nothing = { status: 200, ms: 1, bytes: 1, cached: false, attempts: 1, updated: 0, odd: 0, diagnosis: '' };
    const row = { runId, night, sourceId: 'courier', askedAt: day * DAY, outcome: 'new', got: 50, new: fresh } as const;
    db.insert(schema.fetch)
      .values({ ...row, ...nothing })
      .run();
  }
  expect(await nights.histories(-1)).toEqual(new Map([['courier', { sourceId: 'courier', answered: 3, perNight: 1 }]]));
  db.$client.close();
  rmSync(folder, { recursive: true });
});
