import { BlockList, isIP } from 'node:net';

/** An address or a range of addresses ("10.0.0.0/8"). */
export interface AddressRange {
  base: string;
  bits: number;
  family: 'ipv4' | 'ipv6';
}

/** Null for what is neither an address nor a range. */
export function parseRange(text: string): AddressRange | null {
  const [base = '', given] = text.split('/');
  const version = isIP(base);
  if (version === 0) return null;
  const most = version === 4 ? 32 : 128;
  const bits = given === undefined ? most : Number(given);
  if (given === '' || !Number.isInteger(bits) || bits < 0 || bits > most) return null;
  return { base, bits, family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** Whether an address lies in one of the ranges; IPv4 in IPv6 counts as IPv4. Ranges that are none hold nothing. */
export function isWithin(address: string, ranges: readonly string[]): boolean {
  const plain = plainAddress(address);
  const version = isIP(plain);
  if (version === 0) return false;
  const list = new BlockList();
  for (const range of ranges.map(parseRange)) if (range !== null) list.addSubnet(range.base, range.bits, range.family);
  return list.check(plain, version === 4 ? 'ipv4' : 'ipv6');
}

/** An address as forwarding headers and sockets write it, without brackets, port and the prefix of IPv4 in IPv6. */
export function plainAddress(text: string): string {
  const bare = /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1');
  return bare.replace(/^::ffff:(?=[\d.]+$)/i, '');
}

/** Whether an address is one of this machine only. */
export function isLoopback(address: string): boolean {
  return isWithin(address, ['127.0.0.0/8', '::1']);
}
