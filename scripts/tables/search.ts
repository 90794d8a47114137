/**
 * Writes the figures of docs/notes/search.md. Needs some minutes and 2 GB on the disk.
 *
 *   node --import tsx scripts/tables/search.ts
 */
import { benchSearch } from '../bench/search.ts';
import { writeBetweenMarkers } from './write-table.ts';

writeBetweenMarkers('docs/notes/search.md', 'figures', (await benchSearch()).split('\n').slice(2));
