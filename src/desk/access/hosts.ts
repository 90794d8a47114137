import { isIP } from 'node:net';
import { isLoopback } from '../../text/address-range.ts';

/** The name in a Host header, without port and brackets. */
export function nameIn(host: string): string {
  return host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
}

/**
 * Whether the desk answers to a Host header. Another site's name that was made to point here (DNS rebinding) is turned
 * away; an address is no name and cannot be rebound.
 */
export function isOurs(host: string, publicUrl: string): boolean {
  const name = nameIn(host);
  if (isLocalName(name) || isIP(name) !== 0) return true;
  return publicUrl !== '' && name === new URL(publicUrl).hostname;
}

/** A name of this machine that no name server has a say in. */
export function isLocalName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || isLoopback(name);
}
