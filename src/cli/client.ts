import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Client } from '../net/client.ts';
import { createClient } from '../net/client.ts';
import { ROOT } from './context.ts';

export interface ClientSettings {
  now: () => number;
  /** Honoured only for sources that allow private addresses. */
  noDelay: boolean;
  concurrency?: number | undefined;
}

/** The polite client as feeds.yaml wants it. */
export function clientFor(config: Config, { now, noDelay, concurrency }: ClientSettings): Client {
  const { net } = config;
  return createClient({
    userAgent: userAgent(config.contact),
    concurrency: concurrency ?? net.concurrency,
    perService: net.perService,
    delayMs: net.delayMs,
    jitter: Math.random,
    timeouts: { connectMs: 10_000, headersMs: net.timeoutMs, bodyMs: net.timeoutMs, totalMs: net.timeoutMs * 2 },
    caps: { bytes: net.maxBytes, wireBytes: net.maxBytes, ratio: 200, headerBytes: 64_000, redirects: 5 },
    retries: net.retries,
    now,
    noDelay,
    ports: net.ports,
    ...(net.proxy === '' ? {} : { proxy: process.env[net.proxy] }),
  });
}

/** Who asks, in which version, and whom to write to. */
export function userAgent(contact: string): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return contact === '' ? `Nightdesk/${version}` : `Nightdesk/${version} (+${contact})`;
}
