import { isIP } from 'node:net';
import { mayDial } from './address.ts';
import { netError } from './trouble.ts';
import { say, verbatim } from '../text/said.ts';

/** Ports of the web; other ports need the caller's word. */
export const DEFAULT_PORTS: readonly number[] = [80, 443, 8080, 8443];

/**
 * Parses an address and refuses what must not be asked, before any look-up or connection. The WHATWG parser has already
 * turned every spelling of an IPv4 address (decimal, octal, hexadecimal, short forms) into the dotted one.
 *
 * @param allowPrivate private addresses and all ports are fine
 * @throws with failure "bad-url", "forbidden-scheme", "forbidden-port" or "forbidden-address"
 */
export function parseTarget(
  address: string,
  base: URL | undefined,
  allowPrivate: boolean,
  ports: readonly number[],
): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw netError('bad-url', say('url.incomplete'));
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw netError('forbidden-scheme', verbatim(url.protocol));
  const literal = literalOf(url.hostname);
  if (isIP(literal) !== 0 && !mayDial(literal, allowPrivate)) throw netError('forbidden-address', verbatim(literal));
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  if (!allowPrivate && !ports.includes(port)) throw netError('forbidden-port', verbatim(String(port)));
  return url;
}

/** The address a host names by itself: an IPv6 address without its brackets; "localhost" is 127.0.0.1 (RFC 6761). */
function literalOf(host: string): string {
  if (host.startsWith('[')) return host.slice(1, -1);
  return /(?:^|\.)localhost\.?$/.test(host) ? '127.0.0.1' : host;
}
