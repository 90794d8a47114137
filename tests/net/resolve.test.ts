import { afterAll, beforeAll, expect, it } from 'vitest';
import { createResolve } from '../../src/net/resolve.ts';
import { troubleOf } from '../../src/net/trouble.ts';
import { startDns } from '../fakes/dns.ts';

const SIX = '2606:4700:0:0:0:0:0:1111';
let dns: Awaited<ReturnType<typeof startDns>>;

beforeAll(async () => {
  dns = await startDns({
    'both.example': { a: '93.184.215.14', aaaa: SIX },
    'four.example': { a: '93.184.215.14' },
    'six.example': { aaaa: SIX },
    'half.example': { a: '93.184.215.14', aaaa: 'silent' },
    'dead.example': { a: 'silent', aaaa: 'silent' },
  });
});
afterAll(() => dns.close());

const resolve = (name: string) => createResolve(400, [dns.server])(name);
const addresses = async (name: string) => (await resolve(name)).map(({ address, family }) => `${family} ${address}`);

it('finds both kinds of addresses', async () => {
  expect(await addresses('both.example')).toEqual(['4 93.184.215.14', '6 2606:4700::1111']);
  expect(await addresses('four.example')).toEqual(['4 93.184.215.14']);
  expect(await addresses('six.example')).toEqual(['6 2606:4700::1111']);
});

it('does not wait for a server that answers only half of the question', async () => {
  expect(await addresses('half.example')).toEqual(['4 93.184.215.14']);
});

it('says that the server is silent, or that nobody knows the name', async () => {
  const troubles = await Promise.all(
    ['dead.example', 'nobody.invalid'].map((name) => resolve(name).catch((thrown: unknown) => troubleOf(thrown))),
  );
  expect(troubles).toMatchObject([
    { code: 'dns', detail: 'the name server did not answer' },
    // The system is asked last, and on a machine without a network it has its own words.
    { code: 'dns', detail: expect.stringMatching(/no such name|no name server/) },
  ]);
});

it('a name below localhost is loopback without anybody being asked (RFC 6761, 6.3)', async () => {
  expect(await addresses('harborledger.localhost')).toEqual(['4 127.0.0.1', '6 ::1']);
});
