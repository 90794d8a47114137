import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PagePool } from '../../src/cli/workers.ts';
import { newsPage, paragraphs } from '../extract/pages.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-article-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const save = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

function nightdesk(args: string[], input = ''): { out: string; log: string; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/nightdesk.js', 'article', ...args], {
    encoding: 'utf8',
    input,
  });
  return { out: stdout, log: stderr, code: status };
}

describe('article', () => {
  it('answers a batch in its order, bad rows included, and ends well', () => {
    const plain = save(
      'a.html',
      newsPage({ head: '<meta property="og:title" content="A model"><link rel="canonical" href="/a">' }),
    );
    const packed = save('b.html.gz', gzipSync(newsPage({ body: paragraphs(4) })));
    const requests = [
      JSON.stringify({ id: 'a', path: plain, url: 'https://example.com/a?utm_source=x' }),
      '{not json',
      JSON.stringify({ id: 'gone', path: join(folder, 'gone.html'), url: '' }),
      JSON.stringify({ id: 'b', path: packed, url: 'https://example.com/b' }),
    ];
    const { out, code } = nightdesk(['--batch'], requests.join('\n'));
    const replies = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(0);
    expect(replies.map(({ id }) => id)).toEqual(['a', null, 'gone', 'b']);
    expect(replies[0]).toEqual({
      id: 'a',
      text: paragraphs(8).join('\n\n'),
      title: 'A model',
      author: [],
      date: null,
      image: null,
      url: 'https://example.com/a',
      lang: 'en',
    });
    expect(replies[2]).toHaveProperty('error');
    expect(replies[3]).toMatchObject({ text: paragraphs(4).join('\n\n') });
  });

  it('shows a person where each fact came from, and what was cut', () => {
    const path = save('c.html', newsPage({ head: '<meta name="author" content="Ada Park">' }));
    const { out } = nightdesk([path, '--url', 'https://example.com/2024/08/22/c']);
    expect(out).toMatch(/^authors +Ada Park {2}\(author\)$/m);
    expect(out).toMatch(/^published +2024-08-22 {2}\(address\)$/m);
    expect(out).toMatch(/^cut +navigation: \d+ blocks/m);
  });

  it('wants to be told what to read', () => {
    expect(nightdesk([])).toMatchObject({ code: 2 });
  });
});

describe('the pool of page workers', () => {
  it('reads many pages at once and goes on after one that cannot be read', async () => {
    const pool = new PagePool(2);
    try {
      const page = { bytes: Buffer.from(newsPage()), url: 'https://example.com/a', headers: {} };
      const broken = { ...page, bytes: null as unknown as Uint8Array };
      const results = await Promise.allSettled([page, broken, page, page].map((one) => pool.read(one)));
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    } finally {
      await pool.close();
    }
  });
});
