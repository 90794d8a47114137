import { expect, test } from 'vitest';
import { createResolve } from '../../src/net/resolve.ts';

test('a name below localhost is loopback without anybody being asked (RFC 6761, 6.3)', async () => {
  const addresses = (await createResolve(100)('harborledger.localhost')).map(({ address }) => address);
  expect(addresses).toEqual(['127.0.0.1', '::1']);
});
