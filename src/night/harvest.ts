import { asAnnounced, missedBatches, setOf, type Missed } from '../collect/arxiv/missed.ts';
import { arxivCategories, ARXIV_MOST_ENTRIES, OAI_BASE } from '../collect/arxiv/requests.ts';
import { readFeed } from '../collect/feed.ts';
import type { Entry, Instant } from '../model.ts';
import type { SourceState } from '../store/sources.ts';
import type { NightContext } from './context.ts';
import type { Errand } from './errands.ts';
import { say, saidBy, type Sentence, together } from '../text/said.ts';

/** Pages of one category's harvest; arXiv puts a thousand or so records on one. */
const MOST_PAGES = 30;

/** The papers of batches that a listing does not show any more, or why they are not there. */
export interface Harvest {
  missed: Missed;
  entries: readonly Entry[];
  failure: Sentence | null;
}

/** What an arXiv request has to catch up; null when nothing was missed, or there is nowhere to ask. */
export function missedBy(
  { url, sources }: Errand,
  states: ReadonlyMap<string, SourceState>,
  { config, now }: Pick<NightContext, 'config' | 'now'>,
): Missed | null {
  if (sources[0].kind !== 'arxiv' || arxivCategories(url).length === 0 || baseFor(url, config) === null) return null;
  const gaps = sources.flatMap(({ id }) => missedBatches(wholeUntil(states.get(id)), now()) ?? []);
  return gaps.toSorted((a, b) => a.since - b.since)[0] ?? null;
}

/** An answer as full as arXiv's can be has lost the rest without a word: that is missed too. */
export function missedInFull(entries: readonly Entry[], at: Instant): Missed | null {
  return entries.length < ARXIV_MOST_ENTRIES ? null : { since: at - 86_400_000, batches: 0 };
}

/** When everything that a listing had shown was there; null for one that was never read. */
function wholeUntil(state: SourceState | undefined): Instant | null {
  return state?.batch?.wholeUntil ?? state?.batch?.seenAt ?? null;
}

/** Harvests the categories of a request through OAI-PMH, one after the other, each page by page. */
export async function harvest({ url, sources }: Errand, missed: Missed, context: NightContext): Promise<Harvest> {
  const from = new Date(missed.since).toISOString().slice(0, 10);
  const base = baseFor(url, context.config);
  const entries: Entry[] = [];
  if (base === null) return { missed, entries, failure: null };
  const allowPrivate = sources.every((source) => source.allowPrivate);
  // On nearly every night nothing was missed.
  const { harvestUrl } = await import('../collect/arxiv/oai.ts');
  try {
    for (const category of arxivCategories(url)) {
      let next: string | null = harvestUrl({ from, set: setOf(category), base });
      for (let page = 0; next !== null && page < MOST_PAGES; page++) {
        const { found, following } = await readPage(next, allowPrivate, context);
        entries.push(...found);
        next = following;
      }
    }
    return { missed, entries: asAnnounced(entries, missed.since), failure: null };
  } catch (error) {
    return { missed, entries: asAnnounced(entries, missed.since), failure: saidBy(error) };
  }
}

async function readPage(
  url: string,
  allowPrivate: boolean,
  { client, signal }: NightContext,
): Promise<{ found: readonly Entry[]; following: string | null }> {
  const { body, failure, headers } = await client.fetch({ url, allowPrivate, signal });
  if (body === null) throw new Error(failure?.message ?? say('source.noAnswer'));
  const { nextHarvestUrl } = await import('../collect/arxiv/oai.ts');
  const document = await readFeed(body, { url, contentType: headers.contentType ?? undefined });
  return { found: document.entries, following: nextHarvestUrl(url, Buffer.from(body).toString('utf8')) };
}

/** Where to harvest; a listing that is no part of arXiv's has such a place only when feeds.yaml names one. */
function baseFor(url: string, { arxiv }: NightContext['config']): string | null {
  if (arxiv.harvest !== '') return arxiv.harvest;
  return /(?:^|\.)arxiv\.org$/.test(new URL(url).hostname) ? OAI_BASE : null;
}

/** For the ledger: what was caught up for a source, or why not. */
export function toldOf({ missed, failure }: Harvest, papers: number): Sentence {
  const told = { missed: whatIsMissing(missed), n: papers };
  if (failure === null) return say('arxiv.caughtUp', told);
  return together([say('arxiv.notCaughtUp', told), failure], ' ');
}

function whatIsMissing({ since, batches }: Missed): Sentence {
  if (batches === 0) return say('arxiv.full', { n: ARXIV_MOST_ENTRIES });
  return say('arxiv.missed', { n: batches, day: new Date(since).toISOString().slice(0, 10) });
}
