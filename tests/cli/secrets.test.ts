import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rss, startBench, type Bench, type Ended } from '../fakes/bench.ts';
import { startOrigin, type Origin } from '../fakes/origin.ts';

const SECRET = 'zz-s3cret-zz';
let bench: Bench;
let origin: Origin;
beforeEach(async () => {
  bench = startBench();
  origin = await startOrigin();
  origin.page('/feed', { body: rss({ a: 'The first story of the night' }) });
});
afterEach(async () => {
  delete process.env['FEED_LOGIN'];
  delete process.env['FEED_TOKEN'];
  await origin.close();
  bench.remove();
});

function configure(source: string, net = ''): void {
  bench.configure(`contact: desk@example.org\npages: off\nnet: { retries: 0${net} }\nsources:\n  - ${source}\n`);
}

const basic = `Basic ${Buffer.from(`desk:${SECRET}`).toString('base64')}`;

/** Everything that a person or a program may read afterwards. */
async function everythingSaid(...ends: Ended[]): Promise<string> {
  const told = [
    ...ends,
    await bench.nightdesk('ledger', '--json'),
    await bench.nightdesk('sources', 'list', '--json'),
    await bench.nightdesk('sources', 'check'),
    await bench.nightdesk('sources', 'export-opml'),
    await bench.nightdesk('doctor'),
  ];
  const files = ['', '-wal'].map((end) => {
    try {
      return readFileSync(bench.db + end, 'latin1');
    } catch {
      return '';
    }
  });
  return [...told.flatMap(({ out, log }) => [out, log]), ...files].join('\n');
}

it('headers and basic authentication come out of the environment and stand nowhere', async () => {
  process.env['FEED_LOGIN'] = `desk:${SECRET}`;
  process.env['FEED_TOKEN'] = SECRET;
  configure(
    `{ id: one, url: "${origin.url}/feed", allowPrivate: true, headers: { Authorization: "basic:\${FEED_LOGIN}", X-Token: "t \${FEED_TOKEN}" } }`,
  );
  const end = await bench.night();
  expect(origin.seen[0]?.headers).toMatchObject({ authorization: basic, 'x-token': `t ${SECRET}` });
  const said = await everythingSaid(end);
  expect(said).toContain('1 of 1 sources fine');
  expect(said).not.toContain(SECRET);
  expect(said).not.toContain(basic);
});

it('a login in an address is sent, stands nowhere else, and doctor says where it belongs', async () => {
  configure(
    `{ id: one, url: "${origin.url.replace('://', `://desk:${SECRET}@`)}/feed", allowPrivate: true, timezone: Asia/Seoul }`,
  );
  const end = await bench.night();
  expect(origin.seen[0]?.headers['authorization']).toBe(basic);
  const said = await everythingSaid(end);
  expect(said).toContain('the address of one holds a password. Put "name:password" into an environment variable');
  expect(said).not.toContain(SECRET);
});

it('a variable that is missing is named, and the source is not asked', async () => {
  configure(`{ id: one, url: "${origin.url}/feed", allowPrivate: true, headers: { X-Token: "\${FEED_TOKEN}" } }`);
  await bench.night();
  expect((await bench.ledger())['one']).toMatchObject({
    outcome: 'failed',
    diagnosis: 'X-Token: the environment variable FEED_TOKEN is not set. The source is not asked without it.',
  });
  expect(origin.seen).toHaveLength(0);
});

it.each([
  ['a header', `{ url: "https://a.example/feed", headers: { X-Token: "${SECRET}" } }`, ''],
  ['the proxy', `{ url: "https://a.example/feed" }`, `, proxy: "http://desk:${SECRET}@proxy.example"`],
])('%s whose secret stands in the file is refused without repeating it', async (_, source, net) => {
  configure(source, net);
  const { code, log } = await bench.night();
  expect(code).toBe(2);
  expect(log).toContain('environment variable');
  expect(log).not.toContain(SECRET);
});

it('nothing is asked past a proxy that is not there', async () => {
  configure(`{ id: one, url: "${origin.url}/feed", allowPrivate: true }`, ', proxy: NO_SUCH_PROXY');
  const { code, log } = await bench.night();
  expect({ code, log }).toEqual({
    code: 2,
    log: expect.stringContaining('"net.proxy": the environment variable NO_SUCH_PROXY is not set.') as string,
  });
  expect(origin.seen).toHaveLength(0);
});
