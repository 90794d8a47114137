/**
 * Writes the figures of docs/notes/speed.md: what a collection costs beside a lean one. Needs `npm run build` before, and
 * some minutes.
 *
 *   node --import tsx scripts/tables/speed.ts
 */
import { benchCollect } from '../bench/collect.ts';
import { writeBetweenMarkers } from './write-table.ts';

writeBetweenMarkers('docs/notes/speed.md', 'figures', (await benchCollect()).split('\n').slice(2));
