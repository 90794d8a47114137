import { assert, property, uint8Array } from 'fast-check';
import { expect, it } from 'vitest';
import { ImageError, inspectImage } from '../../src/export/image.ts';

/** The first bytes of a picture, as hexadecimal. */
const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

const PNG = '89504e470d0a1a0a 0000000d 49484452 00000280 000001e0 0806000000';
const GIF = '474946383961 8002 e001 000000';
const JPEG = 'ffd8 ffe0 0010 4a46494600010100000100010000 ffc0 0011 08 01e0 0280 03012200021101031101';
const WEBP = '52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100 00000000';

it.each([
  ['png', PNG],
  ['gif', GIF],
  ['jpeg', JPEG],
  ['webp', WEBP],
])('reads the size of a %s', (name, hex) => {
  expect(inspectImage(bytesOf(hex))).toEqual({ type: `image/${name}`, width: 640, height: 480 });
});

it.each([
  [
    'an SVG with script',
    new TextEncoder().encode('<?xml version="1.0"?><svg><script>alert(1)</script></svg>'),
    'may carry script',
  ],
  ['forty megabytes', new Uint8Array(40_000_000), 'has 40 MB; at most 10 MB'],
  ['a picture cut off', bytesOf(PNG).slice(0, 12), 'is broken'],
  ['a picture without a size', bytesOf(PNG.replace('00000280', '00000000')), 'is broken'],
  ['nothing', new Uint8Array(), 'is broken'],
])('refuses %s with a sentence', (_, bytes, message) => {
  expect(() => inspectImage(bytes)).toThrow(message);
});

it('answers every file with a picture or a sentence', () => {
  const answer = (bytes: Uint8Array): unknown => {
    try {
      return inspectImage(bytes);
    } catch (error) {
      return error;
    }
  };
  assert(
    property(uint8Array({ maxLength: 64 }), (bytes) => {
      for (const start of [bytesOf('ffd8ff'), bytesOf('52494646'), bytesOf('474946383961'), new Uint8Array()]) {
        const found = answer(new Uint8Array([...start, ...bytes]));
        expect(found instanceof ImageError || !(found instanceof Error)).toBe(true);
      }
    }),
  );
});
