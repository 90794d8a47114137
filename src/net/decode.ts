import zlib from 'node:zlib';
import { netError } from './trouble.ts';
import { say, verbatim } from '../text/said.ts';

export interface DecodeCaps {
  /** Most bytes after decompression. */
  bytes: number;
  /** Most bytes out for one byte in. */
  ratio: number;
}

type Unpack = (packed: Buffer, options: UnpackOptions) => Buffer;

interface UnpackOptions {
  maxOutputLength: number;
  chunkSize: number;
  finishFlush?: number;
}

/** Up to here any ratio is believed: a short, very regular document packs well. */
const RATIO_FREE_BYTES = 1 << 20;

/** More layers than this are nobody's honest answer. */
const MAX_LAYERS = 2;

const CHUNK_BYTES = 64 * 1024;

const UNPACKERS: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', zlib.gunzipSync],
  ['x-gzip', zlib.gunzipSync],
  ['deflate', inflate],
  ['br', zlib.brotliDecompressSync],
  ...('zstdDecompressSync' in zlib ? [['zstd', zlib.zstdDecompressSync as Unpack] as const] : []),
]);

/** What we can unpack, for Accept-Encoding; zstd where this Node has it (22.15 and later). */
export const ACCEPT_ENCODING = ['gzip', 'deflate', 'br', 'zstd'].filter((name) => UNPACKERS.has(name)).join(', ');

/**
 * Undoes Content-Encoding, stopping as soon as a cap is passed: memory never holds more than the cap. Synchronous,
 * because a feed of 80 kB unpacks in a millisecond, faster than a trip to a worker thread and back.
 *
 * @throws with failure "too-large", "ratio" or "encoding"
 */
export function decodeBody(wire: Buffer, contentEncoding: string | undefined, caps: DecodeCaps): Buffer {
  const layers = (contentEncoding ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (layers.length > MAX_LAYERS) throw netError('encoding', say('packed.layers', { n: layers.length }));
  const byRatio = Math.max(RATIO_FREE_BYTES, wire.length * caps.ratio);
  const maxOutputLength = Math.floor(Math.min(caps.bytes, byRatio));
  const body = layers.reduceRight((packed, name) => unpack(packed, name, maxOutputLength, caps), wire);
  if (body.length > caps.bytes) throw tooLarge(caps);
  return body;
}

function unpack(packed: Buffer, name: string, maxOutputLength: number, caps: DecodeCaps): Buffer {
  const run = UNPACKERS.get(name);
  if (run === undefined) throw netError('encoding', say('packed.unknown', { name: name.slice(0, 40) }));
  if (packed.length === 0) return packed;
  try {
    return run(packed, { maxOutputLength, chunkSize: CHUNK_BYTES });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code !== 'ERR_BUFFER_TOO_LARGE') throw netError('encoding', verbatim(`${name}: ${error.message}`));
    if (maxOutputLength >= caps.bytes) throw tooLarge(caps);
    throw netError('ratio', say('bytes.ratio', { n: caps.ratio }));
  }
}

/** "deflate" means the zlib format (RFC 9110 section 8.4.1.2), yet some servers send the bare stream. */
function inflate(packed: Buffer, options: UnpackOptions): Buffer {
  // The low half of a zlib stream's first byte is always 8 (RFC 1950).
  return ((packed[0] ?? 0) & 0x0f) === 8 ? zlib.inflateSync(packed, options) : zlib.inflateRawSync(packed, options);
}

function tooLarge(caps: DecodeCaps): Error {
  return netError('too-large', say('bytes.over', { n: caps.bytes }));
}

/** The beginning of a page as text, for looking at only: what cannot be unpacked counts as empty. */
export function decodePrefix(wire: Buffer, contentEncoding: string | undefined): string {
  const name = (contentEncoding ?? 'identity').trim().toLowerCase();
  const run = UNPACKERS.get(name);
  if (run === undefined) return name === 'identity' ? wire.toString('latin1') : '';
  // Flushing instead of finishing: the page may have been cut off.
  const finishFlush = name === 'br' ? zlib.constants.BROTLI_OPERATION_FLUSH : zlib.constants.Z_SYNC_FLUSH;
  try {
    return run(wire, { maxOutputLength: RATIO_FREE_BYTES, chunkSize: CHUNK_BYTES, finishFlush }).toString('latin1');
  } catch {
    return '';
  }
}
