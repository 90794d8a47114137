// Nobody who can write a feed, a redirect or a DNS record may make Nightdesk knock at a door inside the network it runs
// in. Every address here would reach a server of this very machine that counts who knocks; nobody ever does.
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Client, ClientOptions } from '../../src/net/client.ts';
import type { DialAddress } from '../../src/net/resolve.ts';
import { quickClient, SHORT } from '../fakes/client.ts';
import { startOrigin } from '../fakes/origin.ts';
import { startProxy } from '../fakes/proxy.ts';

let canary: net.Server;
let port: number;
let knocks = 0;
const clients: Client[] = [];

beforeAll(async () => {
  canary = net.createServer((socket) => {
    knocks++;
    socket.destroy();
  });
  // "::" takes IPv4 as well; a machine without IPv6 has only 0.0.0.0.
  await new Promise<void>((resolve) => {
    canary.once('error', () => canary.listen(0, '0.0.0.0', resolve));
    canary.listen(0, '::', resolve);
  });
  ({ port } = canary.address() as AddressInfo);
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});
afterAll(() => canary.close());

function client(changes: Partial<ClientOptions> = {}): Client {
  const made = quickClient({ ports: [port], ...changes });
  clients.push(made);
  return made;
}

const LOOPBACK_FORMS = [
  'http://127.0.0.1:P/',
  'http://127.1:P/',
  'http://127.0.1:P/',
  'http://127.0.0.1.:P/',
  'http://127.255.255.254:P/',
  'http://2130706433:P/', // decimal
  'http://0x7f000001:P/', // hexadecimal
  'http://0x7f.0x0.0x0.0x1:P/',
  'http://0x7f.1:P/',
  'http://0177.0.0.1:P/', // octal
  'http://017700000001:P/',
  'http://00000177.0.0.01:P/',
  'http://0177.0x0.1:P/', // mixed
  'http://127.0.0.1%2e:P/',
  'http://%31%32%37.0.0.1:P/', // percent-encoded
  'http://１２７.０.０.１:P/', // full-width digits
  'http://①②⑦.⓪.⓪.①:P/', // circled digits
  'http://127。0。0。1:P/', // ideographic full stops
  'http://localhost:P/',
  'http://LOCALHOST:P/',
  'http://localhost.:P/',
  'http://feeds.localhost:P/',
  'http://[::1]:P/',
  'http://[0:0:0:0:0:0:0:1]:P/',
  'http://[0000::0001]:P/',
  'http://[::ffff:127.0.0.1]:P/', // IPv4-mapped
  'http://[::ffff:7f00:1]:P/',
  'http://[0:0:0:0:0:ffff:127.0.0.1]:P/',
  'http://[::127.0.0.1]:P/', // IPv4-compatible, deprecated
  'http://[::ffff:0:127.0.0.1]:P/', // IPv4-translated
  'http://[64:ff9b::127.0.0.1]:P/', // NAT64
  'http://[64:ff9b:1::7f00:1]:P/', // local NAT64
  'http://[2002:7f00:1::]:P/', // 6to4
  'http://[2001:0:7f00:1::]:P/', // Teredo
];

const THIS_HOST = [
  'http://0.0.0.0:P/',
  'http://0:P/',
  'http://0x0:P/',
  'http://00000000000:P/',
  'http://0.1.2.3:P/',
  'http://[::]:P/',
  'http://[::ffff:0.0.0.0]:P/',
];

const OTHER_NETWORKS = [
  'http://10.0.0.1:P/',
  'http://172.16.0.1:P/',
  'http://172.31.255.255:P/',
  'http://192.168.1.1:P/',
  'http://100.64.0.1:P/', // carrier-grade NAT
  'http://169.254.169.254:P/latest/meta-data/',
  'http://2852039166:P/', // the same in decimal
  'http://0xA9FEA9FE:P/',
  'http://0251.0376.0251.0376:P/',
  'http://[::ffff:169.254.169.254]:P/',
  'http://[fd00:ec2::254]:P/',
  'http://100.100.100.200:P/',
  'http://168.63.129.16:P/',
  'http://192.0.0.192:P/',
  'http://169.254.1.1:P/',
  'http://[fe80::1]:P/',
  'http://[fc00::1]:P/',
  'http://[fdff::1]:P/',
  'http://[fec0::1]:P/',
  'http://224.0.0.1:P/',
  'http://239.255.255.250:P/',
  'http://[ff02::1]:P/',
  'http://255.255.255.255:P/',
  'http://240.0.0.1:P/',
  'http://198.18.0.1:P/',
  'http://192.0.2.1:P/',
  'http://[2001:db8::1]:P/',
  'http://[100::1]:P/',
];

const DISGUISES = [
  'http://example.com@127.0.0.1:P/',
  'http://example.com:80@127.0.0.1:P/',
  'http://127.0.0.1:P#@example.com/',
  'http://127.0.0.1:P?@example.com/',
  'http://127.0.0.1:P\\@example.com/',
  'http://user:pass%40example.com@127.0.0.1:P/',
  'http:127.0.0.1:P/',
  'http:/127.0.0.1:P/',
  'http:////127.0.0.1:P/',
  'http:\\\\127.0.0.1:P\\',
  'hTTp://127.0.0.1:P/',
  ' http://127.0.0.1:P/ ',
  'http://127.\t0.0.\n1:P/',
  'https://127.0.0.1:P/',
];

describe.each([
  ['spellings of loopback', LOOPBACK_FORMS],
  ['"this host"', THIS_HOST],
  ['other networks', OTHER_NETWORKS],
  ['disguises', DISGUISES],
])('%s', (_, urls) => {
  it.each(urls)('refuses %j', async (url) => {
    const result = await client().fetch({ url: url.replace('P', String(port)) });
    expect(result.failure).toMatchObject({ code: 'forbidden-address', retryable: false });
    expect(result).toMatchObject({ status: 0, body: null });
  });
});

describe('other schemes', () => {
  it.each([
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'gopher://127.0.0.1:6379/_INFO',
    'dict://127.0.0.1:11211/stat',
    'ldap://127.0.0.1/',
    'tftp://127.0.0.1/x',
    'jar:http://127.0.0.1!/',
    'ws://127.0.0.1/',
    'unix:/var/run/docker.sock',
    'http+unix://%2Fvar%2Frun%2Fdocker.sock/info',
    'data:text/xml,<rss/>',
    'blob:http://127.0.0.1/1',
    'javascript:alert(1)',
    'view-source:http://127.0.0.1/',
  ])('refuses %s', async (url) => {
    expect((await client().fetch({ url })).failure).toMatchObject({ code: 'forbidden-scheme', permanent: true });
  });

  it.each(['//127.0.0.1/', '127.0.0.1:80/', '', 'http://', 'http://[::1', 'http://127.0.0.1:99999/'])(
    'refuses %j',
    async (url) => {
      expect((await client().fetch({ url })).failure?.code).toMatch(/^(?:bad-url|forbidden-scheme)$/);
    },
  );
});

describe('names', () => {
  const v4 = (address: string): DialAddress => ({ address, family: 4 });
  const v6 = (address: string): DialAddress => ({ address, family: 6 });

  it.each<[string, DialAddress[]]>([
    ['loopback', [v4('127.0.0.1')]],
    ['IPv6 loopback', [v6('::1')]],
    ['mapped loopback', [v6('::ffff:127.0.0.1')]],
    ['NAT64 loopback', [v6('64:ff9b::7f00:1')]],
    ['a private network', [v4('10.1.2.3')]],
    ['a unique local address', [v6('fd12:3456::1')]],
    ['metadata', [v4('169.254.169.254')]],
    ['a link-local address with a zone', [v6('fe80::1%lo')]],
    ['0.0.0.0', [v4('0.0.0.0')]],
    ['a public address first, loopback second', [v4('93.184.215.14'), v4('127.0.0.1')]],
    ['loopback first, a public address second', [v4('127.0.0.1'), v4('93.184.215.14')]],
    ['a public IPv4 and a private IPv6 address', [v4('93.184.215.14'), v6('::1')]],
    ['no address at all', []],
    ['something that is no address', [v4('127.1')]],
  ])('refuses a name that leads to %s', async (_, addresses) => {
    const resolve = async () => addresses;
    const result = await client({ resolve }).fetch({ url: `http://feeds.example:${port}/` });
    expect(result.failure?.code).toBe(addresses.length === 0 ? 'dns' : 'forbidden-address');
  });

  it('asks for a name once a connection and dials what was checked: rebinding comes too late', async () => {
    let asked = 0;
    const resolve = async () => [v4(asked++ === 0 ? '198.41.0.4' : '127.0.0.1')];
    const result = await client({ resolve, timeouts: SHORT }).fetch({ url: `http://rebind.example:${port}/` });
    expect(asked).toBe(1);
    expect(result.status).toBe(0);
    // Whatever the first address answered or not: the second was refused, not dialled.
    const second = await client({ resolve }).fetch({ url: `http://rebind.example:${port}/` });
    expect(second.failure?.code).toBe('forbidden-address');
  });

  it('refuses names without a public home before asking anybody', async () => {
    const resolve = async () => Promise.reject(new Error('asked'));
    const result = await client({ resolve }).fetch({ url: `http://localhost:${port}/` });
    expect(result.failure?.code).toBe('forbidden-address');
  });
});

describe('redirects', () => {
  it.each([
    'http://127.0.0.1:P/',
    '//127.0.0.1:P/',
    'http://2130706433:P/',
    'http://0x7f.1:P/',
    'http://[::1]:P/',
    'http://[::ffff:7f00:1]:P/',
    'http://localhost:P/',
    'http://example.com@127.0.0.1:P/',
    'http://169.254.169.254:P/latest/meta-data/',
    'http://10.0.0.1:P/',
    'http:\\\\127.0.0.1:P/',
  ])('to %j are refused', async (location) => {
    const origin = await startOrigin();
    // The proxy plays the internet: only through it can a test have a public first hop.
    const proxy = await startProxy(origin.port);
    origin.page('/feed', { status: 302, headers: { location: location.replace('P', String(port)) } });
    const result = await client({ proxy: proxy.url, ports: [80, port] }).fetch({ url: 'http://feeds.example/feed' });
    expect(result.failure?.code).toBe('forbidden-address');
    expect(result).toMatchObject({
      status: 302,
      redirects: [{ from: 'http://feeds.example/feed', status: 302 }],
      body: null,
    });
    expect(origin.seen).toHaveLength(1);
    await proxy.close();
    await origin.close();
  });

  it.each(['file:///etc/passwd', 'gopher://127.0.0.1:6379/_', 'data:text/xml,<rss/>', 'javascript:alert(1)'])(
    'to %s are refused, even for a source that may be private',
    async (location) => {
      const origin = await startOrigin();
      origin.page('/feed', { status: 301, headers: { location } });
      const result = await client().fetch({ url: `${origin.url}/feed`, allowPrivate: true });
      expect(result.failure?.code).toBe('forbidden-scheme');
      await origin.close();
    },
  );

  it('of a private source cannot reach the metadata of a cloud', async () => {
    const origin = await startOrigin();
    origin.page('/feed', { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } });
    const result = await client().fetch({ url: `${origin.url}/feed`, allowPrivate: true });
    expect(result.failure?.code).toBe('forbidden-address');
    await origin.close();
  });
});

describe('a private source beside a public one', () => {
  it('does not lend its open connections', async () => {
    const origin = await startOrigin();
    origin.page('/', { body: 'inside' });
    const both = client({ ports: [origin.port] });
    expect((await both.fetch({ url: `${origin.url}/`, allowPrivate: true })).status).toBe(200);
    expect((await both.fetch({ url: `${origin.url}/` })).failure?.code).toBe('forbidden-address');
    expect(origin.seen).toHaveLength(1);
    await origin.close();
  });

  it('does not lend them to a name that leads to the same place', async () => {
    const origin = await startOrigin();
    origin.page('/', { body: 'inside' });
    const resolve = async () => [{ address: '127.0.0.1', family: 4 as const }];
    const both = client({ resolve, ports: [origin.port] });
    const url = `http://feeds.example:${origin.port}/`;
    expect((await both.fetch({ url, allowPrivate: true })).status).toBe(200);
    expect((await both.fetch({ url })).failure?.code).toBe('forbidden-address');
    expect(origin.connections()).toBe(1);
    await origin.close();
  });
});

describe('ports', () => {
  it('other than the allowed ones are refused', async () => {
    const resolve = async () => [{ address: '93.184.215.14', family: 4 as const }];
    const result = await client({ resolve, ports: undefined }).fetch({ url: 'http://feeds.example:6379/' });
    expect(result.failure).toMatchObject({ code: 'forbidden-port', message: expect.stringContaining('6379') });
  });
});

it('after all this nobody has knocked', () => {
  expect(knocks).toBe(0);
});
