import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../tables/write-table.ts';
import { measure, type Usage } from './collect/measure.ts';
import { STAGES, timeByStage } from './collect/stages.ts';
import { median } from './processor-time.ts';

const BIN = fileURLToPath(new URL('../../dist/nightdesk.js', import.meta.url));
const LEAN = fileURLToPath(new URL('collect/lean.mjs', import.meta.url));
const ORIGIN = fileURLToPath(new URL('collect/origin.ts', import.meta.url));

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
  lines.push(
    `Start of the bin (\`--help\`): ${(await startUp()).toFixed(0)} ms of processor time, ` +
      `Node alone ${(await startUp(['-e', '0'])).toFixed(0)} ms. ` +
      `Database after a cold night: ${(perItems / 1e6).toFixed(1)} MB for 10,000 items. ` +
      `Documents moved in the unchanged nights: ${refetched}.`,
  );
  return lines.join('\n');
}

interface Origin {
  port: number;
  show(night: number): Promise<void>;
  /** How many documents it sent since it was last asked or told to show a night. */
  documents(): Promise<number>;
  stop(): void;
}

async function startOrigin(feeds: number): Promise<Origin> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', ORIGIN, String(feeds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.once('data', (line: Buffer) => resolve(Number(line.toString())));
    child.once('exit', () => reject(new Error('the origin ended')));
  });
  return {
    port,
    show: async (night) => void (await fetch(`http://127.0.0.1:${port}/night/${night}`)),
    documents: async () =>
      ((await (await fetch(`http://127.0.0.1:${port}/stats`)).json()) as { documents: number }).documents,
    stop: () => void child.kill(),
  };
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
          if (name === 'unchanged') documents += await web.documents();
        }
      });
    }
  }
  return { runs, bytes, documents };
}

function commandOf(collector: Collector, folder: string): string[] {
  if (collector === 'lean') return [LEAN, join(folder, 'list.txt'), join(folder, 'lean.sqlite')];
  const files = ['--feeds', join(folder, 'feeds.yaml'), '--db', join(folder, 'db.sqlite')];
  return [BIN, 'collect', '--all', '--no-delay', '--concurrency', '16', ...files];
}

/** A folder with both collectors' lists of feeds, gone afterwards. */
async function inFolder<T>({ port }: Origin, feeds: number, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'));
  const urls = Array.from({ length: feeds }, (_, feed) => `http://127.0.0.1:${port}/feed/${feed}`);
  const sources = urls.map((url, feed) => `  - url: ${url}\n    title: Feed ${feed}\n    allowPrivate: true\n`);
  writeFileSync(join(folder, 'list.txt'), urls.join('\n'));
  writeFileSync(join(folder, 'feeds.yaml'), `contact: bench@nightdesk.example\nsources:\n${sources.join('')}`);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
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
