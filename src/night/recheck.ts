import { identifyPage } from '../dedupe/page.ts';
import type { ReadItem } from '../store/curation.ts';
import type { NightContext } from './context.ts';
import { askPage } from './page.ts';
import { sourcesOf } from './stories.ts';

/** What was decided about is watched for so many days. */
const WATCHED_DAYS = 14;
/** Pages asked for again in one night, so that watching never crowds out reading. */
const MOST = 60;

/**
 * Asks again for the pages of what was kept, slotted or printed, and records what has changed in them since: the title,
 * numbers, a correction, a withdrawal, or that the page is gone. What stands in the store and in the issue stays.
 */
export async function recheck(context: NightContext): Promise<void> {
  const { store, progress, config, began, now, night } = context;
  // A run that takes a night up behind its ranking has looked already; the lineup holds what that night offered since.
  if ((await store.curation.candidates({ night })).length > 0) return;
  const left = Math.max(0, config.caps.pages - (await store.items.pagesReadSince(began)));
  const isForgotten = await store.forgetting.check();
  const ids = await store.changes.watched(now(), WATCHED_DAYS);
  const asked = new Set(await store.pages.askedSince(ids, began));
  const items = (await store.curation.itemsById(ids.filter((id) => !asked.has(id))))
    .filter((item) => !isForgotten(item) && sourcesOf(item, config).some(({ pages }) => pages !== 'off'))
    .slice(0, Math.min(left, MOST));
  progress.stage('recheck', items.length);
  await Promise.all(
    items.map(async (item) => {
      if (!context.signal.aborted) await recheckPage(item, context);
      progress.tick();
    }),
  );
  progress.done();
}

async function recheckPage(item: ReadItem, context: NightContext): Promise<void> {
  const { store, config } = context;
  const sources = sourcesOf(item, config);
  const allowPrivate = sources.some((source) => source.allowPrivate);
  const timezone = sources[0]?.timezone ?? null;
  const validators = await store.pages.validators(item.id);
  const page = await askPage(item.url, { ...validators, allowPrivate, timezone }, context);
  if (page === null) return;
  await store.changes.compare(item.id, page);
  // What was never read has no text to be compared with: what it says now is what later nights compare with.
  if (item.text === '' && !(await store.pages.wasRead(item.id))) await store.pages.save(item.id, page, identifyPage);
}
