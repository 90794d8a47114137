import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { classifyAddress, mayDial } from '../../src/net/address.ts';

it.each<[string, string[]]>([
  [
    'public',
    [
      '1.1.1.1',
      '93.184.215.14',
      '172.15.255.255',
      '172.32.0.0',
      '192.169.0.0',
      '100.128.0.0',
      '2606:4700::1111',
      '::ffff:8.8.8.8',
      '64:ff9b::808:808',
    ],
  ],
  [
    'private',
    [
      '10.255.255.255',
      '127.0.0.1',
      '172.16.0.0',
      '192.168.255.255',
      '100.64.0.0',
      '::1',
      'fd00::1',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
    ],
  ],
  [
    'never',
    [
      '0.0.0.0',
      '169.254.169.254',
      '100.100.100.200',
      '168.63.129.16',
      '224.0.0.1',
      '255.255.255.255',
      '192.0.2.1',
      '::',
      '::2',
      '::7f00:1',
      'fe80::1',
      'fe80::1%eth0',
      'ff02::1',
      'fd00:ec2::254',
      '2001::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '::ffff:169.254.169.254',
      '64:ff9b:1::1',
      '5f00::1',
      '',
      'example.com',
      '127.1',
      '0x7f000001',
      '1.2.3.4.5',
    ],
  ],
])('%s', (kind, addresses) => {
  expect(addresses.map((address) => [address, classifyAddress(address)])).toEqual(
    addresses.map((address) => [address, kind]),
  );
});

it('an IPv4 address is judged alike in every IPv6 dress', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      const kind = classifyAddress(address);
      expect(classifyAddress(`::ffff:${address}`)).toBe(kind);
      expect(classifyAddress(`0:0:0:0:0:FFFF:${address}`)).toBe(kind);
      expect(classifyAddress(`64:ff9b::${address}`)).toBe(kind);
    }),
  );
});

it('whatever may be dialled without leave may be dialled with it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (address) => {
      expect(mayDial(address, true) || !mayDial(address, false)).toBe(true);
    }),
  );
});
