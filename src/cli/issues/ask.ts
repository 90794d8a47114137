import { readConfig, type FileOptions } from '../context.ts';
import { UsageError } from '../failure.ts';

/** Asks for one address, politely, robots.txt first. Throws UsageError with the reason when it gives nothing. */
export async function askOne(url: string, options: FileOptions & { allowPrivate?: boolean }): Promise<Uint8Array> {
  const { clientFor } = await import('../client.ts');
  const client = clientFor(await readConfig(options), { now: Date.now, noDelay: false, db: options.db });
  try {
    const answer = await client.fetch({ url, robots: true, allowPrivate: options.allowPrivate === true });
    if (answer.body === null)
      throw new UsageError(
        `${url}: ${answer.failure?.message ?? `it answered ${answer.status}`} Save it as a file and name that instead.`,
      );
    return answer.body;
  } finally {
    await client.close();
  }
}
