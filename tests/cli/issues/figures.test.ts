import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/open.ts';
import * as schema from '../../../src/store/schema.ts';
import { startOrigin, type Origin } from '../../fakes/origin.ts';
import { desk, type Desk } from './run.ts';
import { store } from './stored.ts';

/** A picture of one red dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);

let at: Desk;
let feature: string;
beforeEach(async () => {
  at = desk();
  await store(at.db);
  const { out } = await at.run('issues', 'feature', 'add', '--section', 'research-features', '--story', '4');
  feature = /piece:(\d+)/.exec(out)?.[1] ?? '';
  await at.run('issues', 'text', 'set', `piece:${feature}`, 'title', 'Locks');
});
afterEach(() => at.end());

const add = (file: string, ...more: string[]) => at.run('issues', 'figure', 'add', file, '--of', feature, ...more);

describe('pictures', () => {
  it('survive every export, in order, with number, caption, credit and licence', async () => {
    for (const [name, caption] of [
      ['one', 'The lock.'],
      ['two', 'The key.'],
    ] as const)
      await add(
        at.file(`${name}.png`, PNG),
        '--caption',
        caption,
        '--alt',
        name,
        '--credit',
        'Kim',
        '--license',
        'CC BY 4.0',
      );
    for (const target of [
      'markdown',
      'html',
      'email',
      'substack',
      'ghost',
      'buttondown',
      'beehiiv',
      'stibee',
      'json',
    ]) {
      const { out, code } = await at.run('export', '--to', target);
      expect(code).toBe(0);
      expect(out.match(/data:image\/png;base64,/g)).toHaveLength(2);
      expect(out.indexOf('The lock.')).toBeLessThan(out.indexOf('The key.'));
      expect(out).toContain('CC BY 4.0');
    }
    const word = `${at.folder}/issue.docx`;
    await at.run('export', '--to', 'docx', '-o', word);
    const parts = unzipSync(readFileSync(word));
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(2);
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toMatch(/descr="one"[^]*descr="two"/);
    expect(readdirSync(`${at.folder}/test.figures`)).toHaveLength(1);
  });

  it('are printed with the address under which the folder is published', async () => {
    await add(at.file('one.png', PNG));
    at.file('feeds.yaml', 'sources: []\nissue: { figures: "https://img.example/figures/" }\n');
    const { out, log } = await at.run('export', '--to', 'markdown');
    expect(out).toMatch(/!\[\]\(https:\/\/img\.example\/figures\/[0-9a-f]{64}\.png\)/);
    expect(log).not.toContain('figure-address');
  });

  it('are asked for by preflight: description, credit and address', async () => {
    await add(at.file('one.png', PNG));
    const { out } = await at.run('preflight');
    for (const rule of ['figure-alt', 'figure-credit', 'figure-address']) expect(out).toContain(`[${rule}]`);
  });

  it.each([
    ['forty megabytes', Buffer.concat([PNG, Buffer.alloc(40_000_000)]), 'has 40 MB; at most 10 MB'],
    ['an SVG with script', Buffer.from('<svg><script>alert(1)</script></svg>'), 'may carry script'],
    ['no picture', Buffer.from('hello'), 'Save it again'],
  ])('are refused when they are %s, and nothing is stored', async (_, bytes, why) => {
    const { code, log } = await add(at.file('file.png', bytes));
    expect([code, log]).toEqual([2, expect.stringContaining(why)]);
    expect(readdirSync(at.folder)).not.toContain('test.figures');
    expect((await at.run('issues', 'piece', 'list')).out).not.toContain('figure');
  });

  it('are refused when the file is not there', async () => {
    expect((await add('/nowhere/x.png')).log).toMatch(/x\.png cannot be read/);
  });
});

describe('pictures at their source', () => {
  let origin: Origin;
  beforeEach(async () => {
    origin = await startOrigin();
    origin.page('/chart.png', { body: PNG, headers: { 'content-type': 'image/png' } });
    at.file('feeds.yaml', 'sources: []\nissue: { template: model }\nnet: { delayMs: 0, retries: 0 }\n');
  });
  afterEach(() => origin.close());

  it('are asked for once, kept beside the database, and name where they are from', async () => {
    const address = `${origin.url}/chart.png`;
    const { code, out } = await add(address, '--credit', 'The lab', '--allow-private');
    expect(code).toBe(0);
    const file = /[0-9a-f]{64}\.png/.exec(out)?.[0] ?? '';
    expect(readFileSync(`${at.folder}/test.figures/${file}`).equals(PNG)).toBe(true);
    expect(origin.seen.map(({ path }) => path)).toEqual(['/robots.txt', '/chart.png']);
    expect((await at.run('issues', 'piece', 'list', '--jsonl')).out).toContain(`"source":"${address}"`);
    expect((await at.run('export', '--to', 'markdown')).out).toContain('The lab');
  });

  it.each<[string, string, string[], RegExp]>([
    [
      'at a private address, without the word for it',
      '/chart.png',
      [],
      /chart\.png: .*Save it as a file and name that/,
    ],
    ['that are gone', '/gone.png', ['--allow-private'], /gone\.png: .*404.*Save it as a file/],
    [
      'where robots.txt says no',
      '/closed/chart.png',
      ['--allow-private'],
      /chart\.png: .*robots\.txt.*Save it as a file/,
    ],
    ['that are none', '/page', ['--allow-private'], /page: .*Save it again/],
  ])('%s are refused with a sentence, and nothing is stored', async (_, path, more, why) => {
    origin.page('/robots.txt', { body: 'User-agent: *\nDisallow: /closed/\n' });
    origin.page('/page', { body: '<p>no picture</p>', headers: { 'content-type': 'text/html' } });
    const { code, log } = await add(origin.url + path, ...more);
    expect([code, log]).toEqual([2, expect.stringMatching(why)]);
    expect(readdirSync(at.folder)).not.toContain('test.figures');
    expect((await at.run('issues', 'piece', 'list')).out).not.toContain('figure');
  });
});

describe('a Word file that is none', () => {
  it.each([
    ['broken', Buffer.from('PK\u0003\u0004 and then nothing')],
    ['of another kind', PNG],
  ])('%s is refused with a sentence, and nothing is stored', async (_, bytes) => {
    const { code, log } = await at.run('issues', 'text', 'import', at.file('back.docx', bytes), '--yes');
    expect([code, log]).toEqual([2, expect.stringMatching(/back\.docx: This is not a Word file/)]);
  });

  it('of another issue is refused', async () => {
    await at.run('export', '--to', 'docx', '-o', `${at.folder}/plain.docx`);
    expect((await at.run('issues', 'text', 'import', `${at.folder}/plain.docx`)).log).toMatch(
      /is not the bilingual text of issue 1/,
    );
  });
});

it('exports the same bytes twice, in every target and language', async () => {
  await add(at.file('one.png', PNG), '--url', 'https://img.example/one.png');
  for (const lang of ['en', 'ko'])
    for (const target of ['markdown', 'email', 'ghost', 'json']) {
      const { out } = await at.run('export', '--to', target, '--lang', lang);
      expect(out.length).toBeGreaterThan(100);
      expect((await at.run('export', '--to', target, '--lang', lang)).out).toBe(out);
    }
  for (const more of [[], ['--bilingual']]) {
    for (const name of ['a', 'b']) await at.run('export', '--to', 'docx', ...more, '-o', `${at.folder}/${name}.docx`);
    expect(readFileSync(`${at.folder}/a.docx`).equals(readFileSync(`${at.folder}/b.docx`))).toBe(true);
  }
});

it('shows what a feature can rest on', async () => {
  const { out: made } = await at.run('issues', 'feature', 'add', '--section', 'news-feature', '--story', '1');
  const { out } = await at.run('issues', 'feature', 'dossier', /piece:(\d+)/.exec(made)?.[1] ?? '');
  expect(out).toMatch(/Reports\n {2}Harbour Post \[en\]: Robotaxi firm[^\n]*\n[^\n]*\n {2}The Ledger/);
  expect(out).toContain('“We asked 40 families what they fear,” (Harbour Post)');
  expect(out).toMatch(/Timeline\n/);
  expect((await at.run('issues', 'feature', 'dossier', feature)).out).toContain('Abstract\n  We make a model hard');
});

it('tells in the dossier what changed since, and where past issues told of it', async () => {
  const db = openDatabase(at.db);
  const later = { itemId: 2, sourceId: null, at: Date.UTC(2024, 7, 20) };
  for (const change of [
    { ...later, field: 'title', before: 'Halden asks', after: 'Halden asks families about teen rides' } as const,
    { ...later, field: 'published', before: '1', after: '2' } as const,
    { ...later, itemId: 3, field: 'gone', before: null, after: '404' } as const,
  ])
    db.insert(schema.change).values(change).run();
  const url = 'https://harbour.example/earlier';
  const ran = { section: 'news', title: 'Halden dreams of teenagers', url, canonicalUrl: url, key: url, text: '' };
  for (const issue of [1, 7])
    db.insert(schema.printed)
      .values({ ...ran, issue, lang: 'en', story: 1, date: 1 })
      .run();
  db.$client.close();
  const { out: made } = await at.run('issues', 'feature', 'add', '--section', 'news-feature', '--story', '1');
  const { out } = await at.run('issues', 'feature', 'dossier', /piece:(\d+)/.exec(made)?.[1] ?? '');
  const timeline = /Timeline\n((?: {2}.*\n)*)/.exec(out)?.[1]?.trimEnd().split('\n') ?? [];
  expect(timeline).toHaveLength(3);
  expect(timeline[2]).toBe(
    '  2024-08-20 00:00  The Ledger: retitled: "Halden asks" is now "Halden asks families about teen rides"',
  );
  expect(out).toContain('Past coverage\n  #7: Halden dreams of teenagers (the same story)\n');
  expect(out).not.toContain('#1:');
});

it('offers sentences for what happened, why it matters and what the doubt is, from all outlets of a story', async () => {
  const { out } = await at.run('draft', '--offers');
  expect(out).toMatch(/what {2}Halden may let teenagers[^\n]* <- Harbour Post, text 0-\d+, https/);
  expect(out).toMatch(/doubt However, critics warn[^\n]* <- The Ledger/);
});
