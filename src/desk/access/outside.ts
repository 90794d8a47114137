import type { Context } from 'hono';
import { isWithin, plainAddress } from '../../text/address-range.ts';

/** How a request reached the desk, seen from the browser: what trusted proxies say of it, else the connection itself. */
export interface Outside {
  /** The browser's address. */
  address: string;
  scheme: 'http' | 'https';
  /** The Host header, in lower case. */
  host: string;
  /** Some proxy, trusted or not, has passed it on. */
  forwarded: boolean;
}

/** Requests that are put to the app in the same process come from nowhere else. */
const SAME_PROCESS = '127.0.0.1';

const MARKS_OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

export function outsideOf(c: Context, trustedProxies: readonly string[]): Outside {
  const peer = plainAddress(peerOf(c));
  const isTrusted = (address: string): boolean => isWithin(address, trustedProxies);
  const trusted = isTrusted(peer);
  const hops = trusted ? listOf(c.req.header('x-forwarded-for')).map(plainAddress) : [];
  const scheme = trusted ? listOf(c.req.header('x-forwarded-proto')).at(-1) : undefined;
  return {
    // Each proxy adds at the right whom it heard; the first from there that is no proxy of ours is the browser.
    address: hops.findLast((hop) => !isTrusted(hop)) ?? hops[0] ?? peer,
    scheme: scheme === 'https' ? 'https' : 'http',
    host: (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase(),
    forwarded: MARKS_OF_PROXIES.some((name) => c.req.header(name) !== undefined),
  };
}

/** The address at the other end of the connection. */
function peerOf(c: Context): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming === undefined ? SAME_PROCESS : (env.incoming.socket?.remoteAddress ?? '');
}

function listOf(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
