import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { desk, type Desk } from './run.ts';
import { REPORTS, store } from './stored.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000280000001e00806000000', 'hex');
/** Words of our own, long enough for a blurb. */
const BLURB = `The makers of small robots met in a hall by the sea and told each other what had gone wrong this year. ${'Nobody agreed on the cause, everybody had a story of their own to tell, and the coffee ran out early. '.repeat(3)}`;
const KOREAN =
  '작은 로봇을 만드는 사람들이 바닷가 강당에 모여 올해 무엇이 잘못되었는지 이야기를 나누었습니다. 원인을 두고 모두 생각이 달랐고 저마다 할 말이 있었으며 커피는 일찍 떨어졌습니다. '.repeat(
    2,
  );

let at: Desk;
beforeEach(async () => {
  at = desk();
  const shipped = readFileSync('src/export/shipped/model.yaml', 'utf8');
  const template = at.file('ours.yaml', shipped.replace('people: {}', 'people: { mina: { en: Mina, ko: 미나 } }'));
  await store(at.db, REPORTS, template);
});
afterEach(() => at.end());

/** Runs a command that must work; returns what it printed. */
async function ok(...args: string[]): Promise<string> {
  const { code, out, log } = await at.run(...args);
  if (code !== 0) throw new Error(`${args.join(' ')}: ${log}`);
  return out;
}

const set = (owner: string, field: string, text: string, ...more: string[]): Promise<string> =>
  ok('issues', 'text', 'set', owner, field, text, '--editor', 'mina', ...more);
/** Numbers of the pieces in what a command printed. */
const pieces = (out: string): string[] => [...out.matchAll(/piece:(\d+)/g)].map((match) => match[1] ?? '');

/** An English issue with something in every section, by the commands alone. */
async function english(): Promise<void> {
  const [feature = '', summary = '', overview = ''] = pieces(
    await ok('issues', 'feature', 'add', '--section', 'news-feature', '--story', '3', '--assignee', 'mina'),
  );
  await set(`piece:${feature}`, 'title', 'What a robot maker fears');
  await set(`piece:${feature}`, 'shortTitle', 'Fears of a robot maker');
  await set(`piece:${summary}`, 'text', 'We asked around.');
  const picture = at.file('chart.png', PNG);
  const words = ['--credit', 'Kim', '--license', 'CC BY 4.0', '--alt', 'Bars', '--caption', 'Fears by size.'];
  const [figure = ''] = pieces(
    await ok('issues', 'figure', 'add', picture, '--of', feature, '--url', 'https://img.example/c.png', ...words),
  );
  await set(`piece:${overview}`, 'text', `Before.\n\n![](figure:${figure})\n\nAfter.`);
  const [take = ''] = pieces(await ok('issues', 'piece', 'add', 'take', 'mina', '--of', feature));
  await set(`piece:${take}`, 'text', 'I would not worry.');
  const [prompt = ''] = pieces(await ok('issues', 'piece', 'add', 'prompt', 'Pastel-2'));
  await set(`piece:${prompt}`, 'prompt', 'Paint a robot that is afraid');
  const [letter = ''] = pieces(await ok('issues', 'piece', 'add', 'letter', 'R., Busan'));
  await set(`piece:${letter}`, 'text', 'More papers, please.');
  await ok('issues', 'slot', 'remove', '2');
  await set('slot:1', 'title', 'Robots by the sea');
  await set('slot:1', 'blurb', BLURB.trim());
}

/** What a translator does in Word: fills every empty Korean cell beside an English one. */
function translated(file: Uint8Array): Uint8Array {
  const empty = /(<w:tc>(?:(?!<w:tc>).)*)<w:t xml:space="preserve"><\/w:t>((?:(?!<w:tc>).)*<\/w:tr>)$/s;
  const parts = unzipSync(file);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<w:tr>.*?<\/w:tr>/gs, (row) => {
    const [name, , english] = [...row.matchAll(/<w:t xml:space="preserve">([^<]*)/g)].map((match) => match[1] ?? '');
    if (english === undefined || english === '') return row;
    const figure = /!\[\]\(figure:\d+\)/.exec(row)?.[0];
    if (figure !== undefined)
      return row.replace(
        empty,
        `$1<w:t>앞입니다.</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>${figure}</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>뒤입니다.</w:t>$2`,
      );
    const isShort = / (?:title|shortTitle|alt|prompt)$/.test(name ?? '');
    return row.replace(
      empty,
      `$1<w:t>${name?.endsWith('/ blurb') ? KOREAN.trim() : isShort ? '한국어 제목' : '한국어로 옮긴 글입니다.'}</w:t>$2`,
    );
  });
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
}

it('makes a whole issue in both languages by commands, without a key', async () => {
  await english();
  expect((await at.run('export', '--to', 'markdown', '--lang', 'ko')).log).toMatch(
    /^ko: \d+ texts have no translation; the originals are printed and marked [^\n]*\n(?:[^\n]*\[left-out\]\n)*$/,
  );
  expect((await at.run('export', '--to', 'markdown', '--lang', 'ko', '--strict')).code).toBe(1);

  await ok('export', '--to', 'docx', '--bilingual', '-o', `${at.folder}/issue.docx`);
  const back = at.file('back.docx', translated(readFileSync(`${at.folder}/issue.docx`)));
  expect(await ok('issues', 'text', 'import', back)).toMatch(/texts were changed in Word. Add --yes to store them/);
  const told = await ok('issues', 'text', 'import', back, '--editor', 'jun', '--translator', 'sora', '--yes');
  expect(told).toMatch(/\n\d+ texts stored\.\n$/);
  expect(await ok('issues', 'text', 'import', back, '--yes')).toMatch(/^0 texts stored/);

  const { code, out } = await at.run('preflight', '--lang', 'ko', '--strict');
  expect(out).toMatch(/^(?:[^\n]*\[left-out\]\n)*$/);
  expect(code).toBe(0);
  const korean = await ok('export', '--to', 'markdown', '--lang', 'ko', '--strict');
  expect(korean).not.toContain('영어 원문');
  expect(korean).toContain('미나');
  expect(korean.indexOf('앞입니다')).toBeLessThan(korean.indexOf('https://img.example/c.png'));
  expect(korean.indexOf('https://img.example/c.png')).toBeLessThan(korean.indexOf('뒤입니다'));
  expect(korean).toContain('(Locks for open models)');

  const texts = (await ok('issues', 'text', 'show', '--jsonl')).split('\n').filter((line) => line !== '');
  const translations = texts
    .map((line) => JSON.parse(line) as Record<'lang' | 'state' | 'translatedBy', string>)
    .filter(({ lang }) => lang === 'ko');
  expect(new Set(translations.map(({ translatedBy, state }) => `${translatedBy} ${state}`))).toEqual(
    new Set(['sora draft']),
  );
});

it('is sent in English, days later in Korean, and remembered as readers got it', async () => {
  await english();
  const step = (name: string, lang: string, editor: string) =>
    at.run('issues', name, '--issue', '1', '--lang', lang, '--editor', editor);
  expect((await step('send', 'en', 'mina')).log).toMatch(/not in the state/);
  await step('review', 'en', 'mina');
  expect((await step('sign', 'en', 'mina')).log).toMatch(/second editor/);
  await step('sign', 'en', 'jun');
  expect((await step('send', 'en', 'mina')).out).toMatch(
    'Issue #1 is sent in en; 3 entries are remembered. Issue #2 is open now.',
  );
  expect((await at.run('issues', 'list')).out).toMatch(/#2\ten.*draft[\s\S]*#1\ten.*sent/);
  expect((await at.run('issues', 'text', 'set', 'slot:1', 'title', 'Late', '--issue', '1')).log).toMatch(
    /readers have/,
  );

  const published = (await ok('export', '--issue', '1', '--to', 'html'))
    .replace('Robots by the sea', 'Robots at the sea')
    .replace('ran out early', 'ran out at nine');
  const page = at.file('page.html', published);
  const told = await ok('issues', 'reconcile', '1', page);
  expect(told).toMatch(/changed: slot:1 title\n[^\n]*Robots by the sea[^\n]*\n[^\n]*Robots at the sea/);
  expect(told).toMatch(/Add --yes/);
  await ok('issues', 'reconcile', '1', page, '--editor', 'mina', '--yes');

  const opened = openStore(at.db);
  const rows = await opened.printedBefore(2);
  expect(rows.map(({ title }) => title)).toContain('Robots at the sea');
  expect(rows.find(({ title }) => title === 'Robots at the sea')?.text).toContain('ran out at nine');
  expect((await opened.editions.sentCopy(1, 'en'))?.markdown).toContain('Robots at the sea');
  expect(await opened.memory.met([1])).toMatchObject([{ issue: 1, of: 1 }]);
  opened.close();
  expect((await ok('issues', 'trail', '--issue', '1')).split('\n').map((line) => line.split('\t')[3])).toEqual(
    expect.arrayContaining(['review', 'sign', 'send', 'correct', 'reconcile']),
  );

  const fix = ['--issue', '1', '--correction', 'a name was wrong', '--editor', 'jun'];
  expect(await ok('issues', 'text', 'set', 'slot:1', 'title', 'Robots near the sea', ...fix)).toContain('kept as sent');
  await set('slot:1', 'title', '바닷가의 로봇들', '--lang', 'ko', '--issue', '1');
  await step('review', 'ko', 'jun');
  await step('sign', 'ko', 'mina');
  expect((await step('send', 'ko', 'jun')).out).toBe('Issue #1 is sent in ko; 3 entries are remembered.\n');
});
