/**
 * Writes the figures of docs/notes/desk.md: the size of the client, the desk with ten thousand candidates in Chromium, what
 * each call costs with few and many, and ten windows while a night runs. Needs
 * `npm run build` before.
 *
 *   node --import tsx scripts/tables/desk.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { callCosts } from '../bench/desk-calls.ts';
import { benchDesk } from '../bench/desk.ts';
import { fanOut } from '../bench/desk-fanout.ts';
import { table, writeBetweenMarkers } from './write-table.ts';

const ASSETS = 'dist/desk/assets';

const sizes = readdirSync(ASSETS).map((name) => {
  const body = readFileSync(`${ASSETS}/${name}`);
  return { kind: extname(name).slice(1), plain: body.length, packed: gzipSync(body, { level: 9 }).length };
});
const sum = (of: 'plain' | 'packed'): number => sizes.reduce((total, size) => total + size[of], 0);
const ms = (time: number): string => `${time.toFixed(0)} ms`;
const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const rows = [...sizes, { kind: 'together', plain: sum('plain'), packed: sum('packed') }].map(
  ({ kind, plain, packed }) => [kind, kB(plain), kB(packed)],
);

writeBetweenMarkers('docs/notes/desk.md', 'size', table(['the client', 'kB', 'packed, kB'], rows));
writeBetweenMarkers('docs/notes/desk.md', 'speed', (await benchDesk()).split('\n').slice(2));
const [few, many] = [await callCosts(300), await callCosts(10_000)];
writeBetweenMarkers(
  'docs/notes/desk.md',
  'calls',
  table(
    ['call', ...['300', '10,000'].flatMap((n) => [`kB with ${n}`, 'first, ms', 'freeze, ms', 'again, ms'])],
    few.map((row, index) => [...row, ...(many[index]?.slice(1) ?? [])]),
  ),
);
const [beside, besideMany] = [await fanOut(300), await fanOut(10_000)];
writeBetweenMarkers(
  'docs/notes/desk.md',
  'fan-out',
  table(
    ['ten windows, while a night runs', 'with 300', 'with 10,000'],
    [
      ['a decision, until the last window is told: median', ms(beside.median), ms(besideMany.median)],
      ['the same, slowest of 30', ms(beside.slowest), ms(besideMany.slowest)],
      ['longest time in which the desk answered nobody', ms(beside.freeze), ms(besideMany.freeze)],
      ['share of one core', percent(beside.share), percent(besideMany.share)],
    ],
  ),
);
