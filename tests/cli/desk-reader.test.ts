import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DeskReader } from '../../src/cli/desk-reader.ts';
import { parseConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/store.ts';
import { writePast } from '../fakes/past.ts';

const NIGHT = '2026-02-14';
const from = { config: parseConfig('sources: []'), night: NIGHT };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  file = join(folder, 'test.sqlite');
  openStore(file).close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const news = (title: string) => [{ title, outlet: 'The Daily', published: Date.parse(NIGHT) }];

async function titles(reader: DeskReader): Promise<string[]> {
  const list = JSON.parse(String(gunzipSync(await reader.read('candidates', from)))) as { rows: { title: string }[] };
  return list.rows.map(({ title }) => title);
}

it('a thread reads what is stored when it is asked, and ends when the desk does', async () => {
  const reader = new DeskReader(file);
  expect(await titles(reader)).toEqual([]);
  writePast(file, NIGHT, news('AI story'));
  expect(await titles(reader)).toEqual(['AI story']);
  await reader.close();
});

it('a thread that cannot open its database says why, and the next read gets another', async () => {
  const broken = join(folder, 'broken.sqlite');
  writeFileSync(broken, 'No database, but a text that is longer than the head of one. '.repeat(20));
  const reader = new DeskReader(broken);
  await expect(titles(reader)).rejects.toThrow('is not a Nightdesk database');
  rmSync(broken);
  expect(await titles(reader)).toEqual([]);
  await reader.close();
});
