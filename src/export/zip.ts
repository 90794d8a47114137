import { Unzip, UnzipInflate } from 'fflate';

/** What a zip may hold; whoever sends more than this sends no newsletter. */
export const ZIP_LIMITS = { files: 20_000, fileBytes: 20_000_000, totalBytes: 500_000_000 } as const;

/** The zip holds more than it may, or is none. */
export class ZipError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ZipError';
  }
}

/**
 * Hands over the wanted files of a zip, one at a time, as it streams in: nothing is written to disk, and what is
 * counted is what was unpacked, not what the zip says of itself. Throws ZipError.
 *
 * @param wanted whether the file of this name is unpacked at all
 */
export async function readZip(
  chunks: AsyncIterable<Uint8Array>,
  wanted: (name: string) => boolean,
  take: (name: string, bytes: Uint8Array) => void,
): Promise<void> {
  let files = 0;
  let total = 0;
  const failures: unknown[] = [];
  const fail = (error: unknown): void => {
    failures.push(error);
  };
  const unzip = new Unzip((file) => {
    files += 1;
    if (files > ZIP_LIMITS.files) return fail(new ZipError(`more than ${ZIP_LIMITS.files} files`));
    if (failures.length > 0 || !wanted(file.name)) return undefined;
    const parts: Uint8Array[] = [];
    let bytes = 0;
    file.ondata = (error, part, isLast) => {
      if (error !== null) return fail(new ZipError(`${file.name}: ${error.message}`));
      bytes += part.length;
      total += part.length;
      if (bytes > ZIP_LIMITS.fileBytes)
        fail(new ZipError(`${file.name} unpacks to more than ${mega(ZIP_LIMITS.fileBytes)}`));
      if (total > ZIP_LIMITS.totalBytes) fail(new ZipError(`it unpacks to more than ${mega(ZIP_LIMITS.totalBytes)}`));
      if (failures.length > 0) return file.terminate();
      parts.push(part);
      if (isLast) take(file.name, Buffer.concat(parts));
      return undefined;
    };
    file.start();
    return undefined;
  });
  unzip.register(UnzipInflate);
  try {
    for await (const chunk of chunks) {
      // In small steps, so that a bomb is found out before it has gone off.
      for (let at = 0; at < chunk.length && failures.length === 0; at += STEP)
        unzip.push(chunk.subarray(at, at + STEP));
      if (failures.length > 0) break;
    }
    if (failures.length === 0) unzip.push(new Uint8Array(), true);
  } catch (error) {
    fail(new ZipError(error instanceof Error ? error.message : String(error)));
  }
  if (failures.length > 0) throw failures[0];
  if (files === 0) throw new ZipError('it holds no files');
}

const STEP = 4096;

function mega(bytes: number): string {
  return `${bytes / 1_000_000} MB`;
}
