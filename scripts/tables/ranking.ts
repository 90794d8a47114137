/**
 * Writes the table of docs/notes/ranking.md: how many of each week's picks `backtest papers` puts in the top 20, 50 and
 * 100, with bootstrap intervals over the weeks. Needs `npm run build` before, and the recorded weeks beside the checkout;
 * takes some minutes.
 *
 *   node --import tsx scripts/tables/ranking.ts
 */
import { type Measured, measure, readPicks } from '../papers/measure.ts';
import { nightdesk } from '../nightdesk.ts';
import { table, writeBetweenMarkers } from './write-table.ts';

const DATA = '../shared/data/curation/';
const FILES = [
  '--candidates',
  ...['warmup', 'dev'].map((part) => `${DATA}candidates-${part}.jsonl.gz`),
  '--picks',
  ...['warmup', 'dev'].map((part) => `${DATA}picks-${part}.jsonl.gz`),
];
/** The first week that is ranked; the weeks before it only teach. */
const FROM = ['--from', '2025-W27'];

const picks = await readPicks(`${DATA}picks-dev.jsonl.gz`);
const rows: string[][] = [];
for (const [name, label, ...options] of [
  ['dair', 'dair', '--editor', 'dair'],
  ['any', 'any', '--editor', 'any'],
  ['dair, with readers’ votes', 'dair', '--signals', 'hf'],
] as const) {
  const output = await nightdesk('backtest', 'papers', ...FILES, ...FROM, ...options);
  const ranking = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { week: string; id: string });
  rows.push([name, ...measure(ranking, picks[label]).map(shown)]);
}
const head = ['picks of', 'recall@20', 'recall@50', 'recall@100', 'precision@10', 'AUC'];
writeBetweenMarkers('docs/notes/ranking.md', 'papers', table(head, rows));

function shown({ mean, low, high }: Measured): string {
  const short = (share: number): string => share.toFixed(3).replace(/^0/u, '');
  return `${short(mean)} (${short(low)}–${short(high)})`;
}
