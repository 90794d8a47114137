import zlib from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCEPT_ENCODING, decodeBody, decodePrefix } from '../../src/net/decode.ts';
import { troubleOf } from '../../src/net/trouble.ts';

const caps = { bytes: 10_000_000, ratio: 100 };
const text = Buffer.from('<rss>한국어</rss>'.repeat(50));

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'nothing';
  } catch (error) {
    return troubleOf(error).code;
  }
};

describe('a body', () => {
  it.each<[string | undefined, Buffer]>([
    [undefined, text],
    ['identity', text],
    ['gzip', zlib.gzipSync(text)],
    ['GZIP', zlib.gzipSync(text)],
    ['x-gzip', zlib.gzipSync(text)],
    ['deflate', zlib.deflateSync(text)],
    ['deflate', zlib.deflateRawSync(text)],
    ['br', zlib.brotliCompressSync(text)],
    ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(text))],
    ['gzip', Buffer.concat([zlib.gzipSync(text.subarray(0, 10)), zlib.gzipSync(text.subarray(10))])],
  ])('comes out of %s', (encoding, wire) => {
    expect(decodeBody(wire, encoding, caps).equals(text)).toBe(true);
  });

  it('of nothing stays nothing', () => {
    expect(decodeBody(Buffer.alloc(0), 'gzip', caps)).toHaveLength(0);
  });
});

it('asks only for what it can unpack', () => {
  expect(ACCEPT_ENCODING.startsWith('gzip, deflate, br')).toBe(true);
  expect(ACCEPT_ENCODING.includes('zstd')).toBe('zstdDecompressSync' in zlib);
});

it.each<[string, () => unknown, string]>([
  ['a bomb', () => decodeBody(zlib.gzipSync(Buffer.alloc(9_000_000)), 'gzip', caps), 'ratio'],
  [
    'a bomb in a bomb',
    () => decodeBody(zlib.gzipSync(zlib.gzipSync(Buffer.alloc(9_000_000))), 'gzip, gzip', caps),
    'ratio',
  ],
  [
    'more than the cap',
    () => decodeBody(zlib.gzipSync(Buffer.alloc(200_000)), 'gzip', { bytes: 100_000, ratio: 100 }),
    'too-large',
  ],
  [
    'more than the cap, not packed',
    () => decodeBody(Buffer.alloc(200), undefined, { bytes: 100, ratio: 100 }),
    'too-large',
  ],
  ['half a stream', () => decodeBody(zlib.gzipSync(text).subarray(0, 30), 'gzip', caps), 'encoding'],
  ['something else', () => decodeBody(text, 'gzip', caps), 'encoding'],
  ['an unknown encoding', () => decodeBody(text, 'rot13', caps), 'encoding'],
  ['too many layers', () => decodeBody(text, 'gzip, gzip, gzip', caps), 'encoding'],
])('%s is refused', (_, work, code) => {
  expect(codeOf(work)).toBe(code);
});

it('the beginning of an error page can be read even when it is cut', () => {
  const page = '<title>Just a moment...</title>'.repeat(20);
  for (const [encoding, pack] of [
    ['gzip', zlib.gzipSync],
    ['br', zlib.brotliCompressSync],
    ['deflate', zlib.deflateSync],
  ] as const) {
    expect(decodePrefix(pack(page), encoding)).toBe(page);
    expect(page.startsWith(decodePrefix(pack(page).subarray(0, -8), encoding))).toBe(true);
  }
  expect(decodePrefix(Buffer.from(page), undefined)).toBe(page);
  expect(decodePrefix(Buffer.from('junk'), 'gzip')).toBe('');
  expect(decodePrefix(Buffer.from('junk'), 'unknown')).toBe('');
});

it('any bytes under any encoding give a body within the cap or a refusal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('gzip', 'deflate', 'br', ''), (bytes, encoding) => {
      const code = codeOf(() =>
        expect(decodeBody(Buffer.from(bytes), encoding, caps).length).toBeLessThanOrEqual(caps.bytes),
      );
      expect(['nothing', 'encoding', 'ratio', 'too-large']).toContain(code);
    }),
  );
});
