import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadIssue } from '../../src/cli/issue.ts';
import { issueToJson } from '../../src/export/to-json.ts';
import { openStore } from '../../src/store/store.ts';
import { type Origin, startOrigin } from '../fakes/origin.ts';
import { articlePage, HTML } from '../fakes/pages.ts';

const TIDES = 'A new language model knows the tides';
const WORDS = 'Engineers spent eleven months collecting the measurements';

let folder: string;
let origin: Origin;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  origin = await startOrigin();
  origin.page('/tides', { body: articlePage(TIDES), headers: HTML });
  const source = `{ url: "${origin.url}/feed.xml", outlet: Courier, allowPrivate: true }`;
  writeFileSync(join(folder, 'feeds.yaml'), `net: { retries: 0 }\nsources:\n  - ${source}\n`);
});
afterEach(async () => {
  await origin.close();
  rmSync(folder, { recursive: true });
});

function nightdesk(...args: string[]): Promise<{ code: number; out: string; log: string }> {
  const files = ['--db', join(folder, 'test.sqlite'), '--feeds', join(folder, 'feeds.yaml')];
  return new Promise((resolve) => {
    execFile(process.execPath, ['dist/nightdesk.js', ...args, ...files], (error, out, log) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, log });
    });
  });
}

/** The open issue as data: its first blurb, and everything but that. */
async function exportedAsJson(): Promise<{ blurb: string; beyond: string }> {
  const store = openStore(join(folder, 'test.sqlite'));
  try {
    const { document, template } = await loadIssue(store, 1, { feeds: join(folder, 'feeds.yaml') });
    const json = issueToJson(document, template, 'en');
    const { sections } = JSON.parse(json) as { sections: { slots?: { blurb: string | null }[] }[] };
    const blurb = sections.flatMap(({ slots = [] }) => slots.map((slot) => slot.blurb ?? '')).find(Boolean) ?? '';
    return { blurb, beyond: json.replace(JSON.stringify(blurb), '') };
  } finally {
    store.close();
  }
}

describe('nightdesk add and forget', () => {
  it('put a page into the open issue, which exports no more of it than its blurb, and let go of its text', async () => {
    const added = await nightdesk('add', `${origin.url}/tides`, '--no-delay', '--editor', 'maria');
    expect(added).toMatchObject({ code: 0, out: `"${TIDES}" now stands in issue #1, news, place 1.\n` });

    const items = await nightdesk('items', '--jsonl');
    expect(items.out).toContain(TIDES);
    expect(items.out).not.toContain(WORDS);
    const { blurb, beyond } = await exportedAsJson();
    expect(blurb).toContain('The laboratory said on Friday');
    expect(beyond).not.toContain('The laboratory said on Friday');
    expect(beyond).not.toContain(WORDS);

    const asked = await nightdesk('forget', '--outlet', 'Courier');
    expect(asked.out).toMatch(/^This would be forgotten: 1 items, 1 texts\..*add --yes to do it\.\n$/);
    expect((await nightdesk('forget', '--outlet', 'Courier', '--yes')).out).toMatch(/^Forgotten: 1 items, 1 texts\./);
    const again = await nightdesk('add', `${origin.url}/tides`, '--no-delay');
    expect(again).toMatchObject({ code: 1, log: expect.stringMatching(/^Not added\. Its publisher asked/) });
  });

  it('exit 1 with a sentence when the page cannot be had, 2 for what is no address', async () => {
    expect(await nightdesk('add', `${origin.url}/missing`, '--no-delay')).toMatchObject({
      code: 1,
      log: expect.stringMatching(/^Not added\. .+\n$/),
    });
    expect((await nightdesk('add', 'courier.example/tides')).code).toBe(2);
    expect((await nightdesk('add', 'file:///etc/passwd')).code).toBe(2);
    expect((await nightdesk('forget', '--yes')).code).toBe(2);
    expect((await nightdesk('forget', 'https://a.example/x', '--outlet', 'Courier')).code).toBe(2);
  });
});
