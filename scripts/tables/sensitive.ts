/**
 * Writes the table of docs/notes/sensitive.md: how many titles of each set of headlines are told as sensitive, by reason.
 *
 *   node --import tsx scripts/tables/sensitive.ts
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { SENSITIVE_REASONS, sensitiveReason } from '../../src/export/sensitive.ts';
import { table, writeBetweenMarkers } from './write-table.ts';

const FOLDER = '../shared/data/stories';
const SETS = { 'AI news, English': 'ai-en-dev', 'AI news, Korean': 'ko-dev', 'general news': 'gnews-dev' };

const rows = Object.entries(SETS).flatMap(([name, set]) => {
  const file = `${FOLDER}/${set}.jsonl.gz`;
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  const titles = lines.filter((line) => line !== '').map((line) => (JSON.parse(line) as { title: string }).title);
  const told = titles.map((title) => sensitiveReason([title]));
  const counts = SENSITIVE_REASONS.map((reason) => told.filter((each) => each === reason).length);
  const share = (told.filter((each) => each !== null).length / titles.length) * 100;
  return [[name, titles.length, ...counts, `${share.toFixed(1)} %`]];
});
writeBetweenMarkers('docs/notes/sensitive.md', 'told', table(['set', 'titles', ...SENSITIVE_REASONS, 'share'], rows));
