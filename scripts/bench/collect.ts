import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../tables/write-table.ts';
import { measure, type Usage } from './collect/measure.ts';
import { promiseTable } from './collect/promises.ts';
import { BIN, collectCommand, inFolder, startOrigin, type Origin } from './collect/web.ts';
import { STAGES, timeByStage } from './collect/stages.ts';
import { median } from './processor-time.ts';

const LEAN = fileURLToPath(new URL('collect/lean.mjs', import.meta.url));

/** How many feeds, and in how many rounds; ratios are taken within a round, for machines are busy. */
const SIZES = [
  { feeds: 300, rounds: 3 },
  { feeds: 1000, rounds: 2 },
];
const NIGHTS = [
  { name: 'cold', number: 1 },
  { name: 'unchanged', number: 1 },
  { name: '10 % new', number: 2 },
] as const;
type NightName = (typeof NIGHTS)[number]['name'];

const COLLECTORS = ['nightdesk', 'lean'] as const;
type Collector = (typeof COLLECTORS)[number];

/** Runs of one night, by collector; one of each a round. */
type Runs = Record<Collector, Usage[]>;

/** What a collection costs beside the least that one can cost, where its time goes, what start and storage take. Markdown. */
export async function benchCollect(): Promise<string> {
  const lines = [
    '### Collecting, as multiples of a lean collector (undici, htmlparser2, prepared statements) in the same rounds',
    '',
  ];
  const rows: (string | number)[][] = [];
  let perItems = 0;
  let refetched = 0;
  for (const { feeds, rounds } of SIZES) {
    const web = await startOrigin(feeds);
    try {
      const { runs, bytes, documents } = await compare(web, feeds, rounds);
      refetched += documents;
      perItems = (bytes / (feeds * 30)) * 10_000;
      for (const { name } of NIGHTS) rows.push([feeds, name, ...ratiosOf(runs[name])]);
    } finally {
      web.stop();
    }
  }
  lines.push(...table(['feeds', 'night', 'CPU s', 'times lean', 'wall s', 'times lean', 'peak MB', 'lean'], rows), '');
  lines.push(...(await stageTable()), '');
  lines.push(...(await promiseTable()), '');
  lines.push(
    `Start of the bin (\`--help\`): ${(await startUp()).toFixed(0)} ms of processor time, ` +
      `Node alone ${(await startUp(['-e', '0'])).toFixed(0)} ms. ` +
      `Database after a cold night: ${(perItems / 1e6).toFixed(1)} MB for 10,000 items. ` +
      `Documents moved in the unchanged nights: ${refetched}.`,
  );
  return lines.join('\n');
}

/** Three nights of each collector a round, the collectors in turn first. */
async function compare(web: Origin, feeds: number, rounds: number) {
  const runs = Object.fromEntries(NIGHTS.map(({ name }) => [name, { nightdesk: [], lean: [] }])) as unknown as Record<
    NightName,
    Runs
  >;
  let bytes = 0;
  let documents = 0;
  for (let round = 0; round < rounds; round++) {
    for (const collector of round % 2 === 0 ? COLLECTORS : COLLECTORS.toReversed()) {
      await inFolder(web, feeds, async (folder) => {
        for (const { name, number } of NIGHTS) {
          await web.show(number);
          runs[name][collector].push(await measure(commandOf(collector, folder)));
          if (collector === 'lean') continue;
          if (name === 'cold') bytes = sizeOf(folder);
          if (name === 'unchanged') documents += (await web.stats()).documents;
        }
      });
    }
  }
  return { runs, bytes, documents };
}

function commandOf(collector: Collector, folder: string): string[] {
  if (collector === 'lean') return [LEAN, join(folder, 'list.txt'), join(folder, 'lean.sqlite')];
  return collectCommand(folder);
}

function sizeOf(folder: string): number {
  return readdirSync(folder)
    .filter((name) => name.startsWith('db.sqlite'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

function ratiosOf({ nightdesk, lean }: Runs): string[] {
  const middle = (of: readonly Usage[], key: keyof Usage): number => median(of.map((usage) => usage[key]));
  const ratio = (key: keyof Usage): string =>
    median(nightdesk.map((usage, round) => usage[key] / (lean[round]?.[key] ?? Number.NaN))).toFixed(2);
  return [
    (middle(nightdesk, 'cpuMs') / 1000).toFixed(2),
    ratio('cpuMs'),
    (middle(nightdesk, 'wallMs') / 1000).toFixed(2),
    ratio('wallMs'),
    middle(nightdesk, 'peakMb').toFixed(0),
    middle(lean, 'peakMb').toFixed(0),
  ];
}

/** Where the time goes, by a profile of each night. */
async function stageTable(): Promise<string[]> {
  const web = await startOrigin(300);
  try {
    const shares = await inFolder(web, 300, async (folder) => {
      const profiles: Record<string, number>[] = [];
      for (const { number } of NIGHTS) {
        await web.show(number);
        profiles.push(await timeByStage(folder, commandOf('nightdesk', folder)));
      }
      return profiles;
    });
    const rows = STAGES.map((stage) => [stage, ...shares.map((profile) => (profile[stage] ?? 0).toFixed(0))]);
    return table(['stage, % of the time at 300 feeds', ...NIGHTS.map(({ name }) => name)], rows);
  } finally {
    web.stop();
  }
}

/** Milliseconds; the median of five. */
async function startUp(argv: readonly string[] = [BIN, '--help']): Promise<number> {
  const runs: number[] = [];
  for (let round = 0; round < 5; round++) runs.push((await measure(argv)).cpuMs);
  return median(runs);
}
