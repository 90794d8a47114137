import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACKS } from '../../scripts/bench/attacks.ts';
import { collect } from '../../src/night/collect.ts';
import type { LedgerRow } from '../../src/store/nights.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { quickClient, QUICK } from '../fakes/client.ts';
import { quietNight } from '../fakes/night.ts';
import { type Origin, startOrigin } from '../fakes/origin.ts';

const NOW = Date.UTC(2026, 1, 15, 20);
const attack = (name: string) => (): Buffer => ATTACKS[name]?.() ?? Buffer.from('');

interface Case {
  make: (origin: string) => Buffer;
  told: RegExp;
}

/** Documents made to harm, and what the ledger says of each. */
const CASES: Record<string, Case> = {
  bomb: { make: attack('billion laughs'), told: /entities that are not plain text .* were not expanded/ },
  entity: {
    make: (origin) =>
      Buffer.from(`<!DOCTYPE rss SYSTEM "${origin}/dtd" [<!ENTITY x SYSTEM "${origin}/secret">]>
        <rss><channel><item><title>A title &x;</title><link>https://b.example/1</link></item></channel></rss>`),
    told: /1 new.*entities that are not plain text .* were not expanded/,
  },
  nested: { make: attack('1,000,000 nested elements'), told: /nested deeper than 200 were left out/ },
  attributes: { make: attack('500,000 attributes'), told: /more than 100 attributes; the rest were left out/ },
  items: { make: attack('100,000 items'), told: /5000 new.*only the first 5000 entries were read/ },
  huge: { make: attack('one text of 100 MB'), told: /larger than allowed/ },
  proto: {
    make: () =>
      Buffer.from(
        '<rss><channel><__proto__><polluted>1</polluted></__proto__><item __proto__="x"><title>A title</title><link>https://b.example/2</link></item></channel></rss>',
      ),
    told: /^1 new of 1\.$/,
  },
  halves: {
    make: () =>
      Buffer.from(
        String.raw`{"version":"https://jsonfeed.org/version/1","items":[{"id":"\udc00","url":"https://b.example/3","title":"a\ud800\u0000b"}]}`,
      ),
    told: /^1 new of 1\./,
  },
  nul: {
    make: () =>
      Buffer.from(
        '<rss><channel><item><title>A\0 title</title><link>https://b.example/4</link></item></channel></rss>',
      ),
    told: /1 new.*control characters were dropped/,
  },
};

let folder: string;
let store: Store;
let origin: Origin;
let ledger: Map<string, LedgerRow>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  store = openStore(join(folder, 'test.sqlite'));
  origin = await startOrigin();
  const sources = Object.entries(CASES).map(([id, { make }]) => {
    origin.page(`/${id}`, { body: make(origin.url), headers: { 'content-type': 'application/xml' } });
    return `  - { id: ${id}, url: "${origin.url}/${id}", allowPrivate: true }`;
  });
  const caps = { ...QUICK.caps, bytes: 32_000_000, wireBytes: 32_000_000 };
  const client = quickClient({ now: () => NOW, caps });
  const context = await quietNight(store, `sources:\n${sources.join('\n')}\n`, NOW, { client });
  await collect(context, { again: 'all', lateOnly: false });
  await context.client.close();
  ledger = new Map((await store.nights.ledger(context.night)).map((row) => [row.sourceId, row]));
});
afterAll(async () => {
  store.close();
  await origin.close();
  rmSync(folder, { recursive: true });
});

describe('a night over documents made to harm', () => {
  it.each(Object.keys(CASES))('%s: the ledger says what was left out', (id) => {
    expect(ledger.get(id)?.diagnosis).toMatch(CASES[id]?.told ?? /an attack without an expectation/);
  });

  it('fetches nothing that a document names', () => {
    expect(new Set(origin.seen.map(({ path }) => path))).toEqual(new Set(Object.keys(CASES).map((id) => `/${id}`)));
  });

  it('leaves the prototypes of JavaScript alone', () => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
