import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-feed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const RSS =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>The Lab</title><link>https://lab.example/</link><language>en</language><item><title>One</title><link>/1</link><author>a@b.example (Ada)</author><pubDate>2024-08-21 09:00</pubDate></item><item><title>Two</title></item></channel></rss>';
const file = join(folder, 'saved.xml.gz');
writeFileSync(file, gzipSync(RSS));

const nightdesk = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'feed', ...args], { encoding: 'utf8', input });

describe('nightdesk feed', () => {
  it('shows a feed to a person', () => {
    const { stdout, status } = nightdesk([file, '--timezone', 'Asia/Seoul', '--items', '1']);
    expect(status).toBe(0);
    expect(stdout).toBe(`Title:    The Lab
Link:     https://lab.example/
Language: en
Format:   rss
Charset:  utf-8 (its bytes are UTF-8)
Repairs:  none
Items:    2

One
  https://lab.example/1
  2024-08-21T00:00:00.000Z · Ada

... and 1 more
`);
  });

  it('answers a batch in order, bad rows in their place', () => {
    const rows = [
      JSON.stringify({ id: 1, path: file, url: 'https://lab.example/feed' }),
      'no JSON',
      JSON.stringify({ id: 3, path: '/none' }),
      JSON.stringify({ id: 4 }),
    ];
    const { stdout, status } = nightdesk(['--batch'], rows.join('\n'));
    const replies = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; error?: string; items?: { published: string | null }[] });
    expect(status).toBe(0);
    expect(replies.map(({ id }) => id)).toEqual([1, null, 3, 4]);
    expect(replies[0]?.items?.map(({ published }) => published)).toEqual(['2024-08-21T09:00:00.000Z', null]);
    expect(replies.slice(1).every(({ error }) => typeof error === 'string')).toBe(true);
  });

  it('says what is wrong', () => {
    writeFileSync(join(folder, 'page.html'), '<html><body>Hello</body></html>');
    expect(nightdesk([join(folder, 'page.html')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('web page, not a feed') as unknown,
    });
    expect(nightdesk([])).toMatchObject({ status: 2 });
  });
});
