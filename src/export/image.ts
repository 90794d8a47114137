import { say, type Sentence } from '../text/said.ts';

/** What a picture is, read off its first bytes: never off its name, or what somebody says it is. */
export interface ImageFacts {
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  /** Pixels. */
  width: number;
  height: number;
}

/** A file that cannot be a figure; the message says what to do. */
export class ImageError extends Error {
  override name = 'ImageError';
  readonly why: Sentence;

  constructor(why: Sentence) {
    super(why);
    this.why = why;
  }
}

/** Newsletter services refuse more, and readers on a phone wait for it. */
export const MAX_IMAGE_BYTES = 10_000_000;

/**
 * Checks a picture before it is stored. Throws ImageError for one that is too large, for SVG (a document that may carry
 * script, and that mail readers do not show) and for whatever else is not a PNG, JPEG, GIF or WebP.
 */
export function inspectImage(bytes: Uint8Array): ImageFacts {
  if (bytes.length > MAX_IMAGE_BYTES)
    throw new ImageError(say('figure.hasTooMuch', { n: Math.round(bytes.length / 1e6), most: MAX_IMAGE_BYTES / 1e6 }));
  const facts = pngFacts(bytes) ?? gifFacts(bytes) ?? webpFacts(bytes) ?? jpegFacts(bytes);
  if (facts !== null && facts.width > 0 && facts.height > 0) return facts;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1000));
  throw new ImageError(say(/<svg|<!doctype svg/i.test(start) ? 'figure.svg' : 'figure.unknown'));
}

/** PNG 1.2, 5.2 and 11.2.2: signature, then IHDR with width and height. */
function pngFacts(bytes: Uint8Array): ImageFacts | null {
  if (!startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) || bytes.length < 24) return null;
  const view = viewOf(bytes);
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** GIF89a, 17 and 18: "GIF87a" or "GIF89a", then the logical screen. */
function gifFacts(bytes: Uint8Array): ImageFacts | null {
  if (!startsWith(bytes, [0x47, 0x49, 0x46, 0x38]) || bytes.length < 10) return null;
  const view = viewOf(bytes);
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** RFC 9649: RIFF, WEBP, then a chunk of the lossy, lossless or extended kind. */
function webpFacts(bytes: Uint8Array): ImageFacts | null {
  if (!startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) || bytes.length < 30) return null;
  const view = viewOf(bytes);
  const chunk = String.fromCharCode(...bytes.subarray(8, 16));
  if (chunk === 'WEBPVP8 ')
    return { type: 'image/webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (chunk === 'WEBPVP8L') {
    const bits = view.getUint32(21, true);
    return { type: 'image/webp', width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (chunk !== 'WEBPVP8X') return null;
  const size = (at: number): number => view.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16) + 1;
  return { type: 'image/webp', width: size(24), height: size(27) };
}

/** JPEG (ITU T.81, B.1 and B.2): markers with lengths, until a frame header (SOF) gives the size. */
function jpegFacts(bytes: Uint8Array): ImageFacts | null {
  if (!startsWith(bytes, [0xff, 0xd8])) return null;
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
