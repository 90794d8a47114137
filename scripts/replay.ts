/**
 * Runs the nights of a recorded world through the built product with the clock set, and prints the ledger.
 *
 *   node --import tsx scripts/replay.ts --world feb2026 [--nights 14] [--db FILE] [--faults MIX] [--seed N] [--quiet]
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nightdesk } from './nightdesk.ts';
import { startRealWeb } from './realweb.ts';

const { values } = parseArgs({
  options: {
    world: { type: 'string', default: 'feb2026' },
    nights: { type: 'string' },
    db: { type: 'string' },
    faults: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    quiet: { type: 'boolean', default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-replay-'));
const db = values.db ?? join(folder, 'replay.sqlite');
const feeds = join(folder, 'feeds.yaml');

const web = await startRealWeb(values.world, { faults: values.faults, seed: Number(values.seed) });
try {
  writeFileSync(feeds, await web.feedsYaml());
  for (let night = 1; night <= Math.min(web.nights, Number(values.nights ?? web.nights)); night++) {
    const { now } = await web.setNight(night);
    const args = ['night', '--now', now, '--no-delay', '--feeds', feeds, '--db', db];
    process.stdout.write(await nightdesk(...args));
  }
  if (!values.quiet) process.stdout.write(`\n${await nightdesk('ledger', '--db', db)}\n`);
  console.log(`\nThe database stands at ${db}`);
} finally {
  await web.close();
}
