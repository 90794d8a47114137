/**
 * Writes the table of docs/notes/feeds.md: the conformance cases that `feed --batch` passes, by group, in three time
 * zones. Needs Python 3, `npm run build` before, and the cases beside the checkout.
 *
 *   node --import tsx scripts/tables/feeds.ts
 */
import { spawnSync } from 'node:child_process';
import { table, writeBetweenMarkers } from './write-table.ts';

const ZONES = ['UTC', 'Asia/Seoul', 'America/Los_Angeles'];
const SCORER = [
  '../shared/data/feeds/score.py',
  '../shared/data/feeds',
  '--batch',
  'node dist/nightdesk.js feed --batch',
];

interface Score {
  passed: number;
  cases: number;
}

/** The scorer's lines "group  atom   170 /   173   98.3 %", by group. */
function scoresIn(zone: string): Map<string, Score> {
  const run = spawnSync('python3', SCORER, { encoding: 'utf8', env: { ...process.env, TZ: zone }, maxBuffer: 1e8 });
  if (run.status !== 0) throw new Error(run.stderr);
  const lines = run.stdout.matchAll(/^(?:group\s+(\S+)|(all))\s+(\d+) \/\s+(\d+)/gm);
  return new Map(
    [...lines].map(([, group, all, passed, cases]) => [
      group ?? all ?? '',
      { passed: Number(passed), cases: Number(cases) },
    ]),
  );
}

const zones = ZONES.map(scoresIn);
const rows = [...(zones[0] ?? [])].map(([group, { cases }]) => {
  const shares = zones.map((scores) => ((100 * (scores.get(group)?.passed ?? 0)) / cases).toFixed(1));
  return [group, cases, ...shares];
});
writeBetweenMarkers('docs/notes/feeds.md', 'conformance', table(['group', 'cases', ...ZONES], rows));
