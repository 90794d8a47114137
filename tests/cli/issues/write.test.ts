import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../src/store/open.ts';
import { openStore } from '../../../src/store/store.ts';
import { writerStub, type Act, type Asked, type WriterStub } from '../../fakes/writer.ts';
import { desk, type Desk } from './run.ts';
import { store } from './stored.ts';

let at: Desk;
let stub: WriterStub;
beforeEach(async () => {
  at = desk('sources: []\nwriter: { tokens: 2000, inputPrice: 1, outputPrice: 10 }\n');
  await store(at.db);
  stub = await writerStub();
  vi.stubEnv('NIGHTDESK_WRITER_URL', stub.url);
  vi.stubEnv('NIGHTDESK_WRITER_MODEL', 'stub');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  at.end();
  await stub.close();
});

const FILLER = 'it is said in a hall by the sea that nobody knows what will come of it and that all wait '
  .repeat(4)
  .trim();
const KOREAN = '바닷가 강당에서 모두가 무엇이 될지 알지 못한 채 기다린다고 한다. '.repeat(6).trim();

/** English blurbs where blurbs are asked for, Korean where a translation is. */
function helpful({ messages }: Asked): Act {
  const [system, user] = messages.map(({ content }) => content);
  const isTitle = (system ?? '').includes('to 160 characters');
  if ((system ?? '').includes('Translate')) return { text: JSON.stringify({ text: isTitle ? '한국어 제목' : KOREAN }) };
  const number = user?.includes('500 boards') === true ? '500' : '40';
  return { text: JSON.stringify({ text: `Of ${number}, ${FILLER}.` }) };
}

const blurbs = async (): Promise<string> => (await at.run('export', '--to', 'json', '--lang', 'ko')).out;
const texts = async () => {
  const opened = openStore(at.db);
  const all = await opened.wordings.inForce(1);
  opened.close();
  return all;
};

it('drafts blurbs and Korean, keeps whose they are, and tells the cost', async () => {
  stub.answer(helpful);
  const { out, code } = await at.run('issues', 'write');
  expect(code).toBe(0);
  expect(out).toBe('The writer wrote 7 of 7 texts (700 tokens, cost 0.0013).\n');
  const written = await texts();
  expect(written.filter(({ author }) => author === 'writer')).toHaveLength(7);
  const english = written.find(({ owner, field, lang }) => `${owner} ${field} ${lang}` === 'slot:1 title en');
  expect(written.find(({ owner, field, lang }) => `${owner} ${field} ${lang}` === 'slot:1 title ko')).toMatchObject({
    state: 'draft',
    translatedBy: 'writer',
    basedOn: english?.id,
  });
  expect(JSON.stringify(stub.asked)).not.toContain('harbour.example');
  expect((await at.run('draft', '--trace')).out).toContain('slot:1 blurb en, machine-made: "Of 40');
});

it('leaves what people wrote alone, and asks for nothing twice', async () => {
  stub.answer(helpful);
  await at.run('issues', 'text', 'set', 'slot:1', 'blurb', 'Mine.', '--editor', 'mina');
  await at.run('issues', 'write');
  expect(
    (await texts()).find(({ owner, field, lang }) => owner === 'slot:1' && field === 'blurb' && lang === 'en')?.value,
  ).toBe('Mine.');
  const before = stub.asked.length;
  await at.run('issues', 'write');
  const repeated = stub.asked.slice(before).filter(({ messages }) => messages[0]?.content.includes('Translate'));
  expect(repeated).toEqual([]);
});

it.each<[string, (asked: Asked) => Act, RegExp]>([
  [
    'a broken endpoint',
    () => ({ status: 500 }),
    /wrote 0 of 3 texts \(0 tokens\)\. It stopped: the endpoint does not answer/,
  ],
  ['an answer cut off', () => 'garbage', /wrote 0 of 3 texts/],
  ['an invented link', () => ({ text: '{"text":"See https://evil.example/ of 40."}' }), /wrote 0 of \d texts/],
  ['the wrong language', () => ({ text: `{"text":"${'мир '.repeat(70)}"}` }), /wrote 0 of \d texts/],
])('keeps every item and its extract with %s', async (_, act, told) => {
  const before = await blurbs();
  stub.answer(act);
  const { out, code } = await at.run('issues', 'write');
  expect(code).toBe(0);
  expect(out).toMatch(told);
  expect(await blurbs()).toBe(before);
});

it('stops when the budget of the night is spent, also over several calls', async () => {
  stub.answer(() => ({ text: 'not JSON' }));
  expect((await at.run('issues', 'write')).out).toMatch(/wrote 0 of 7 texts \(1400 tokens/);
  expect((await at.run('issues', 'write')).out).toMatch(
    /wrote 0 of 3 texts \(600 tokens.*It stopped: the night's budget is spent/,
  );
  expect((await at.run('issues', 'write')).out).toMatch(/wrote 0 of 0 texts \(0 tokens\)\. It stopped/);
});

it('has ideas for the title', async () => {
  stub.answer(() => ({ text: '{"text":"Teenagers in robotaxis"}' }));
  expect((await at.run('issues', 'write', '--title-ideas')).out).toBe('Teenagers in robotaxis\n');
});

it('gets no title of a report that is reserved from machines', async () => {
  const db = openDatabase(at.db);
  db.$client
    .prepare("insert into article (item_id, origin, text, fetched_at, facts) values (3, 'page', '', 1, ?)")
    .run(JSON.stringify({ rights: { noai: true, tdmReserved: false } }));
  db.$client.close();
  stub.answer(() => ({ text: '{"text":"Teenagers in robotaxis"}' }));
  expect((await at.run('issues', 'write', '--title-ideas')).out).toBe('Teenagers in robotaxis\n');
  expect(JSON.stringify(stub.asked)).toContain('Robotaxi firm weighs accounts');
  stub.answer(helpful);
  await at.run('issues', 'write');
  expect(stub.asked.length).toBeGreaterThan(2);
  expect(JSON.stringify(stub.asked)).not.toContain('Chips for sale');
  await at.run('issues', 'text', 'set', 'slot:2', 'title', 'Boards from Oslo', '--editor', 'mina');
  await at.run('issues', 'write', '--title-ideas');
  expect(JSON.stringify(stub.asked)).toContain('Boards from Oslo');
});

it('says how to name one when none is named', async () => {
  vi.unstubAllEnvs();
  expect(await at.run('issues', 'write')).toMatchObject({ code: 2, log: expect.stringContaining('nothing needs it') });
});
