import { identifyBatch } from '../dedupe/identify.ts';
import { keysOf } from '../dedupe/keys.ts';
import { identifyPage } from '../dedupe/page.ts';
import type { Article, ItemDraft, Source } from '../model.ts';
import type { ReadPage } from '../store/pages.ts';
import { parseArxivId } from '../text/arxiv.ts';
import { plainLine } from '../text/plain-line.ts';
import { canonicalUrl, isHomePage } from '../text/urls.ts';
import type { NightContext } from './context.ts';
import { groupItems } from './group.ts';
import { openIssue } from './issue.ts';
import { slotOf } from './offer.ts';
import { askPage } from './page.ts';
import { inWords, recallItems } from './recall.ts';
import { storiesOf, type ReadStory } from './stories.ts';
import { say, type Sentence } from '../text/said.ts';

/** What became of an editor's find. */
export type Found =
  | { is: 'offered' | 'stood'; issue: number; section: string; place: number; story: ReadStory }
  | { is: 'refused'; why: Sentence };

export type FindContext = Omit<NightContext, 'run' | 'night' | 'progress' | 'secrets' | 'again'>;

/** The source of what editors find; feeds.yaml cannot name it, because there it would have an address. */
const DESK = 'desk';

/** One page, the whole way of a night: read, identified, grouped, and put into the open issue, or why not. */
export async function addFind(url: string, editor: string, context: FindContext): Promise<Found> {
  const { store, config, signal } = context;
  const source = sourceAt(url, config.sources);
  const isForgotten = await store.forgetting.check();
  if (isForgotten({ url, canonicalUrl: canonicalUrl(url), outlet: source?.outlet ?? hostOf(url) }))
    return refused(say('add.forgotten'));
  const fresh = {
    etag: null,
    lastModified: null,
    allowPrivate: source?.allowPrivate ?? false,
    timezone: source?.timezone ?? null,
  };
  const page = await askPage(canonicalUrl(url), fresh, context);
  if (page === null || signal.aborted) return refused(say('add.cut'));
  const article = usable(page);
  if (typeof article === 'string') return refused(article);
  const draft = draftOf(article, page, source);
  const found = await store.recorder.recordFind(draft, page.at, { keysOf, identifyBatch });
  const id = await store.pages.save(found, page, identifyPage);
  return offerFind(await storyOf(id, context), editor, context);
}

/** The article, or a sentence why the page is none. */
function usable({ article, reason, finalUrl }: ReadPage): Article | Sentence {
  if (article === null) return reason ?? say('add.noText');
  if (isHomePage(finalUrl)) return say('add.front', { url: finalUrl });
  if (article.title === '' || article.text === '')
    return say('add.noArticle', { url: finalUrl, why: article.reason ?? say('add.noTitle') });
  return article;
}

/** What the page says, as an entry of a feed would have said it. */
function draftOf(article: Article, { finalUrl }: ReadPage, source: Source | undefined): ItemDraft {
  const canonical = canonicalUrl(article.canonicalUrl ?? finalUrl);
  const paper = parseArxivId(canonical);
  return {
    sourceId: DESK,
    entryId: canonical,
    url: finalUrl,
    canonicalUrl: canonical,
    title: plainLine(article.title),
    authors: article.authors.map(plainLine),
    claimedPublished: article.published,
    claimedUpdated: article.updated,
    // A paper's page has its abstract, which is what a listing would have given.
    summary: paper === null ? '' : article.text,
    text: '',
    language: article.language || (source?.lang ?? ''),
    section: paper === null ? (source?.section ?? 'news') : 'papers',
    outlet: source?.outlet ?? hostOf(finalUrl),
    categories: [],
    image: article.image,
    discussion: null,
    arxiv:
      paper === null ? null : { ...paper, announce: null, categories: [], license: null, doi: null, comment: null },
  };
}

async function storyOf(id: number, context: FindContext): Promise<ReadStory | undefined> {
  const { curation } = context.store;
  const items = await curation.itemsById([id]);
  if (items.some(({ story }) => story === null)) await groupItems(items, context);
  const [item] = await curation.itemsById([id]);
  return storiesOf(await curation.itemsOf([item?.story ?? id]), context.config)[0];
}

async function offerFind(story: ReadStory | undefined, editor: string, context: FindContext): Promise<Found> {
  const { store, config, template, now } = context;
  if (story === undefined) return refused(say('add.noStory'));
  const decided = await store.decisions.inForceOf(story.id);
  const last = decided.findLast(({ action }) => action === 'keep' || action === 'hold' || action === 'spike');
  if (last?.action === 'spike')
    return refused(say(last.why === '' ? 'add.spiked' : 'add.spikedFor', { editor: last.editor, why: last.why }));
  await recallItems(story.items, context);
  const past = (await store.memory.of([story.id])).get(story.id) ?? [];
  const ran = past.find(({ kind }) => kind !== 'update');
  if (ran !== undefined)
    return refused(say('add.ran', { ran: inWords(ran, context.began), title: ran.title, why: ran.why }));
  const list = template.lists.find(({ of }) => of === story.section);
  if (list === undefined) return refused(say('add.noList', { section: story.section }));
  const issue = await openIssue(context);
  const slot = slotOf(story, say('slot.found', { editor }), list, config);
  const { place, stood } = await store.issues.addFind(issue.number, list.key, slot, now());
  return { is: stood ? 'stood' : 'offered', issue: issue.number, section: list.key, place, story };
}

/** The source that lives at the same host, when all that live there belong to one outlet. */
function sourceAt(url: string, sources: readonly Source[]): Source | undefined {
  const host = hostOf(url);
  const here = sources.filter((source) => source.kind !== 'mail' && hostOf(source.url) === host);
  return here.every(({ outlet }) => outlet === here[0]?.outlet) ? here[0] : undefined;
}

/** With its port; without "www." */
function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}

function refused(why: Sentence): Found {
  return { is: 'refused', why };
}
