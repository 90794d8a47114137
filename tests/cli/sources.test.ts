import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addSources } from '../../src/feeds-file.ts';
import { rss, startBench, type Bench } from '../fakes/bench.ts';
import { startOrigin, type Origin } from '../fakes/origin.ts';

let bench: Bench;
let origin: Origin;
beforeEach(async () => {
  bench = startBench();
  origin = await startOrigin();
});
afterEach(async () => {
  await origin.close();
  bench.remove();
});

const HEAD = '# Ours, do not touch.\ncontact: desk@example.org\nnet: { delayMs: 0, retries: 0 }\nsources:\n';

describe('sources add', () => {
  it('finds the feed behind a page, shows it, and adds it below the comments that stand there', async () => {
    origin.page('/', {
      body: '<html><link rel="alternate" type="application/rss+xml" href="/news.xml"><p>Hello</p></html>',
    });
    origin.page('/news.xml', { body: rss({ a: 'The first story' }) });
    bench.configure(`${HEAD}  # the first\n  - { url: "https://courier.example/feed" }\n`);
    const { code, out } = await bench.nightdesk('sources', 'add', `${origin.url}/`, '--id', 'mine', '--allow-private');
    expect({ code, shown: out.includes('Courier: rss, 1 entries\n  2026-02-15  The first story') }).toEqual({
      code: 0,
      shown: true,
    });
    expect(bench.configuration()).toBe(
      `${HEAD}  # the first\n  - { url: "https://courier.example/feed" }\n  - id: mine\n    url: ${origin.url}/news.xml\n    title: Courier\n    allowPrivate: true\n`,
    );
  });

  it('says what to do when there is no feed, and changes nothing', async () => {
    origin.page('/', { body: '<html><p>Nothing here</p></html>' });
    bench.configure(`${HEAD}  []\n`);
    const { code, log } = await bench.nightdesk('sources', 'add', `${origin.url}/`, '--allow-private');
    expect(code).toBe(2);
    expect(log).toContain('is a page, and no feed was found behind it. Add it with "kind: page"');
    expect(bench.configuration()).toBe(`${HEAD}  []\n`);
  });
});

describe('sources check', () => {
  it('writes a new address once three nights have seen it', async () => {
    origin.page('/old', { status: 301, headers: { location: '/new' } });
    origin.page('/new', { body: rss({ a: 'The first story' }) });
    bench.configure(`${HEAD}  - { url: "${origin.url}/old", allowPrivate: true } # moved\n`);
    for (const day of [14, 15, 16]) {
      expect((await bench.nightdesk('sources', 'check', '--apply')).out).toContain('0 addresses to change');
      await bench.nightdesk('collect', '--now', `2026-02-${day}T20:00:00Z`, '--no-delay');
    }
    const { out } = await bench.nightdesk('sources', 'check', '--apply');
    expect(out).toContain(`moved to ${origin.url}/new, seen on 3 nights`);
    expect(bench.configuration()).toContain(`url: "${origin.url}/new"`);
    expect(bench.configuration()).toContain('# moved');
  });
});

it('two writers at once are noticed, and the file stays whole', async () => {
  bench.configure(`${HEAD}  []\n`);
  const urls = ['a', 'b', 'c', 'd'].map((name) => `https://${name}.example/feed`);
  const ends = await Promise.allSettled(urls.map((url) => addSources(bench.feeds, [{ url }])));
  const refused = ends.filter((end) => end.status === 'rejected');
  for (const { reason } of refused)
    expect(String(reason)).toContain('was changed by another program at the same moment');
  const written = urls.filter((url) => bench.configuration().includes(url));
  expect(written.length).toBeGreaterThan(0);
  expect(written.length + refused.length).toBe(urls.length);
});
