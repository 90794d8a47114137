import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BIN = fileURLToPath(new URL('../../../dist/nightdesk.js', import.meta.url));
const ORIGIN = fileURLToPath(new URL('origin.ts', import.meta.url));

/** Requests under way at once, of every collector. */
export const CONCURRENCY = 16;

/** What the origin sent since it was last asked or told to show a night. */
export interface Stats {
  documents: number;
  unchanged: number;
  bytes: number;
  /** From the first request to the last answer, in milliseconds. */
  span: number;
}

/** Made-up feeds on loopback, in a process of their own. */
export interface Origin {
  port: number;
  show(night: number): Promise<void>;
  stats(): Promise<Stats>;
  stop(): void;
}

/**
 * @param latencyMs before each answer
 * @param hanging this many feeds of a hundred are never answered
 */
export async function startOrigin(feeds: number, latencyMs = 0, hanging = 0): Promise<Origin> {
  const figures = [feeds, latencyMs, hanging].map(String);
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', ORIGIN, ...figures], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.once('data', (line: Buffer) => resolve(Number(line.toString())));
    child.once('exit', () => reject(new Error('the origin ended')));
  });
  return {
    port,
    show: async (night) => void (await fetch(`http://127.0.0.1:${port}/night/${night}`)),
    stats: async () => (await (await fetch(`http://127.0.0.1:${port}/stats`)).json()) as Stats,
    stop: () => void child.kill(),
  };
}

/** A folder with both collectors' lists of feeds, gone afterwards. @param more further lines of feeds.yaml */
export async function inFolder<T>(
  { port }: Origin,
  feeds: number,
  work: (folder: string) => Promise<T>,
  more = '',
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'));
  const urls = Array.from({ length: feeds }, (_, feed) => `http://127.0.0.1:${port}/feed/${feed}`);
  const sources = urls.map((url, feed) => `  - url: ${url}\n    title: Feed ${feed}\n    allowPrivate: true\n`);
  writeFileSync(join(folder, 'list.txt'), urls.join('\n'));
  writeFileSync(join(folder, 'feeds.yaml'), `contact: bench@nightdesk.example\n${more}sources:\n${sources.join('')}`);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A collection of everything in such a folder. */
export function collectCommand(folder: string): string[] {
  const files = ['--feeds', join(folder, 'feeds.yaml'), '--db', join(folder, 'db.sqlite')];
  return [BIN, 'collect', '--all', '--no-delay', '--concurrency', String(CONCURRENCY), ...files];
}
