import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { classifyAddress } from '../../src/net/address.ts';
import { DEFAULT_PORTS, parseTarget } from '../../src/net/target.ts';
import { troubleOf } from '../../src/net/trouble.ts';

const parse = (address: string) => parseTarget(address, undefined, false, DEFAULT_PORTS);

it('takes what the web is made of', () => {
  expect(parse('https://example.com/feed?a=b').href).toBe('https://example.com/feed?a=b');
  expect(parse('http://example.com:8080/').port).toBe('8080');
  expect(parse('http://뉴스.example/').hostname).toBe('xn--vg1b002a.example');
});

/** What became of an address: refused, or the kind of host that would be asked. */
function outcome(address: string): string {
  try {
    const { protocol, hostname } = parse(address);
    const literal = hostname.replace(/^\[|\]$/g, '');
    if (!/^https?:$/.test(protocol)) return protocol;
    return /^[\d.]+$|:/.test(literal) ? classifyAddress(literal) : 'name';
  } catch (error) {
    return troubleOf(error).code;
  }
}

it('of any string makes an http address that is no private number, or one of four refusals', () => {
  const host = fc.oneof(
    fc.ipV4(),
    fc.ipV4Extended(),
    fc.ipV6().map((ip) => `[${ip}]`),
    fc.nat(0xffffffff).map(String),
    fc.domain(),
  );
  const address = fc.oneof(
    fc.string(),
    fc.tuple(fc.constantFrom('http://', 'https:', 'http:\\', '//', 'u:p@'), host).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(address, (text) => {
      expect(outcome(text)).toMatch(/^(?:public|name|bad-url|forbidden-(?:scheme|port|address))$/);
    }),
    { numRuns: 200 },
  );
});
