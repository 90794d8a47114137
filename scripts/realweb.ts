import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const SERVER = fileURLToPath(new URL('../../shared/data/realweb/serve.mjs', import.meta.url));

/** Whether the recorded real web stands beside the checkout; it is test material and no part of the project. */
export const hasRealWeb = existsSync(SERVER);

const stateSchema = z.object({ night: z.number(), nights: z.number(), date: z.string() });
const statsSchema = z.object({ urls: z.record(z.string(), z.object({ statuses: z.record(z.string(), z.number()) })) });
const sourcesSchema = z.array(z.object({ url: z.string(), fetchUrl: z.string(), kind: z.string(), lang: z.string() }));

/** A world of recorded feeds, replayed on loopback night by night. */
export interface RealWeb {
  nights: number;
  /** Goes to a night, and says at which moment it stood. */
  setNight(night: number): Promise<{ now: string }>;
  /** A feeds.yaml whose sources point at the replay. */
  feedsYaml(): Promise<string>;
  /** What it answered since it was last asked this, by address: how often each status, with the fault that caused it ("503/503"). */
  answered(): Promise<Record<string, Record<string, number>>>;
  close(): Promise<void>;
}

/** Starts the replay of a world; `faults` as the server's own option has them ("500=5,timeout=2"). */
export async function startRealWeb(world: string, options: { faults?: string; seed?: number } = {}): Promise<RealWeb> {
  const { faults = '', seed = 1 } = options;
  const args = ['--world', world, '--sources', 'none', '--seed', String(seed), '--faults', faults];
  const child = spawn(process.execPath, [SERVER, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const origin = await firstAddress(child);
  const control = async (path: string, method = 'GET'): Promise<unknown> => {
    const response = await fetch(`${origin}/__control/${path}`, { method });
    return response.json();
  };
  const { nights } = stateSchema.parse(await control('state'));
  return {
    nights,
    async setNight(night) {
      await control(`night/${night}`, 'POST');
      const { date } = stateSchema.parse(await control('state'));
      // Five in the morning in Seoul: the feeds were recorded before 19:00 UTC.
      return { now: `${date}T20:00:00Z` };
    },
    async feedsYaml() {
      const sources = sourcesSchema.parse(await control('sources.json'));
      return [
        'timezone: Asia/Seoul',
        'contact: editors@example.org',
        'pages: off',
        'net: { concurrency: 8 }',
        'sources:',
        ...sources.map(({ url, fetchUrl, kind, lang }) => {
          const values = {
            url: fetchUrl,
            kind: kind === 'html' ? 'page' : url.includes('arxiv.org') ? 'arxiv' : 'feed',
            outlet: nameOf(url),
            lang: lang.slice(0, 2).toLowerCase(),
            allowPrivate: true,
            robots: false,
          };
          return `  - ${JSON.stringify(values)}`;
        }),
        '',
      ].join('\n');
    },
    async answered() {
      const { urls } = statsSchema.parse(await control('stats'));
      await control('reset', 'POST');
      return Object.fromEntries(Object.entries(urls).map(([key, { statuses }]) => [`${origin}/${key}`, statuses]));
    },
    async close() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** The host, or for files that robots keep on a code host the name of the file: it names whose news it is. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  const file = pathname.split('/').at(-1) ?? '';
  return /github/.test(host)
    ? file.replace(/\.\w+$/, '')
    : `${host.replace(/^www\./, '')} ${pathname.split('/').slice(1, 3).join(' ')}`;
}

async function firstAddress(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('the replay server has no standard error');
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('the replay server stopped at once');
}
