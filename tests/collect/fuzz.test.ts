import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { benchDocuments } from '../../scripts/bench/documents.ts';
import { FeedError, readFeed } from '../../src/collect/feed.ts';

const SEEDS = [
  ...benchDocuments()
    .documents.filter(({ bytes }) => bytes.length < 20_000)
    .slice(0, 30)
    .map(({ bytes }) => bytes),
  Buffer.from(
    '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"/1","date_published":"2024-08-21T00:00:00Z","authors":[{"name":"A"}]}]}',
  ),
  Buffer.from(
    '{"rss":{"channel":{"title":"T","item":[{"title":"One","link":"/1","pubDate":"Mon, 04 Mar 2024 00:00:00 GMT"}]}}}',
  ),
];

/** Pieces that break things, put where they do not belong. */
const PIECES = [
  '<',
  '>',
  '</item>',
  '<item>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '&',
  '&#x0;',
  '&lt;',
  '"',
  "'",
  '\0',
  '\ufffe',
  'ÿ',
  '{',
  '}',
  'null',
  '<a href="javascript:x">',
  '<link>javascript:alert(1)</link>',
  ' xmlns="x"',
  '<title type="xhtml">',
  '99999999999999999999',
  '\n',
];

interface Edit {
  at: number;
  cut: number;
  piece: string;
}
const edit = fc.record({
  at: fc.nat(),
  cut: fc.nat({ max: 60 }),
  piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })),
});

function mutate(seed: Buffer, edits: readonly Edit[]): Buffer {
  return edits.reduce((bytes, { at, cut, piece }) => {
    const from = at % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, from), Buffer.from(piece), bytes.subarray(from + cut)]);
  }, seed);
}

const isInstant = (value: number | null): boolean => value === null || !Number.isNaN(new Date(value).getTime());
const isWeb = (url: string | null): boolean => url === null || /^https?:$/.test(new URL(url).protocol);

it('reads any mutation of real documents: typed errors, web addresses, valid dates, unique ids, within its caps', async () => {
  const caps = { entries: 20, text: 2000, depth: 20, attributes: 5 };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SEEDS), fc.array(edit, { minLength: 1, maxLength: 8 }), async (seed, edits) => {
      const read = await readFeed(mutate(seed, edits), { url: 'https://lab.example/', caps }).catch(
        (error: unknown) => error,
      );
      if (read instanceof FeedError) return;
      if (read instanceof Error) throw read;
      const { link, entries } = read as Awaited<ReturnType<typeof readFeed>>;
      expect(entries.length).toBeLessThanOrEqual(caps.entries);
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
      expect(isWeb(link)).toBe(true);
      for (const entry of entries) {
        const urls = [entry.url, entry.image, entry.comments, ...entry.enclosures.map(({ url }) => url)];
        expect(urls.filter((url) => !isWeb(url))).toEqual([]);
        expect([entry.published, entry.updated].every(isInstant)).toBe(true);
        expect(entry.id).not.toBe('');
        expect(entry.title).not.toMatch(/[\n\0]/);
      }
    }),
    { numRuns: 400 },
  );
});

it('throws only its own error at any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', '<rss>', '{"items":[', '<feed><entry>'),
      async (bytes, start) => {
        const error: unknown = await readFeed(Buffer.concat([Buffer.from(start), bytes]), { url: '' }).catch(
          (thrown: unknown) => thrown,
        );
        expect(error instanceof Error && !(error instanceof FeedError)).toBe(false);
      },
    ),
  );
});
