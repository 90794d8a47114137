import { createClient } from '../../src/net/client.ts';
import type { Client, ClientOptions } from '../../src/net/client.ts';

/** Small caps and no waiting; time-outs long enough for a busy machine. */
export const QUICK: ClientOptions = {
  userAgent: 'Nightdesk/0.0 (+mailto:desk@example.org)',
  concurrency: 8,
  perService: 2,
  delayMs: 0,
  jitter: () => 0,
  timeouts: { connectMs: 10_000, headersMs: 20_000, bodyMs: 20_000, totalMs: 40_000 },
  caps: { bytes: 1_000_000, wireBytes: 500_000, ratio: 100, headerBytes: 16_384, redirects: 5 },
  retries: 0,
  now: () => Date.parse('2024-08-26T05:00:00Z'),
};

/** For tests in which time runs out; a busy machine still gets to what it runs out over. */
export const SHORT = { connectMs: 3000, headersMs: 3000, bodyMs: 3000, totalMs: 6000 };

/** A client with these options; `changes` go on top. */
export function quickClient(changes: Partial<ClientOptions> = {}): Client {
  return createClient({ ...QUICK, ...changes });
}
