import type { Entry } from '../../model.ts';

/** arXiv's feeds answer with at most this many entries (https://info.arxiv.org/help/rss.html). */
export const ARXIV_MOST_ENTRIES = 2000;
/** Requests are split before they come near it: entries beyond the limit are lost without a word. */
const SPLIT_AT = 1800;
/** Entries a day of a category about which nothing has been learned. */
const UNKNOWN_VOLUME = 200;

/** Where arXiv answers OAI-PMH (https://info.arxiv.org/help/oa/index.html). */
export const OAI_BASE = 'https://oaipmh.arxiv.org/oai';

/** One request that serves several sources. */
export interface ArxivRequest<S> {
  url: string;
  categories: readonly string[];
  sources: readonly S[];
}

const FEED_PATH = /^(.*\/(?:rss|atom)\/)([^/?#]+)$/;

/**
 * Joins sources that are feeds of arXiv categories into as few requests as possible ("/rss/cs.AI+cs.CL"), because arXiv
 * asks for one request per three seconds. Sources with other addresses (listings, API) get a request of their own.
 *
 * @param volume entries a day to expect of a category, from what it brought before
 */
export function arxivRequests<S extends { url: string }>(
  sources: readonly S[],
  volume: (category: string) => number | undefined = () => undefined,
): ArxivRequest<S>[] {
  const requests: ArxivRequest<S>[] = [];
  const byPrefix = new Map<string, S[]>();
  for (const source of sources) {
    const prefix = FEED_PATH.exec(source.url)?.[1];
    if (prefix === undefined) requests.push({ url: source.url, categories: [], sources: [source] });
    else byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), source]);
  }
  for (const [prefix, list] of byPrefix) {
    for (const group of split(list, volume)) {
      const categories = [...new Set(group.flatMap(({ url }) => arxivCategories(url)))];
      requests.push({ url: prefix + categories.join('+'), categories, sources: group });
    }
  }
  return requests;
}

/** The categories that a feed's address asks for: "https://rss.arxiv.org/rss/cs.AI+cs.CL" -> cs.AI, cs.CL. */
export function arxivCategories(url: string): string[] {
  return (
    FEED_PATH.exec(url)?.[2]
      ?.split('+')
      .filter((category) => category !== '') ?? []
  );
}

/** The entries of a joined answer that a source asked for; a whole archive ("cs") takes all its classes. */
export function entriesFor<E extends Pick<Entry, 'arxiv' | 'categories'>>(
  url: string,
  entries: readonly E[],
): readonly E[] {
  const wanted = arxivCategories(url);
  if (wanted.length === 0) return entries;
  return entries.filter(({ arxiv, categories }) =>
    (arxiv?.categories ?? categories).some((category) =>
      wanted.some((want) => category === want || category.startsWith(`${want}.`)),
    ),
  );
}

/** Greedy: sources in their order, a new group whenever the next would pass the limit. */
function split<S extends { url: string }>(
  sources: readonly S[],
  volume: (category: string) => number | undefined,
): S[][] {
  const groups: S[][] = [];
  let asked = new Set<string>();
  let total = 0;
  for (const source of sources) {
    const added = arxivCategories(source.url).filter((category) => !asked.has(category));
    const weight = added.reduce((sum, category) => sum + (volume(category) ?? UNKNOWN_VOLUME), 0);
    if (groups.length === 0 || total + weight > SPLIT_AT) {
      groups.push([]);
      asked = new Set();
      total = 0;
    }
    groups.at(-1)?.push(source);
    for (const category of arxivCategories(source.url)) asked.add(category);
    total += weight;
  }
  return groups;
}
