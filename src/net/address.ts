import { BlockList, isIP } from 'node:net';

/** public: anyone may be sent there; private: only with `allowPrivate`; never: not at all. */
export type AddressClass = 'public' | 'private' | 'never';

/**
 * IPv4 blocks that are not the public internet: IANA's special-purpose registry (RFC 6890 and its successors), multicast,
 * and the addresses under which clouds hand out credentials, some of which lie in public or in private blocks.
 */
const IPV4: readonly (readonly [block: string, AddressClass, what: string])[] = [
  ['10.0.0.0/8', 'private', 'private'],
  ['100.64.0.0/10', 'private', 'shared by a carrier (CGNAT)'],
  ['127.0.0.0/8', 'private', 'loopback'],
  ['172.16.0.0/12', 'private', 'private'],
  ['192.168.0.0/16', 'private', 'private'],
  ['0.0.0.0/8', 'never', '"this host"'],
  ['100.100.100.200/32', 'never', 'metadata of Alibaba Cloud'],
  ['168.63.129.16/32', 'never', 'host agent of Azure'],
  ['169.254.0.0/16', 'never', 'link-local, with the metadata of most clouds'],
  ['192.0.0.0/24', 'never', 'IETF protocols, with the metadata of Oracle Cloud'],
  ['192.0.2.0/24', 'never', 'documentation'],
  ['192.31.196.0/24', 'never', 'AS112'],
  ['192.52.193.0/24', 'never', 'AMT'],
  ['192.88.99.0/24', 'never', '6to4 relays'],
  ['192.175.48.0/24', 'never', 'AS112'],
  ['198.18.0.0/15', 'never', 'benchmarks'],
  ['198.51.100.0/24', 'never', 'documentation'],
  ['203.0.113.0/24', 'never', 'documentation'],
  ['224.0.0.0/4', 'never', 'multicast'],
  ['240.0.0.0/4', 'never', 'reserved, with broadcast'],
];

/** Exceptions from what is public in IPv6. */
const IPV6: typeof IPV4 = [
  ['::1/128', 'private', 'loopback'],
  ['fc00::/7', 'private', 'unique local'],
  ['fd00:ec2::254/128', 'never', 'metadata of AWS'],
  ['fd20:ce::254/128', 'never', 'metadata of Google Cloud'],
  ['2001::/23', 'never', 'IETF protocols, with Teredo'],
  ['2001:db8::/32', 'never', 'documentation'],
  ['2002::/16', 'never', '6to4'],
  ['2620:4f:8000::/48', 'never', 'AS112'],
  ['3fff::/20', 'never', 'documentation'],
];

/**
 * The only block IANA gives global addresses from (RFC 4291 section 2.4), and the two that carry an IPv4 address, which
 * decides: NAT64 (RFC 6052) and mapped. What is in none of them is refused.
 */
const IPV6_PUBLIC = ['2000::/3', '64:ff9b::/96', '::ffff:0:0/96'];

const never = new BlockList();
const inside = new BlockList();
const global6 = new BlockList();

function add(list: BlockList, block: string, prefix = '', more = 0): void {
  const [address = '', bits = ''] = block.split('/');
  list.addSubnet(prefix + address, Number(bits) + more, (prefix + address).includes(':') ? 'ipv6' : 'ipv4');
}

for (const block of IPV6_PUBLIC) add(global6, block);
for (const [block, kind] of IPV6) add(kind === 'never' ? never : inside, block);
for (const [block, kind] of IPV4) {
  const list = kind === 'never' ? never : inside;
  add(list, block);
  // The same block reached through a NAT64 gateway. The mapped form BlockList knows by itself.
  add(list, block, '64:ff9b::', 96);
}

/**
 * Sorts an address by what it can reach.
 *
 * @param address an IPv4 address in dotted decimal, or an IPv6 address, with or without a zone; anything else is "never"
 */
export function classifyAddress(address: string): AddressClass {
  const known = verdicts.get(address);
  if (known !== undefined) return known;
  if (verdicts.size >= MOST_VERDICTS) verdicts.clear();
  const verdict = sort(address);
  verdicts.set(address, verdict);
  return verdict;
}

/** Verdicts are kept: a check costs as much as a small request does otherwise. */
const verdicts = new Map<string, AddressClass>();
const MOST_VERDICTS = 10_000;

function sort(address: string): AddressClass {
  const plain = address.replace(/%.*$/, '');
  const version = isIP(plain);
  if (version === 0) return 'never';
  const family = version === 6 ? 'ipv6' : 'ipv4';
  if (never.check(plain, family)) return 'never';
  if (inside.check(plain, family)) return 'private';
  return version === 4 || global6.check(plain, 'ipv6') ? 'public' : 'never';
}

/** Whether a connection to the address may be made. */
export function mayDial(address: string, allowPrivate: boolean): boolean {
  const kind = classifyAddress(address);
  return kind === 'public' || (kind === 'private' && allowPrivate);
}
