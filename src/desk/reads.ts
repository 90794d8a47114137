import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Context } from 'hono';
import type { Config } from '../config.ts';
import type { Night } from '../model.ts';
import { nightOf } from '../night/context.ts';
import type { Store } from '../store/store.ts';
import type { DeskOptions } from './context.ts';
import type { EventHub } from './events.ts';
import { takesGzip } from './headers.ts';
import { insightPage } from './insight/page.ts';
import { Remembered } from './remembered.ts';
import { sourceList } from './sources/rows.ts';
import { listCandidates } from './stories/rows.ts';

/** What a read is made of, beside the code. */
export interface ReadFrom {
  store: Store;
  config: Config;
  /** The night that the desk's clock is in. */
  night: Night;
}

/**
 * Answers made of a whole table: they take the longer the more is stored, and while SQLite reads, its thread answers
 * nobody. So another thread makes them (`DeskOptions.read`), and they are remembered while nothing is written.
 */
export const READS = {
  candidates: listCandidates,
  sources: sourceList,
  insight: insightPage,
} as const satisfies Readonly<Record<string, (from: ReadFrom) => Promise<object>>>;

export type ReadName = keyof typeof READS;

/** Answers a request with one of them. */
export type Reads = (name: ReadName, c: Context) => Promise<Response>;

const unzipped = promisify(gunzip);

export function remembering({ config, now, read }: DeskOptions, events: Pick<EventHub, 'version'>): Reads {
  const rememberedOf = (name: ReadName): Remembered<Uint8Array> =>
    new Remembered(
      async () => {
        const version = events.version();
        const settings = await config();
        return [version, settings, nightOf(now(), settings.timezone)];
      },
      async () => {
        const settings = await config();
        return read(name, { config: settings, night: nightOf(now(), settings.timezone) });
      },
    );
  const answers = {
    candidates: rememberedOf('candidates'),
    sources: rememberedOf('sources'),
    insight: rememberedOf('insight'),
  };
  return async (name, c) => {
    const zipped = await answers[name].get();
    c.header('content-type', 'application/json');
    c.header('vary', 'accept-encoding');
    if (!takesGzip(c)) return c.body(new Uint8Array(await unzipped(zipped)));
    c.header('content-encoding', 'gzip');
    return c.body(new Uint8Array(zipped));
  };
}
