import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { askLinks, findingLine, loadGlossary } from '../../src/cli/edition.ts';
import { parseConfig } from '../../src/config.ts';
import { say } from '../../src/text/said.ts';

it('says of a link that it is dead, and nothing of one that may not be asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  const addresses = ['https://nothing.invalid/', 'http://127.0.0.1:8080/'];
  const facts = await askLinks(addresses, parseConfig('net: { retries: 0 }'), join(folder, 'test.sqlite'));
  expect([...facts]).toEqual([['https://nothing.invalid/', { status: null, error: expect.any(String) }]]);
  rmSync(folder, { recursive: true });
});

it('names the place, the sentence and the rule of a finding', () => {
  const place = { lang: 'ko', section: 'news', owner: 'slot:1', field: 'blurb' } as const;
  expect(findingLine({ rule: 'todo', place, message: say('check.placeholder', { words: 'TK' }) })).toBe(
    'ko news / slot:1 / blurb: "TK" is still in the text [todo]',
  );
});

it('takes the shipped glossary where there is no feeds.yaml', async () => {
  expect((await loadGlossary({ feeds: '/nowhere/feeds.yaml' })).terms.length).toBeGreaterThan(20);
});
