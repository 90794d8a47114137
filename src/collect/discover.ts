import { plainLine } from '../text/plain-line.ts';
import { webUrl } from './addresses.ts';
import { loadHtml } from './html.ts';
import { say, type Sentence } from '../text/said.ts';

/** A feed that may stand behind a page. */
export interface FeedCandidate {
  url: string;
  title: string;
  /** How it was found, for the person who chooses. */
  why: Sentence;
}

const FEED_TYPE = /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/(?:json|xml)|text\/xml)\b/i;
const FEED_ADDRESS =
  /\/(?:feed|rss|atom|feeds)(?:\/|\.(?:xml|json|php|rdf|atom))?$|\.(?:rss|atom|rdf)$|\/(?:index|rss|feed|atom|news)\.(?:xml|rdf|json)$|feeds\.feedburner\.com\//i;
const DECLARED = say('found.declared');
/** Where sites keep a feed they do not link: WordPress, Ghost, Hugo, Jekyll, Blogger, JSON Feed. */
const COMMON = ['feed', 'rss', 'rss.xml', 'feed.xml', 'atom.xml', 'index.xml', 'feed.json', 'feeds/posts/default'];

/**
 * The feeds that may belong to a page, the likeliest first: those of services with a known scheme, those the page
 * declares, those it links, and common paths. Nothing is fetched; whoever asks tries them in order.
 *
 * @param html null when the page could not be read: then only what follows from its address
 */
export function discoverFeeds(html: string | null, url: string): FeedCandidate[] {
  const $ = loadHtml(html ?? '');
  const base = webUrl($('base[href]').attr('href') ?? '', url) ?? url;
  const found: FeedCandidate[] = [];
  const add = (href: string | undefined, title: string, why: Sentence): void => {
    const absolute = webUrl(href ?? '', base);
    if (absolute !== null && !found.some((known) => known.url === absolute))
      found.push({ url: absolute, title: plainLine(title), why });
  };
  const name = $('title').first().text();
  for (const [href, why] of ofService(url, html ?? '')) add(href, name, why);
  for (const link of $('link[rel~="alternate" i][href], link[rel~="feed" i][href]').toArray()) {
    const { type = '', href, title = '' } = link.attribs;
    if (FEED_TYPE.test(type) && !/wp-json|oembed/.test(href ?? '')) add(href, title || name, DECLARED);
  }
  for (const link of $('a[href]').toArray()) {
    const href = link.attribs['href'] ?? '';
    if (FEED_ADDRESS.test(href.split(/[?#]/)[0] ?? '')) add(href, $(link).text() || name, say('found.linked'));
  }
  for (const path of html === null ? [] : commonPaths(url)) add(path, name, say('found.common'));
  return found;
}

/** The first feed that a page declares in its head; null when it declares none. */
export function declaredFeed(html: string, url: string): string | null {
  return discoverFeeds(html, url).find(({ why }) => why === DECLARED)?.url ?? null;
}

type Known = readonly [href: string, why: Sentence];

/** Services whose feeds follow from the address. */
function ofService(address: string, html: string): Known[] {
  const { hostname, pathname, origin, searchParams } = new URL(address);
  const host = hostname.replace(/^www\./, '');
  const [first = '', second = ''] = pathname.split('/').filter((part) => part !== '');
  if (host === 'youtube.com' || host === 'm.youtube.com') return youtube(pathname, searchParams.get('list'), html);
  if (host === 'github.com' && second !== '') {
    return [
      [`${origin}/${first}/${second}/releases.atom`, say('found.releases')],
      [`${origin}/${first}/${second}/tags.atom`, say('found.tags')],
      [`${origin}/${first}/${second}/commits.atom`, say('found.commits')],
    ];
  }
  if (host.endsWith('reddit.com') && first !== '')
    return [[`${origin}${pathname.replace(/\/$/, '')}/.rss`, say('found.reddit')]];
  if (host === 'medium.com' && first !== '') return [[`${origin}/feed/${first}`, say('found.medium')]];
  if (host.endsWith('.medium.com') || host.endsWith('.substack.com'))
    return [[`${origin}/feed`, say('found.publication')]];
  if (host === 'arxiv.org' && first === 'list') return [[`https://rss.arxiv.org/rss/${second}`, say('found.arxiv')]];
  if (host === 'bsky.app' && first === 'profile') return [[`${origin}/profile/${second}/rss`, say('found.bluesky')]];
  if (/^@[\w.]+$/.test(first) && html.includes('mastodon')) return [[`${origin}/${first}.rss`, say('found.mastodon')]];
  return [];
}

/** A channel's id stands in its address or in its page; playlists and the old user names have feeds too. */
function youtube(pathname: string, list: string | null, html: string): Known[] {
  const feed = (query: string, what: 'channel' | 'playlist'): Known[] => [
    [`https://www.youtube.com/feeds/videos.xml?${query}`, say(`found.${what}`)],
  ];
  if (list !== null) return feed(`playlist_id=${encodeURIComponent(list)}`, 'playlist');
  const user = /^\/user\/([\w-]+)/.exec(pathname)?.[1];
  if (user !== undefined) return feed(`user=${user}`, 'channel');
  const channel =
    /^\/channel\/(UC[\w-]{22})/.exec(pathname)?.[1] ?? /"(?:externalId|channelId)":"(UC[\w-]{22})"/.exec(html)?.[1];
  return channel === undefined ? [] : feed(`channel_id=${channel}`, 'channel');
}

/** Below the page first, then at the root of its site. */
function commonPaths(address: string): string[] {
  const { origin, pathname } = new URL(address);
  const folder = pathname.replace(/\/[^/]*\.[^/]*$/, '').replace(/\/$/, '');
  const roots = folder === '' ? [origin] : [`${origin}${folder}`, origin];
  return roots.flatMap((root) => COMMON.map((path) => `${root}/${path}`));
}
