import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip, gunzipSync } from 'node:zlib';

const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** The bytes of a file; gzip is undone, whatever the file is called. */
export async function readMaybeGzip(path: string): Promise<Buffer> {
  const bytes = await readFile(path);
  return isGzip(bytes) ? gunzipSync(bytes) : bytes;
}

/** The lines of a file (gzip undone) or, for "-", of standard input, one at a time. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const input = path === '-' ? process.stdin : await openMaybeGzip(path);
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

/** The rows of a JSON Lines file or of standard input ("-"); blank lines are passed over. Throws on the first bad line. */
export async function* readJsonLines(path: string): AsyncGenerator {
  let number = 0;
  for await (const line of readLines(path)) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      yield JSON.parse(line) as unknown;
    } catch (error) {
      throw new Error(`${path}, line ${number}: not JSON`, { cause: error });
    }
  }
}

/** Writes one row to standard output, waiting while the reader is slow. */
export async function writeJsonLine(row: unknown): Promise<void> {
  await writeLine(JSON.stringify(row));
}

async function openMaybeGzip(path: string): Promise<Readable> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
  await file.close();
  const stream = createReadStream(path);
  if (!isGzip(buffer.subarray(0, bytesRead))) return stream;
  const unpacked = createGunzip();
  stream.on('error', (error) => unpacked.destroy(error));
  return stream.pipe(unpacked);
}

function isGzip(bytes: Uint8Array): boolean {
  return GZIP_MAGIC.every((byte, at) => bytes[at] === byte);
}

/** Writes one line of text to standard output, waiting while the reader is slow. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}
