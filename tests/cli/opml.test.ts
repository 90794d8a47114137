import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startBench, type Bench } from '../fakes/bench.ts';

let bench: Bench;
beforeEach(() => void (bench = startBench()));
afterEach(() => bench.remove());

const HEAD = '# Ours.\nsources:\n  # The oldest.\n  - { url: "https://courier.example/feed", outlet: Courier }\n';

/** Imports a document and returns what the command printed. */
async function bringIn(opml: string): Promise<{ code: number | null; out: string; log: string }> {
  const file = join(bench.folder, 'list.opml');
  writeFileSync(file, opml);
  return bench.nightdesk('sources', 'import-opml', file);
}

it('brings in the feeds of another reader, each once, below what stands there', async () => {
  bench.configure(HEAD);
  const list = `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
    <outline text="Folder"><outline text="Lab &amp; Co" type="rss" xmlUrl="https://lab.example/feed?a=1&amp;b=2"/>
    <outline title="한국 신문" XMLURL="https://press.example/rss"/></outline>
    <outline text="Courier again" xmlUrl="https://courier.example/feed"/>
    <outline text="Lab, twice" xmlUrl="https://lab.example/feed?a=1&amp;b=2"/></body></opml>`;
  expect((await bringIn(list)).code).toBe(0);
  expect(bench.configuration()).toMatch(/^# Ours\.\nsources:\n {2}# The oldest\.\n/);
  const { out } = await bench.nightdesk('sources', 'list', '--json');
  const sources = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { url: string; outlet: string });
  expect(sources.map(({ url, outlet }) => [url, outlet])).toEqual([
    ['https://courier.example/feed', 'Courier'],
    ['https://lab.example/feed?a=1&b=2', 'Lab & Co'],
    ['https://press.example/rss', '한국 신문'],
  ]);
  const before = bench.configuration();
  expect((await bringIn(list)).code).toBe(0);
  expect(bench.configuration()).toBe(before);
});

it('takes out what it takes in', async () => {
  bench.configure(`${HEAD}  - { url: "https://lab.example/feed?a=1&b=2", title: "A <b> & \\"c\\"" }\n`);
  const { out } = await bench.nightdesk('sources', 'export-opml');
  bench.configure('sources: []\n');
  expect((await bringIn(out)).code).toBe(0);
  expect((await bench.nightdesk('sources', 'export-opml')).out).toBe(out);
});

it('says that there is no feed in what is no OPML, and changes nothing', async () => {
  bench.configure(HEAD);
  const { code, out, log } = await bringIn('<html><body>Not a list</body></html>');
  expect([code, `${out}${log}`]).toEqual([2, expect.stringMatching(/no feed/i)]);
  expect(bench.configuration()).toBe(HEAD);
});
