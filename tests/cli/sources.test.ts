import iconv from 'iconv-lite';
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

/** A lab's page of news, without a feed. */
const LIST =
  '<html lang="en"><title>The lab</title><main>' +
  ['One', 'Two', 'Three']
    .map((n, i) => `<article><h2><a href="/${n}">${n} more small model</a></h2><b>2026-02-0${i + 1}</b></article>`)
    .join('') +
  '</main></html>';

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

  it('takes a page with a list of articles for a source where there is no feed', async () => {
    origin.page('/news', { body: LIST });
    bench.configure(`${HEAD}  []\n`);
    const { out } = await bench.nightdesk('sources', 'add', `${origin.url}/news`, '--allow-private');
    expect(out).toContain('(no feed was found behind it: its list is read)\nThe lab: page, 3 entries, en');
    expect(bench.configuration()).toContain(`url: ${origin.url}/news\n    kind: page\n    title: The lab`);
  });

  it('says what to do when there is no feed, and changes nothing', async () => {
    origin.page('/', { body: '<html><p>Nothing here</p></html>' });
    bench.configure(`${HEAD}  []\n`);
    const { code, log } = await bench.nightdesk('sources', 'add', `${origin.url}/`, '--allow-private');
    expect(code).toBe(2);
    expect(log).toContain(
      'no feed was found behind it, and no list of articles on it. Add it to feeds.yaml with "kind: page"',
    );
    expect(bench.configuration()).toBe(`${HEAD}  []\n`);
  });
});

describe('sources check', () => {
  it('asks every source that is on, and tells a line of each', async () => {
    origin.page('/feed', { body: `PHP Warning: include()\n${rss({ a: 'The first story' })}` });
    origin.page('/korean', { body: iconv.encode(rss({ a: '새 언어 모델을 공개했다' }), 'cp949') });
    origin.page('/lab', { body: LIST });
    const source = (id: string, more = ''): string =>
      `  - { id: ${id}, url: "${origin.url}/${id}", allowPrivate: true${more} }\n`;
    bench.configure(
      `${HEAD}${source('feed')}${source('korean')}${source('gone')}${source('lab', ', kind: page')}${source('off', ', enabled: false')}`,
    );
    const { out, code } = await bench.nightdesk('sources', 'check');
    expect(code).toBe(0);
    const lines = out.split('\n').map((line) => line.replace(/ {2,}/g, ' | '));
    expect(lines.slice(1, 5)).toEqual([
      expect.stringMatching(
        /^feed \| fine \| rss \| utf-8 \(its bytes are UTF-8\) \| 1 \| 2026-02-15 \| text before the root was dropped$/,
      ),
      expect.stringMatching(/^korean \| fine \| rss \| cp949 \(nothing said so: guessed\) \| 1 \| 2026-02-15/),
      expect.stringMatching(/^gone \| failed \|.*404/),
      expect.stringMatching(
        /^lab \| fine \| page \|.*\| 3 \| 2026-02-03 \| by repeated blocks: 3 matched, 3 are articles$/,
      ),
    ]);
    expect(out).not.toContain('off');
  });

  it('shows all of a named source: what its selectors match, the items', async () => {
    origin.page('/lab', { body: LIST.replace('<b>2026-02-01</b>', '') });
    const selectors = 'selectors: { list: article, title: h2, date: b }';
    bench.configure(`${HEAD}  - { id: lab, url: "${origin.url}/lab", allowPrivate: true, kind: page, ${selectors} }\n`);
    const { out } = await bench.nightdesk('sources', 'check', 'lab', '--items', '2');
    expect(out).toContain('List:     by its selectors: 3 matched, 3 are articles; 1 of 3 rows have no date');
    expect(out).toContain(`Two more small model\n  ${origin.url}/Two\n  2026-02-02`);
    const json = await bench.nightdesk('sources', 'check', 'lab', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ id: 'lab', items: 3, list: { how: 'selectors', matched: 3 } });
    expect((await bench.nightdesk('sources', 'check', 'none')).code).toBe(2);
  });

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
