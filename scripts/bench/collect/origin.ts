/**
 * Serves made-up feeds on loopback for the benchmark of collecting: RSS and Atom, 30 items and about 77 kB each, with
 * ETags. Prints its port. `/night/2` makes three items of thirty new in three feeds of ten; `/stats` tells what was sent
 * since it was last asked. Arguments: how many feeds, milliseconds before each answer, how many feeds of a hundred are never
 * answered.
 */
import http from 'node:http';

const FEEDS = Number(process.argv[2] ?? 300);
const LATENCY_MS = Number(process.argv[3] ?? 0);
const HANGING = Number(process.argv[4] ?? 0);
const ITEMS = 30;
const FRESH = 3;
const EPOCH = Date.UTC(2024, 7, 22);
const WORDS = (
  'model data agents training chips release open lab report market safety court school hospital energy price team paper ' +
  'the of and to in is that for with on as are was by this from have not be it at which their more than after before'
).split(' ');

/** Mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sentence(draw: () => number, words: number): string {
  return Array.from({ length: words }, () => WORDS[Math.floor(draw() * WORDS.length)]).join(' ');
}

function paragraphs(draw: () => number, length: number, link: string): string {
  let html = '';
  while (html.length < length) {
    const text = `${sentence(draw, 12)}, ${sentence(draw, 20)} &amp; ${sentence(draw, 9)}.`;
    html +=
      draw() < 0.2 ? `<p>${text} <a href="${link}?utm_source=rss">Read &ldquo;on&rdquo;</a></p>\n` : `<p>${text}</p>\n`;
  }
  return html;
}

function item(feed: number, number: number, isAtom: boolean, port: number): string {
  const draw = seeded(feed * 100_003 + number);
  const link = `http://127.0.0.1:${port}/article/${feed}/${number}`;
  const date = new Date(EPOCH + number * 7 * 3_600_000 + feed * 1000);
  const title = `${sentence(draw, 8)}${draw() < 0.1 ? ' ’s' : ''} ${feed}-${number}`;
  const summary = paragraphs(draw, 560, link);
  const content = draw() < 0.3 ? paragraphs(draw, 3000 + draw() * 3000, link) : '';
  if (isAtom) {
    const escaped = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const full = content === '' ? '' : `<content type="html">${escaped(content)}</content>`;
    return `<entry><title>${title}</title><link href="${link}"/><id>tag:bench.example,2024:${feed}/${number}</id>
<updated>${date.toISOString()}</updated><author><name>Jane Doe</name></author><summary type="html">${escaped(summary)}</summary>${full}</entry>\n`;
  }
  const full = content === '' ? '' : `<content:encoded><![CDATA[${content}]]></content:encoded>`;
  return `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${feed}/${number}</guid>
<pubDate>${date.toUTCString()}</pubDate><dc:creator>Jane Doe</dc:creator><category>${WORDS[number % 20]}</category>
<description><![CDATA[${summary}]]></description>${full}</item>\n`;
}

/** @param shift how many items have come since the first night */
function feedOf(feed: number, shift: number, port: number): Buffer {
  const isAtom = feed % 10 < 3;
  const items = Array.from({ length: ITEMS }, (_, at) => item(feed, shift + ITEMS - at, isAtom, port)).join('');
  return Buffer.from(
    isAtom
      ? `<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed ${feed}</title><id>${feed}</id>\n${items}</feed>`
      : `<?xml version="1.0"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Feed ${feed}</title>\n${items}</channel></rss>`,
  );
}

let bodies: { etag: string; body: Buffer }[] = [];
const NOTHING = { documents: 0, unchanged: 0, bytes: 0, span: 0 };
let stats = { ...NOTHING };
let since: number | null = null;

function setNight(night: number, port: number): void {
  bodies = Array.from({ length: FEEDS }, (_, feed) => {
    const shift = night > 1 && feed % 10 >= 7 ? FRESH : 0;
    return { etag: `"${feed}-${shift}"`, body: feedOf(feed, shift, port) };
  });
}

const server = http.createServer((request, response) => {
  const [, what = '', which = ''] = /^\/(feed|night|stats)\/?(\d*)/.exec(request.url ?? '') ?? [];
  if (what === 'night') setNight(Number(which), portOf(server));
  const { etag, body } = bodies[Number(which)] ?? { etag: '', body: Buffer.from(JSON.stringify(stats)) };
  if (what !== 'feed') {
    response.end(JSON.stringify(stats));
    stats = { ...NOTHING };
    since = null;
    return;
  }
  const began = (since ??= performance.now());
  if (Number(which) % 100 < HANGING) return;
  setTimeout(() => {
    const same = request.headers['if-none-match'] === etag;
    stats[same ? 'unchanged' : 'documents']++;
    if (!same) stats.bytes += body.length;
    response.writeHead(same ? 304 : 200, { etag, 'content-type': 'application/xml' });
    response.end(same ? undefined : body);
    stats.span = performance.now() - began;
  }, LATENCY_MS);
});

function portOf(of: http.Server): number {
  const address = of.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

server.listen(0, '127.0.0.1', 4096, () => {
  setNight(1, portOf(server));
  process.stdout.write(`${portOf(server)}\n`);
});
