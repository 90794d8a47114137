import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { seeded } from '../kill/nights.ts';

/** A web of small feeds that live: items come and go, sources too, and some have a bad night. */
export interface ChurningWeb {
  setNight(night: number): void;
  /** The sources of the night: in each of them some give way to others. */
  feedsYaml(): string;
  close(): Promise<void>;
}

/** Percent of the feeds that have something new, that have trouble, and of the sources that are exchanged in a night. */
const NEW = 5;
const TROUBLE = 2;
const EXCHANGED = 1;

const WORDS =
  'model agent chip court lab benchmark license data privacy robot vision speech school hospital bank energy weather team budget founder investor regulator union city senate network sensor language translation search video music game car drone satellite vaccine protein battery market price export border law safety audit rule jury appeal patent draft treaty council minister company startup campus library archive museum newspaper'.split(
    ' ',
  );
const VERBS = 'releases delays tests buys sues funds bans opens trains closes leaks mends audits ships drops'.split(
  ' ',
);

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/**
 * Starts the web on loopback. Every night, feed and item is the same in every run.
 *
 * @param shown items that a feed shows
 */
export async function startChurningWeb(feeds: number, shown: number): Promise<ChurningWeb> {
  let tonight = 1;
  const server = http.createServer((request, response) => {
    const page = /^\/page\/(\d+)\/(\d+)$/.exec(request.url ?? '');
    if (page !== null) return void response.writeHead(200, HTML).end(article(Number(page[1]), Number(page[2])));
    const feed = Number(/^\/feed\/(\d+)/.exec(request.url ?? '')?.[1] ?? NaN);
    if (Number.isNaN(feed)) return void response.writeHead(404).end();
    const draw = chance(feed, tonight);
    if (draw < TROUBLE / 3) return void request.socket.destroy();
    if (draw < TROUBLE) return void response.writeHead(draw < TROUBLE / 2 ? 500 : 404).end('not today');
    const newest = shown + comings(feed, tonight);
    const etag = `"${feed}-${newest}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    response
      .writeHead(200, { etag, 'content-type': 'application/rss+xml' })
      .end(document(`http://${request.headers.host ?? ''}`, feed, newest, shown));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 4096, resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    setNight: (night) => void (tonight = night),
    feedsYaml() {
      const first = Math.floor(((tonight - 1) * feeds * EXCHANGED) / 100);
      const sources = Array.from({ length: feeds }, (_, index) => {
        const feed = first + index;
        return `  - { id: feed-${feed}, url: "${origin}/feed/${feed}", outlet: Outlet ${feed}, lang: en, allowPrivate: true }`;
      });
      const head =
        'timezone: Asia/Seoul\ncontact: desk@example.org\npages: candidates\ncaps: { pages: 5 }\nnet: { retries: 0 }\nsources:\n';
      return `${head}${sources.join('\n')}\n`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** 0 to 100, the same for the same feed and night. */
function chance(feed: number, night: number): number {
  return 100 * seeded(feed * 1009 + night)();
}

/** How many items have come to a feed until a night. */
function comings(feed: number, night: number): number {
  let count = 0;
  for (let past = 2; past <= night; past++) if (chance(feed, past + 500) < NEW) count += 1;
  return count;
}

function document(origin: string, feed: number, newest: number, shown: number): string {
  const items = Array.from({ length: shown }, (_, back) => {
    const number = newest - back;
    const { title, text } = story(feed, number);
    return `<item><guid>${feed}-${number}</guid><link>${origin}/page/${feed}/${number}</link><title>${title}</title><description>${text}</description></item>`;
  });
  return `<rss version="2.0"><channel><title>Outlet ${feed}</title><link>${origin}/</link>${items.join('')}</channel></rss>`;
}

function article(feed: number, number: number): string {
  const { title, text } = story(feed, number);
  const paragraphs = Array.from({ length: 6 }, () => `<p>${text}.</p>`).join('');
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs}</article></body></html>`;
}

function story(feed: number, number: number): { title: string; text: string } {
  const draw = seeded(feed * 7919 + number);
  const word = (): string => WORDS[Math.floor(draw() * WORDS.length)] ?? '';
  const verb = VERBS[Math.floor(draw() * VERBS.length)] ?? '';
  const title = `AI ${word()} ${word()} ${verb} ${word()} ${word()} in ${word()} ${word()} ${number}`;
  return { title, text: Array.from({ length: 30 }, word).join(' ') };
}
