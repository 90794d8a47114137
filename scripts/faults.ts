/**
 * Nights of a recorded world under faults, beside the same nights undisturbed: what the origin served whole must be
 * there, once, and what does not stay broken must be answered in the end.
 *
 *   node --import tsx scripts/faults.ts [SEED ...] [--world feb2026] [--nights 14]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { nightdesk } from './nightdesk.ts';
import { startRealWeb } from './realweb.ts';

/** Percent of the requests (of the addresses, for those that stay); 40 in all, all kinds the origin knows. */
export const MIX =
  '410=0.5,404=0.5,301=1,302=1,307=1,308=1,loop=0.5,chain=1,wrongtype=1,wrongcharset=1,' +
  '500=4,502=3,503=3,429=3,timeout=3,reset=4,drip=1.5,truncate=3,badlength=2,empty=2,challenge=1,badxml=1.5,bomb=0.5';

/** The origin hangs for two minutes, and drips; a busy machine must still answer well within this. */
const TIMEOUT_MS = 4000;

const STAYS = new Set('410 404 301 302 307 308 loop chain wrongtype wrongcharset'.split(' '));
const WHOLE = new Set(['200', '304', '200/wrongtype', '200/chain']);
const UNANSWERED = new Set(['failed', 'late', 'blocked', 'gone']);

/** One source on one night, as the origin and our ledger saw it. */
interface SourceNight {
  url: string;
  outcome: string;
  statuses: readonly string[];
  /** Ids of the entries that it shows. */
  shown: readonly string[];
}

interface Replay {
  nights: SourceNight[][];
  /** Every entry that was ever stored, as "address, id". */
  stored: ReadonlySet<string>;
  /** Items that stand there more than once. */
  doubles: number;
}

export interface Comparison {
  served: number;
  /** Entries that were served whole and are not there, as "address, id". */
  missing: readonly string[];
  doubles: number;
  /** Source-nights without a fault that stays, and how many of them were answered in the end. */
  sourceNights: number;
  answered: number;
}

/** Replays the nights of a world; `faults` as {@link MIX} has them, "" for none. */
export async function replay(world: string, nights: number, faults: string, seed: number): Promise<Replay> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-faults-'));
  const files = ['--db', join(folder, 'db.sqlite'), '--feeds', join(folder, 'feeds.yaml')];
  const web = await startRealWeb(world, { faults, seed });
  try {
    const yaml = await web.feedsYaml();
    const origin = /http:\/\/[\d.]+:\d+/.exec(yaml)?.[0] ?? '';
    writeFileSync(
      join(folder, 'feeds.yaml'),
      yaml.replace('concurrency: 8', `concurrency: 16, timeoutMs: ${TIMEOUT_MS}`),
    );
    const seen: SourceNight[][] = [];
    for (let night = 1; night <= Math.min(nights, web.nights); night++) {
      const { now } = await web.setNight(night);
      await nightdesk('collect', '--all', '--now', now, '--no-delay', ...files);
      seen.push(lookAt(join(folder, 'db.sqlite'), now, origin, await web.answered()));
    }
    return { nights: seen, ...stored(join(folder, 'db.sqlite'), origin) };
  } finally {
    await web.close();
    rmSync(folder, { recursive: true });
  }
}

/** The night that began at `now`. Addresses without the origin's own, whose port differs from run to run. */
function lookAt(
  file: string,
  now: string,
  origin: string,
  answers: Record<string, Record<string, number>>,
): SourceNight[] {
  const db = new Database(file, { readonly: true });
  const rows = db
    .prepare<[number], { id: string; url: string; outcome: string }>(
      'select source.id, source.url, fetch.outcome from fetch join source on source.id = source_id where asked_at >= ?',
    )
    .all(Date.parse(now));
  const shown = db
    .prepare<[string], string>('select entry_id from sighting where source_id = ? and last_seen is null')
    .pluck();
  const nights = rows.map(({ id, url, outcome }) => ({
    url: url.replace(origin, ''),
    outcome,
    statuses: Object.keys(answers[url] ?? {}),
    shown: shown.all(id).map((entry) => entry.replaceAll(origin, '')),
  }));
  db.close();
  return nights;
}

function stored(file: string, origin: string): Pick<Replay, 'stored' | 'doubles'> {
  const db = new Database(file, { readonly: true });
  const rows = db
    .prepare<[], { url: string; entry: string }>(
      'select source.url, entry_id as entry from sighting join source on source.id = source_id',
    )
    .all();
  const doubles = db
    .prepare<[], number>('select count(*) - count(distinct canonical_url) from item where alias_of is null')
    .pluck()
    .get();
  db.close();
  return {
    stored: new Set(rows.map(({ url, entry }) => `${url} ${entry}`.replaceAll(origin, ''))),
    doubles: doubles ?? 0,
  };
}

/** Holds a disturbed replay against the undisturbed one of the same nights. */
export function compare(clean: Replay, disturbed: Replay): Comparison {
  const served = new Set<string>();
  let sourceNights = 0;
  let answered = 0;
  for (const [index, night] of disturbed.nights.entries()) {
    const undisturbed = new Map(clean.nights[index]?.map((row) => [row.url, row]));
    for (const { url, outcome, statuses } of night) {
      const peer = undisturbed.get(url);
      if (peer === undefined || UNANSWERED.has(peer.outcome)) continue;
      if (statuses.some((status) => WHOLE.has(status))) for (const id of peer.shown) served.add(`${url} ${id}`);
      if (statuses.some((status) => STAYS.has(status.split('/')[1] ?? ''))) continue;
      sourceNights += 1;
      if (!UNANSWERED.has(outcome)) answered += 1;
    }
  }
  const missing = [...served].filter((entry) => !disturbed.stored.has(entry));
  return { served: served.size, missing, doubles: disturbed.doubles - clean.doubles, sourceNights, answered };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { world: { type: 'string', default: 'feb2026' }, nights: { type: 'string', default: '14' } },
  });
  const nights = Number(values.nights);
  const clean = await replay(values.world, nights, '', 1);
  console.log(`${values.world}, ${nights} nights, faults in percent: ${MIX}\n`);
  console.log(
    '| seed | entries served whole | missing | doubles more than undisturbed | source-nights | answered in the end |',
  );
  console.log('|---|---:|---:|---:|---:|---:|');
  for (const seed of positionals.length > 0 ? positionals.map(Number) : [1, 2, 3]) {
    const { served, missing, doubles, sourceNights, answered } = compare(
      clean,
      await replay(values.world, nights, MIX, seed),
    );
    const share = ((100 * answered) / sourceNights).toFixed(1);
    console.log(
      `| ${seed} | ${served} | ${missing.length} | ${doubles} | ${sourceNights} | ${answered} (${share} %) |`,
    );
    for (const entry of missing) console.error(entry);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
