import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFiles } from '../../../src/cli/issues/read-files.ts';
import { rememberAll, type Given, type Outcome } from '../../../src/cli/issues/remember.ts';
import { openStore, type Store } from '../../../src/store/store.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  store = openStore(join(folder, 'test.sqlite'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function importAll(files: string[], given: Given = {}): Promise<Outcome[]> {
  return rememberAll(await readFiles(files), given, store);
}

async function keys(): Promise<string[]> {
  return (await store.memory.printedSince(0)).map(({ key }) => key);
}

const MARKDOWN = `# AI Weekly #41
August 19, 2024

## News
### [Waymo considers teen accounts](https://www.harbor.example/waymo-teens?utm_source=x)
Parents would get an invitation.

- [Staff ask Google to end contracts](https://time.example/7013685/staff)

**OpenAI is sued.** A court took the case, [Wired](https://wired.example/a-1) says.

## 논문
1. [Transfusion](https://arxiv.org/pdf/2408.11039v2) (Zhou et al.)

[Subscribe](https://x.substack.com/subscribe) · [Home](https://x.substack.com/)
`;
const post = (title: string, url: string): string => `<h3>News</h3><p>${title}: <a href="${url}">read more</a></p>`;

describe('an issue in Markdown', () => {
  it('is remembered with its number, its date and every address it printed', async () => {
    const path = file('past.md', MARKDOWN);
    expect(await importAll([path])).toEqual([
      { file: path, is: 'new', issue: 41, lang: 'en', date: '2024-08-19', entries: 4 },
    ]);
    const rows = await store.memory.printedSince(0);
    expect(rows.map(({ section, title, key }) => [section, title, key])).toEqual([
      ['news', 'Waymo considers teen accounts', 'harbor.example/waymo-teens'],
      ['news', 'Staff ask Google to end contracts', 'time.example/7013685/staff'],
      ['papers', 'Transfusion', 'arxiv:2408.11039'],
      ['news', 'OpenAI is sued.', 'wired.example/a-1'],
    ]);
  });

  it('changes nothing when it is imported again, and takes its older place when it was corrected', async () => {
    const path = file('past.md', MARKDOWN);
    await importAll([path]);
    const before = await store.memory.printedSince(0);
    expect(await importAll([path])).toMatchObject([{ is: 'same' }]);
    expect(await store.memory.printedSince(0)).toEqual(before);
    file('past.md', MARKDOWN.replace('a-1', 'a-2'));
    expect(await importAll([path])).toMatchObject([{ is: 'replaced', entries: 4 }]);
    expect(await keys()).toContain('wired.example/a-2');
    expect(await keys()).not.toContain('wired.example/a-1');
  });

  it('may say number and date in its front matter, in its name, or not at all', async () => {
    const line = '- [A thing happened here](https://a.example/1)\n';
    const front = file('x.md', `---\ntitle: Weekly\nnumber: 7\ndate: 2024-02-01\n---\n${line}`);
    const named = file('issue-8_2024-02-08.md', line);
    const silent = file('y.md', line);
    expect(await importAll([front, named, silent])).toMatchObject([
      { is: 'refused', file: silent, why: expect.stringContaining('--number 41') as string },
      { issue: 7, date: '2024-02-01' },
      { issue: 8, date: '2024-02-08' },
    ]);
    expect(await importAll([silent], { number: 9, date: Date.UTC(2024, 1, 15) })).toMatchObject([{ issue: 9 }]);
  });
});

describe('an issue in HTML', () => {
  it('is read without the menus and the footer of its page', async () => {
    const html = `<html><head><title>Weekly, issue 12</title></head><body><nav><a href="https://w.example/about/us">About us</a></nav>
      <article><time datetime="2024-03-01T05:00:00Z">1 March</time><h2>Chips are short again</h2><p>All of them.
      <a href="https://chips.example/short">Read more</a></p></article>
      <footer><a href="https://w.example/legal/terms">Terms of service and more words</a></footer></body></html>`;
    expect(await importAll([file('a.html', html)])).toMatchObject([{ issue: 12, date: '2024-03-01', entries: 1 }]);
    expect(await store.memory.printedSince(0)).toMatchObject([
      { title: 'Chips are short again', url: 'https://chips.example/short' },
    ]);
  });
});

describe('a Substack export', () => {
  const table = `post_id,post_date,is_published,type,title
101.first,2024-01-05T06:00:00.000Z,true,newsletter,"Weekly #1: models, mostly"
102.draft,,false,newsletter,Never sent
103.second,2024-01-12T06:00:00.000Z,true,newsletter,A special
`;
  const posts = {
    'posts/103.second.html': strToU8(post('Second', 'https://a.example/2')),
    'posts/101.first.html': strToU8(post('First', 'https://a.example/1')),
    'posts/102.draft.html': strToU8(post('Draft', 'https://a.example/3')),
    'posts.csv': strToU8(table),
  };

  it('gives the posts that were sent, with the numbers and dates of its table', async () => {
    const path = file('export.zip', zipSync(posts));
    expect(await importAll([path], { countFrom: 2 })).toMatchObject([
      { is: 'new', issue: 1, date: '2024-01-05' },
      { is: 'new', issue: 2, date: '2024-01-12' },
    ]);
    expect(await keys()).toEqual(['a.example/1', 'a.example/2']);
    expect(await importAll([path], { countFrom: 2 })).toMatchObject([{ is: 'same' }, { is: 'same' }]);
  });

  it('says which post has no number', async () => {
    const path = file('export.zip', zipSync(posts));
    expect(await importAll([path])).toMatchObject([
      { is: 'new', issue: 1 },
      { is: 'refused', file: `${path}: posts/103.second.html`, why: expect.stringContaining('--count-from') as string },
    ]);
  });

  it('writes nothing to disk, whatever its files are called', async () => {
    const tricks = zipSync({
      '../../climbs.html': strToU8(post('Climbs', 'https://evil.example/1')),
      '/etc/absolute.html': strToU8(post('Absolute', 'https://evil.example/2')),
      'posts/..\\back.html': strToU8(post('Back', 'https://evil.example/3')),
      ...posts,
    });
    const before = readdirSync(folder);
    await importAll([file('tricks.zip', tricks)], { countFrom: 2 });
    expect(await keys()).toEqual(['a.example/1', 'a.example/2']);
    expect(readdirSync(folder).filter((name) => !before.includes(name))).toEqual(['tricks.zip']);
  });
});

describe('what is no issue', () => {
  it('is told file by file, and the others go on', async () => {
    const good = file('41.md', MARKDOWN);
    const outcomes = await importAll([
      join(folder, 'missing.md'),
      folder,
      file('noise.bin', Buffer.concat([Buffer.of(0), randomBytes(500)])),
      file('plain.md', 'No address in sight.'),
      file('broken.zip', zipSync({ 'posts/1.html': strToU8('x'.repeat(999)) }).subarray(0, 60)),
      file('other.zip', zipSync({ 'photo.jpg': randomBytes(50) })),
      good,
    ]);
    expect(outcomes.filter(({ is }) => is === 'refused').map((one) => ('why' in one ? one.why : ''))).toEqual([
      'There is no such file.',
      expect.stringContaining('folder'),
      expect.stringContaining('neither Markdown nor HTML'),
      expect.stringContaining('no address of an article'),
      expect.any(String),
      expect.stringContaining('posts/*.html'),
    ]);
    expect(outcomes).toContainEqual(expect.objectContaining({ file: good, is: 'new' }));
  });

  it('two files of one number are not mixed', async () => {
    const outcomes = await importAll([file('a.md', MARKDOWN), file('b.md', MARKDOWN.replace('a-1', 'b-1'))]);
    expect(outcomes).toMatchObject([{ is: 'new' }, { is: 'refused', why: expect.stringContaining('a.md') as string }]);
  });

  it('an issue that was made here is not overwritten', async () => {
    await store.issues.ensureOpen({ template: 'model', windowFrom: 0, now: 1, langs: ['en'] });
    expect(await importAll([file('1.md', MARKDOWN)], { number: 1 })).toMatchObject([
      { is: 'refused', why: expect.stringContaining('was made here') as string },
    ]);
    expect(await keys()).toEqual([]);
  });

  it.each([
    ['a zip', 'bomb.zip', () => bomb(deflateRawSync(Buffer.alloc(60_000_000)), 60_000_000)],
    ['a zip that lies about its size', 'liar.zip', () => bomb(deflateRawSync(Buffer.alloc(60_000_000)), 100)],
    ['gzip', 'bomb.md', () => gzipSync(Buffer.alloc(60_000_000))],
  ])('%s that unpacks to more than an issue ever has is refused', async (_, name, make) => {
    expect(await importAll([file(name, make())])).toMatchObject([
      { is: 'refused', why: expect.stringMatching(/20 MB|invalid|length/u) as string },
    ]);
  });
});

/** A zip of one HTML file with these packed bytes, whatever size it claims. */
function bomb(packed: Uint8Array, claimed: number): Buffer {
  const name = Buffer.from('posts/1.html');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(claimed, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name, packed]);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fields, Buffer.alloc(14), name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\u0005\u0006'), end]);
}
