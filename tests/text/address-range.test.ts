import { expect, test } from 'vitest';
import { isLoopback, isWithin, parseRange, plainAddress } from '../../src/text/address-range.ts';

test.each(['10.0.0.0/8', '192.0.2.7', '::1', 'fd00::/8'])('%s is an address or a range', (text) => {
  expect(parseRange(text)).not.toBeNull();
});

test.each(['', 'desk.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/x', '10.0.0', '::1/129'])(
  '"%s" is neither',
  (text) => {
    expect(parseRange(text)).toBeNull();
  },
);

test.each([
  ['10.1.2.3', '10.0.0.0/8', true],
  ['::ffff:10.1.2.3', '10.0.0.0/8', true],
  ['11.1.2.3', '10.0.0.0/8', false],
  ['fd00::7', 'fd00::/8', true],
  ['fd00::7', '10.0.0.0/8', false],
  ['', '0.0.0.0/0', false],
  ['unix:', '0.0.0.0/0', false],
])('%s in %s: %s', (address, range, expected) => {
  expect(isWithin(address, [range])).toBe(expected);
});

test.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) => {
  expect(isLoopback(address)).toBe(true);
});

test.each([
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['192.0.2.7:51234', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
])('%s is %s', (text, address) => {
  expect(plainAddress(text)).toBe(address);
});
