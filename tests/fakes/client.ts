import { createClient } from '../../src/net/client.ts';
import type { Client, ClientOptions } from '../../src/net/client.ts';

/** Everything short, so that tests of time-outs and delays end soon. */
export const QUICK: ClientOptions = {
  userAgent: 'Nightdesk/0.0 (+mailto:desk@example.org)',
  concurrency: 8,
  perService: 2,
  delayMs: 0,
  jitter: () => 0,
  timeouts: { connectMs: 2000, headersMs: 800, bodyMs: 800, totalMs: 2000 },
  caps: { bytes: 1_000_000, wireBytes: 500_000, ratio: 100, headerBytes: 16_384, redirects: 5 },
  retries: 0,
  now: () => Date.parse('2024-08-26T05:00:00Z'),
};

/** A client with short waits; `changes` go on top. */
export function quickClient(changes: Partial<ClientOptions> = {}): Client {
  return createClient({ ...QUICK, ...changes });
}
