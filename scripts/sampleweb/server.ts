/**
 * The sample web: a small web of invented outlets on loopback, with feeds, article pages, an arXiv listing and a
 * discussion site, as it stood on two nights of August 2024. It behaves as real servers do: validators and 304, a moved
 * feed, a broken one, one that answers a page, robots.txt.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import iconv from 'iconv-lite';
import { loadContent } from './content.ts';
import type { NightNumber } from './content.ts';
import { arxivListing, atom, brokenRss, discussions, jsonFeed, readingList, rss } from './feeds.ts';
import { feedsYaml } from './feeds-yaml.ts';
import { rfc822 } from './markup.ts';
import { articlePage, errorPage, newsPage } from './pages.ts';
import { picture } from './picture.ts';
import { SITES } from './sites.ts';
import type { Shape, Site } from './sites.ts';
import { articlePath, picturePath, viewOf } from './view.ts';
import type { View } from './view.ts';

/** Stands in every address the demo prints, so it never changes. */
export const DEMO_PORT = 4824;

export interface SampleWeb {
  /** "http://127.0.0.1:PORT"; each outlet lives at http://ID.localhost:PORT. */
  origin: string;
  /** Night 2 is the next morning: new items, repeats under decorated addresses, an edited title. */
  setNight(night: NightNumber): void;
  close(): Promise<void>;
  /** A configuration whose sources are this web. */
  feedsYaml: string;
}

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  location?: string;
  modified?: Date;
}

const XML = 'application/rss+xml';
const HTML = 'text/html';

/** Any categories may be asked for, joined by "+". */
const ARXIV_PATH = '/rss/';
const categoriesOf = (path: string): string[] => path.slice(ARXIV_PATH.length).split('+');

const ok = (type: string, body: string | Buffer): Answer => ({ status: 200, type, body });

/** When the site last published something. */
const modified = (view: View, site: Site): Partial<Answer> => {
  const newest = view.articles(site)[0]?.published;
  return newest === undefined ? {} : { modified: newest };
};

const FEEDS: Record<Shape, (view: View, site: Site) => Answer> = {
  rss: (view, site) => ok(XML, rss(view, site)),
  'broken-rss': (view, site) => ok('text/xml', brokenRss(view, site)),
  atom: (view, site) => ok('application/atom+xml', atom(view, site)),
  json: (view, site) => ok('application/feed+json', jsonFeed(view, site)),
  page: (view, site) => ok(HTML, newsPage(view, site)),
  'error-page': (_, site) => ok(HTML, errorPage(site)),
  discussions: (view, site) => ok(XML, discussions(view, site)),
  'reading-list': (view, site) => ok(XML, readingList(view, site)),
  arxiv: (view, site) => ok(XML, arxivListing(view, categoriesOf(site.feed))),
};

function answer(view: View, site: Site, path: string): Answer {
  if (path === '/robots.txt') return ok('text/plain', 'User-agent: *\nDisallow: /members/\n');
  if (path === site.formerFeed) return { status: 301, type: HTML, body: '', location: view.url(site, site.feed) };
  if (site.shape === 'arxiv' && path.startsWith(ARXIV_PATH)) {
    return ok(XML, arxivListing(view, categoriesOf(path)));
  }
  if (path === site.feed) return { ...FEEDS[site.shape](view, site), ...modified(view, site) };
  const article = view.articles(site).find((candidate) => articlePath(candidate) === path);
  if (article !== undefined) return ok(HTML, articlePage(view, site, article));
  if (view.articles(site).some((candidate) => picturePath(candidate) === path)) return ok('image/png', picture(path));
  return { status: 404, type: HTML, body: '<!doctype html><title>Not found</title><h1>Not found</h1>' };
}

/** The site a request means, by its Host header. */
const siteOf = (request: IncomingMessage): Site | undefined =>
  SITES.find(({ id }) => request.headers.host?.startsWith(`${id}.localhost`) === true);

/** True when the client holds this very body: If-None-Match decides, else If-Modified-Since (RFC 9110, 13.2.2). */
function isFresh({ headers }: IncomingMessage, etag: string, modified: Date | undefined): boolean {
  if (headers['if-none-match'] !== undefined) return headers['if-none-match'] === etag;
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return modified !== undefined && since >= Math.floor(modified.getTime() / 1000) * 1000;
}

function send(request: IncomingMessage, response: ServerResponse, view: View, site: Site, found: Answer): void {
  const charset = site.charset ?? 'utf-8';
  const bytes = typeof found.body === 'string' ? iconv.encode(found.body, charset) : found.body;
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  const fresh = found.status === 200 && isFresh(request, etag, found.modified);
  response.writeHead(fresh ? 304 : found.status, {
    'content-type': typeof found.body === 'string' ? `${found.type}; charset=${charset}` : found.type,
    // The web lives in the week it tells.
    date: rfc822(new Date(Date.UTC(2024, 7, 20 + view.night, 20))),
    etag,
    ...(found.modified === undefined ? {} : { 'last-modified': rfc822(found.modified) }),
    ...(found.location === undefined ? {} : { location: found.location }),
  });
  response.end(fresh ? undefined : bytes);
}

/**
 * Starts the sample web on night 1. Port 0 takes any free port (tests); the demo takes a fixed one, so that a second
 * run gives the same bytes. Rejects when the port is taken.
 */
export async function startSampleWeb({ port = DEMO_PORT }: { port?: number } = {}): Promise<SampleWeb> {
  const content = loadContent();
  let night: NightNumber = 1;
  const server = createServer((request, response) => {
    const site = siteOf(request);
    const view = viewOf(content, night, request.socket.localPort ?? port);
    const path = (request.url ?? '/').replace(/\?.*$/, '');
    if (site === undefined) response.writeHead(404).end('no such site\n');
    else send(request, response, view, site, answer(view, site, path));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    origin: `http://127.0.0.1:${String(taken)}`,
    feedsYaml: feedsYaml(taken),
    setNight: (next) => {
      night = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
