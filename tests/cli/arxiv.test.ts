import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rss, startBench, type Bench } from '../fakes/bench.ts';

/** An answer of arXiv's. */
type Says = (url: URL) => { status: number; body: string };

/** All of arXiv, behind a proxy: when it was asked for what, how many at once, and what it says. */
interface Arxiv {
  asked: { url: string; at: number }[];
  busiest: number;
  says: Says;
  close(): Promise<void>;
}

let bench: Bench;
let arxiv: Arxiv;
beforeEach(async () => {
  bench = startBench();
  arxiv = await startArxiv();
});
afterEach(async () => {
  delete process.env['ARXIV_PROXY'];
  await arxiv.close();
  bench.remove();
});

async function startArxiv(): Promise<Arxiv> {
  let underWay = 0;
  const state: Arxiv = {
    asked: [],
    busiest: 0,
    says: () => ({ status: 200, body: rss({ a: 'A paper' }) }),
    close: async () => {},
  };
  const server = http.createServer((request, response) => {
    state.asked.push({ url: request.url ?? '', at: performance.now() });
    state.busiest = Math.max(state.busiest, ++underWay);
    response.on('close', () => underWay--);
    const { status, body } = state.says(new URL(request.url ?? ''));
    setTimeout(() => response.writeHead(status).end(body), 100);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['ARXIV_PROXY'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return state;
}

/** Where missed batches are caught up. */
const harvesting = (sources: readonly string[]): string => `
contact: desk@example.org
pages: off
net: { proxy: ARXIV_PROXY, retries: 0 }
arxiv: { harvest: "http://oaipmh.arxiv.org/oai" }
sources:
${sources.join('\n')}
`;

const CONFIGURATION = `
contact: desk@example.org
pages: off
net: { proxy: ARXIV_PROXY, retries: 0 }
sources:
  - { url: "http://rss.arxiv.org/rss/cs.AI", id: ai, kind: arxiv }
  - { url: "http://export.arxiv.org/list/cs.CL/new", id: cl, kind: arxiv }
`;

describe('arXiv, over everything that an installation runs', () => {
  it('is asked once in three seconds, one request at a time', async () => {
    bench.configure(CONFIGURATION);
    await Promise.all([
      bench.nightdesk('collect', '--now', '2026-02-17T20:00:00Z'),
      bench.nightdesk('sources', 'add', 'http://arxiv.org/rss/cs.LG', '--dry-run'),
    ]);
    const starts = arxiv.asked.map(({ at }) => at);
    expect(starts).toHaveLength(3);
    expect(arxiv.busiest).toBe(1);
    // Measured at the other end, where the first request of a process arrives later than any other after it was sent.
    for (const [index, start] of starts.slice(1).entries()) expect(start - (starts[index] ?? 0)).toBeGreaterThan(2000);
    expect((starts[2] ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(5000);
  });

  it('is left alone for the night after a 403, by the next processes too, and asked again the next night', async () => {
    bench.configure(CONFIGURATION);
    const fine = arxiv.says;
    arxiv.says = () => ({ status: 403, body: 'no' });
    await bench.nightdesk('collect', '--now', '2026-02-17T20:00:00Z');
    await bench.nightdesk('night', '--late', '--now', '2026-02-17T21:10:00Z');
    expect(arxiv.asked).toHaveLength(1);
    expect((await bench.ledger())['cl']).toMatchObject({
      outcome: 'late',
      diagnosis: expect.stringContaining('Nothing more is asked of export.arxiv.org this night') as string,
    });
    arxiv.says = fine;
    await bench.nightdesk('collect', '--now', '2026-02-18T20:00:00Z');
    expect(arxiv.asked.length).toBeGreaterThan(1);
  });
});

describe('nights that were missed', () => {
  const DAYS = { mon: '2026-02-16', tue: '2026-02-17', wed: '2026-02-18', fri: '2026-02-20' };
  const paper = (id: string): string =>
    `<item><guid isPermaLink="false">oai:arXiv.org:${id}v1</guid><link>https://arxiv.org/abs/${id}</link><title>Paper ${id}</title><category>cs.AI</category></item>`;
  const listing = (...ids: string[]): string =>
    `<rss version="2.0"><channel><title>cs.AI</title>${ids.map(paper).join('')}</channel></rss>`;
  const record = (id: string, created: string): string =>
    `<record><header><identifier>oai:arXiv.org:${id}</identifier></header><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>${id}</id><created>${created}</created><title>Paper ${id}</title><categories>cs.AI cs.CL</categories><abstract>We show.</abstract></arXiv></metadata></record>`;
  const page = (records: string, token = ''): string =>
    `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>${records}<resumptionToken>${token}</resumptionToken></ListRecords></OAI-PMH>`;

  const collect = (day: string): Promise<unknown> => bench.nightdesk('collect', '--now', `${day}T20:00:00Z`);
  const papers = async (): Promise<string[]> => {
    const { out } = await bench.nightdesk('items', '--jsonl');
    return out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { title: string }).title.slice(6))
      .toSorted();
  };
  const harvested = (): string[] => arxiv.asked.map(({ url }) => url).filter((url) => url.includes('/oai'));

  beforeEach(() => {
    bench.configure(harvesting(['  - { url: "http://rss.arxiv.org/rss/cs.AI", id: ai, kind: arxiv }']));
  });

  it('are caught up through OAI-PMH, page by page, and told; nights in a row ask it nothing', async () => {
    arxiv.says = () => ({ status: 200, body: listing('2602.00001') });
    await collect(DAYS.mon);
    arxiv.says = () => ({ status: 200, body: listing('2602.00002') });
    await collect(DAYS.tue);
    expect(harvested()).toEqual([]);
    arxiv.says = ({ pathname, searchParams }) => {
      if (pathname !== '/oai') return { status: 200, body: listing('2602.00005') };
      const more = searchParams.get('resumptionToken') === 'more';
      const first =
        record('2602.00002', '2026-02-16') + record('2602.00003', '2026-02-17') + record('1901.00001', '2019-01-01');
      return {
        status: 200,
        body: more
          ? page(record('2602.00004', '2026-02-18') + record('2602.00005', '2026-02-19'))
          : page(first, 'more'),
      };
    };
    await collect(DAYS.fri);
    expect(harvested()).toEqual([
      'http://oaipmh.arxiv.org/oai?verb=ListRecords&metadataPrefix=arXiv&from=2026-02-17&set=cs%3Acs%3AAI',
      'http://oaipmh.arxiv.org/oai?verb=ListRecords&resumptionToken=more',
    ]);
    expect(await papers()).toEqual([
      '1901.00001',
      '2602.00001',
      '2602.00002',
      '2602.00003',
      '2602.00004',
      '2602.00005',
    ]);
    expect((await bench.ledger())['ai']?.diagnosis).toContain(
      '2 batches since 2026-02-17 were missed; 4 papers came through OAI-PMH.',
    );
  });

  it('stay owed until OAI-PMH has given them', async () => {
    arxiv.says = () => ({ status: 200, body: listing('2602.00001') });
    await collect(DAYS.mon);
    arxiv.says = ({ pathname }) =>
      pathname === '/oai' ? { status: 500, body: 'no' } : { status: 200, body: listing('2602.00003') };
    await collect(DAYS.wed);
    expect((await bench.ledger())['ai']).toMatchObject({
      outcome: 'new',
      diagnosis: expect.stringMatching(
        /1 batch since 2026-02-16 was missed, and OAI-PMH did not give all of it; the next night tries again\. .*500/,
      ) as string,
    });
    arxiv.says = ({ pathname }) =>
      pathname === '/oai'
        ? { status: 200, body: page(record('2602.00002', '2026-02-16')) }
        : { status: 200, body: listing('2602.00004') };
    await collect('2026-02-19');
    expect(await papers()).toEqual(['2602.00001', '2602.00002', '2602.00003', '2602.00004']);
  });
});

describe('more papers than an answer of arXiv holds', () => {
  const VOLUMES: Readonly<Record<string, number>> = { 'cs.AI': 900, 'cs.LG': 1100, 'cs.CV': 300 };
  const MOST = 2000;
  const papersOf = (category: string, day: number): string[] =>
    Array.from(
      { length: VOLUMES[category] ?? 0 },
      (_, at) => `26${10 + day}.${Object.keys(VOLUMES).indexOf(category)}${String(at).padStart(4, '0')}`,
    );
  const entry = (id: string, category: string): string =>
    `<item><guid isPermaLink="false">oai:arXiv.org:${id}v1</guid><link>https://arxiv.org/abs/${id}</link><title>Paper ${id}</title><category>${category}</category></item>`;
  const entries = (categories: readonly string[], day: number): string =>
    categories
      .flatMap((category) => papersOf(category, day).map((id) => entry(id, category)))
      .slice(0, MOST)
      .join('');
  const records = (category: string, day: number): string =>
    papersOf(category, day)
      .map(
        (id) =>
          `<record><header><identifier>oai:arXiv.org:${id}</identifier></header><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>${id}</id><created>2026-02-1${5 + day}</created><title>Paper ${id}</title><categories>${category}</categories><abstract>We show.</abstract></arXiv></metadata></record>`,
      )
      .join('');

  it('come through OAI-PMH on the first night, and from the next on by requests that hold them all', async () => {
    const feeds = Object.keys(VOLUMES).map(
      (category) => `  - { url: "http://rss.arxiv.org/rss/${category}", id: "${category}", kind: arxiv }`,
    );
    bench.configure(harvesting(feeds));
    const night = async (day: number): Promise<string[]> => {
      arxiv.says = ({ pathname, searchParams }) => {
        const set = /cs\.\w+/.exec((searchParams.get('set') ?? '').replace('cs:cs:', 'cs.'))?.[0] ?? '';
        const body = pathname.startsWith('/rss/')
          ? `<rss version="2.0"><channel><title>arXiv</title>${entries(pathname.slice(5).split('+'), day)}</channel></rss>`
          : `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>${records(set, day)}</ListRecords></OAI-PMH>`;
        return { status: 200, body };
      };
      const before = arxiv.asked.length;
      await bench.nightdesk('collect', '--now', `2026-02-1${6 + day}T20:00:00Z`);
      return arxiv.asked.slice(before).map(({ url }) => url.replace(/^.*\/(?=rss|oai)/, '').replace(/\?.*&/, '?'));
    };
    const asked = [await night(0), await night(1)];
    expect(asked).toEqual([
      ['rss/cs.AI+cs.LG+cs.CV', 'oai?set=cs%3Acs%3AAI', 'oai?set=cs%3Acs%3ALG', 'oai?set=cs%3Acs%3ACV'],
      ['rss/cs.AI', 'rss/cs.LG+cs.CV'],
    ]);
    const { out } = await bench.nightdesk('items', '--jsonl');
    const found = out.trim().split('\n').length;
    expect(found).toBe(2 * Object.values(VOLUMES).reduce((sum, volume) => sum + volume, 0));
    expect((await bench.ledger())['cs.CV']).toMatchObject({ outcome: 'new', got: 300, new: 300 });
  });
});
