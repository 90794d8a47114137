/**
 * Measures the client and writes the table of docs/notes/politeness.md. Origin and runners are processes of their own,
 * bundled first, so that CPU is that of the thing measured, start-up included.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = join(ROOT, 'docs/notes/politeness.md');
const CONCURRENCY = 16;
const LATENCY_S = 0.3;
const ROUNDS = 7;

const dir = mkdtempSync(join(tmpdir(), 'nightdesk-net-'));
symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
await build({
  entryPoints: ['origin', 'runner'].map((name) => join(ROOT, `scripts/net/${name}.ts`)),
  outdir: dir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
});

/** Runs the work against an origin with that latency. */
async function withOrigin<T>(latencyMs: number, work: (port: string) => T): Promise<T> {
  const origin = spawn(process.execPath, [join(dir, 'origin.mjs'), String(latencyMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const port = await new Promise<string>((resolve) =>
      origin.stdout.once('data', (data) => resolve(String(data).trim())),
    );
    return work(port);
  } finally {
    origin.kill();
  }
}

function run(kind: 'bare' | 'client', port: string, count: number, share = 0): { cpu: number; wall: number } {
  const words = [join(dir, 'runner.mjs'), kind, port, String(count), String(CONCURRENCY), String(share)];
  const { stdout, status } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${kind} failed`);
  return JSON.parse(stdout) as { cpu: number; wall: number };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

const cpu = await withOrigin(0, (port) =>
  Array.from({ length: ROUNDS }, () => ({ bare: run('bare', port, 1000).cpu, client: run('client', port, 1000).cpu })),
);
const walls = await withOrigin(LATENCY_S * 1000, (port) =>
  [0, 0.05].map((share) => run('client', port, 400, share).wall),
);
rmSync(dir, { recursive: true });

const floor = Math.ceil(400 / CONCURRENCY) * LATENCY_S;
const rows = [
  ['1,000 unchanged documents, bare loop of undici.request, CPU s', median(cpu.map((row) => row.bare)).toFixed(2)],
  ['the same through the client, CPU s', median(cpu.map((row) => row.client)).toFixed(2)],
  ['ratio, median of the rounds', median(cpu.map((row) => row.client / row.bare)).toFixed(2)],
  [`400 documents at ${LATENCY_S * 1000} ms, ${CONCURRENCY} at a time: floor, wall s`, floor.toFixed(1)],
  ['the same through the client, wall s', walls[0]?.toFixed(1)],
  ['the same, 5 % of them hanging: the others are done after, wall s', walls[1]?.toFixed(1)],
];
const table = ['| what | figure |', '|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
const page = readFileSync(PAGE, 'utf8');
writeFileSync(PAGE, page.replace(/(<!-- figures -->\n)[^]*?(<!-- \/figures -->)/, `$1${table}\n$2`));
console.log(table);
