import type { Config } from '../config.ts';
import type { Instant } from '../model.ts';
import type { FindContext, Found } from '../night/find.ts';
import type { Store } from '../store/store.ts';
import { say } from '../text/said.ts';

export interface FindOptions {
  store: Store;
  config: Config;
  now: () => Instant;
  /** false: no delay and no limit a host, for sources with allowPrivate only. */
  delay: boolean;
}

/** Reads an editor's find and puts it into the open issue, under the night's lock, so that no item is grouped twice at a time. */
export async function find(url: string, editor: string, options: FindOptions): Promise<Found> {
  const { store, config, now } = options;
  const [{ addFind }, { clientFor }, { PagePool }, { offeredLists }] = await Promise.all([
    import('../night/find.ts'),
    import('./client.ts'),
    import('./workers.ts'),
    import('./template.ts'),
  ]);
  const lock = await store.lock('night', now());
  if ('heldBy' in lock) return { is: 'refused', why: say('desk.nightRuns') };
  const client = clientFor(config, { now, noDelay: !options.delay, db: store.file });
  const pages = new PagePool(1);
  const context: FindContext = {
    config,
    store,
    client,
    now,
    began: now(),
    template: offeredLists(config.issue.template),
    extract: (page) => pages.read(page),
    signal: new AbortController().signal,
  };
  try {
    return await addFind(url, editor, context);
  } finally {
    await Promise.all([client.close(), pages.close()]);
    await lock.release();
  }
}
