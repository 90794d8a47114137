import ipaddr from 'ipaddr.js';

/** public: anyone may be sent there; private: only with `allowPrivate`; never: not at all. */
export type AddressClass = 'public' | 'private' | 'never';

/** Where clouds hand out credentials. Most lie in ranges that are refused anyway; these are refused even to `allowPrivate`. */
const METADATA = new Set([
  '169.254.169.254', // AWS, Google, Azure and others
  '168.63.129.16', // Azure's host agent, in a public range
  '100.100.100.200', // Alibaba
  '192.0.0.192', // Oracle
  'fd00:ec2::254', // AWS
  'fd20:ce::254', // Google
]);

const PRIVATE_RANGES = new Set<string>(['loopback', 'private', 'carrierGradeNat', 'uniqueLocal']);

/** Prefixes that carry an IPv4 address in their last four bytes: mapped (RFC 4291) and NAT64 (RFC 6052). */
const CARRIES_IPV4 = new Set<string>(['ipv4Mapped', 'rfc6052']);

/** 2000::/3, the only block IANA gives global unicast addresses from (RFC 4291 section 2.4). */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Sorts an address by what it can reach. Ranges are those of ipaddr.js (IANA's special-purpose registries); an IPv6
 * address that carries an IPv4 one is judged by that; tunnels (6to4, Teredo) reach who knows where and are never dialled.
 *
 * @param address an IPv4 address in dotted decimal, or an IPv6 address, with or without a zone. Anything else is "never".
 */
export function classifyAddress(address: string): AddressClass {
  if (!ipaddr.IPv6.isValid(address) && !ipaddr.IPv4.isValidFourPartDecimal(address)) return 'never';
  const ip = ipaddr.parse(address);
  if (METADATA.has(ip.toString())) return 'never';
  const range = ip.range();
  if (ip instanceof ipaddr.IPv6) {
    if (CARRIES_IPV4.has(range)) return classifyAddress(ip.toByteArray().slice(12).join('.'));
    if (range === 'unicast' && !ip.match(GLOBAL_UNICAST)) return 'never';
  }
  if (range === 'unicast') return 'public';
  return PRIVATE_RANGES.has(range) ? 'private' : 'never';
}

/** Whether a connection to the address may be made. */
export function mayDial(address: string, allowPrivate: boolean): boolean {
  const kind = classifyAddress(address);
  return kind === 'public' || (kind === 'private' && allowPrivate);
}
