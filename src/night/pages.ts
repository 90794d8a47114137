import { rankNews } from '../curate/rank/news.ts';
import { startingNews } from '../curate/rank/news-model.ts';
import { STARTING_PROFILE } from '../curate/rank/topics.ts';
import { topicGate } from '../curate/select/gate.ts';
import { identifyPage } from '../dedupe/page.ts';
import type { PagePolicy } from '../model.ts';
import type { ReadItem } from '../store/curation.ts';
import type { NightContext } from './context.ts';
import { askPage } from './page.ts';
import { isCandidate, sourcesOf } from './stories.ts';

/** For so long a page that failed in a passing way is asked again, by every run. */
const ASKED_AGAIN = 2 * 86_400_000;

/** Reads the article pages of tonight's items that may become candidates, and keeps their text or the reason for none. */
export async function readPages(context: NightContext): Promise<void> {
  const { store, progress, config } = context;
  // A night that is taken up again, or a pass over late sources, has what the earlier runs left.
  const left = Math.max(0, config.caps.pages - (await store.items.pagesReadSince(context.began)));
  const isForgotten = await store.forgetting.check();
  const unread = (await store.curation.unread(context.began - ASKED_AGAIN)).filter((item) => !isForgotten(item));
  const items = wanted(unread, context).slice(0, left);
  progress.stage('pages', items.length);
  await Promise.all(
    items.map(async (item) => {
      if (!context.signal.aborted) await readPage(item, context);
      progress.tick();
    }),
  );
  progress.done();
}

/** All of the items whose source wants all; then, best first, those that look like candidates by title and summary. */
function wanted(items: readonly ReadItem[], context: NightContext): ReadItem[] {
  const { config } = context;
  const by = (policy: PagePolicy): ReadItem[] =>
    items.filter((item) => item.arxiv === null && isCandidate(item, config) && policyOf(item, context) === policy);
  return [...by('all'), ...likely(by('candidates'), context)];
}

function policyOf(item: ReadItem, { config }: NightContext): PagePolicy {
  return sourcesOf(item, config)[0]?.pages ?? 'off';
}

function likely(items: readonly ReadItem[], { began, config }: NightContext): ReadItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const onTopic = items.filter((item) => {
    const sources = sourcesOf(item, config);
    const include = sources.flatMap((source) => source.include);
    const exclude = sources.flatMap((source) => source.exclude);
    return topicGate(`${item.title}\n${item.summary}`, STARTING_PROFILE, { include, exclude }).on;
  });
  const inputs = onTopic.map(({ id, title, summary, outlet, published, language }) => ({
    story: id,
    title,
    text: summary,
    outlets: [{ name: outlet, weight: 1, publishedAt: published }],
    language,
    published,
  }));
  const ranked = rankNews(inputs, startingNews(), { now: began, windowStart: 0 });
  return ranked.flatMap(({ story }) => byId.get(story) ?? []);
}

async function readPage(item: ReadItem, context: NightContext): Promise<void> {
  const { store, config } = context;
  const sources = sourcesOf(item, config);
  const allowPrivate = sources.some((source) => source.allowPrivate);
  const timezone = sources[0]?.timezone ?? null;
  const page = await askPage(item.url, { ...(await store.pages.validators(item.id)), allowPrivate, timezone }, context);
  if (page !== null) await store.pages.save(item.id, page, identifyPage);
}
