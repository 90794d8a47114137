import { type Config, parseConfig } from '../../src/config.ts';
import { readArticle } from '../../src/extract/read.ts';
import { resolveSecrets } from '../../src/net/secrets.ts';
import { nightOf, type NightContext } from '../../src/night/context.ts';
import type { Store } from '../../src/store/store.ts';
import { quickClient } from './client.ts';
import { say } from '../../src/text/said.ts';

/** A night over a real store and a real client, without workers and without bars. */
export async function quietNight(
  store: Store,
  feeds: string,
  at: number,
  changes: Partial<NightContext> = {},
): Promise<NightContext> {
  const config: Config = parseConfig(feeds);
  const night = nightOf(at, config.timezone);
  const limit = { en: { min: 10, max: 60, unit: 'words' }, ko: { min: 40, max: 200, unit: 'characters' } } as const;
  return {
    config,
    store,
    client: quickClient({ now: () => at }),
    template: { lists: [{ key: 'news', of: 'news', cap: 3, order: 'rank', blurb: limit }], own: null },
    now: () => at,
    secrets: (headers) => resolveSecrets(headers, process.env),
    progress: { stage: () => {}, tick: () => {}, done: () => {} },
    extract: readArticle,
    again: say('wait.later'),
    signal: new AbortController().signal,
    night,
    began: at,
    run: await store.nights.begin(night, 'night', at),
    ...changes,
  };
}
