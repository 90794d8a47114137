import { getDomain } from 'tldts';

/**
 * The registrable domain of a host name, by the public suffix list with its private part; null for a name without one.
 * In a file of its own, loaded at the first name: the list costs 40 ms.
 */
export function registrableDomain(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true, extractHostname: false });
}
