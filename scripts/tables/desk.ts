/**
 * Writes the figures of docs/notes/desk.md: the desk with ten thousand candidates, and the size of its client. Needs
 * `npm run build` before.
 *
 *   node --import tsx scripts/tables/desk.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { benchDesk } from '../bench/desk.ts';
import { table, writeBetweenMarkers } from './write-table.ts';

const ASSETS = 'dist/desk/assets';

const sizes = readdirSync(ASSETS).map((name) => {
  const body = readFileSync(`${ASSETS}/${name}`);
  return { kind: extname(name).slice(1), plain: body.length, packed: gzipSync(body, { level: 9 }).length };
});
const sum = (of: 'plain' | 'packed'): number => sizes.reduce((total, size) => total + size[of], 0);
const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const rows = [...sizes, { kind: 'together', plain: sum('plain'), packed: sum('packed') }].map(
  ({ kind, plain, packed }) => [kind, kB(plain), kB(packed)],
);

writeBetweenMarkers('docs/notes/desk.md', 'size', table(['the client', 'kB', 'packed, kB'], rows));
writeBetweenMarkers('docs/notes/desk.md', 'speed', (await benchDesk()).split('\n').slice(2));
