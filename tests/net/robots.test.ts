import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client, ClientOptions, RobotsCache } from '../../src/net/client.ts';
import { quickClient } from '../fakes/client.ts';
import { startOrigin } from '../fakes/origin.ts';
import type { Origin, Page } from '../fakes/origin.ts';

let origin: Origin;
let client: Client;

const open = (changes: Partial<ClientOptions> = {}): Client => quickClient(changes);

beforeEach(async () => {
  origin = await startOrigin();
  client = open();
  for (const path of ['/article', '/private/a', '/private/open', '/a.pdf', '/nightdesk-only', '/?a=1']) {
    origin.page(path, { body: 'x' });
  }
});
afterEach(async () => {
  await client.close();
  await origin.close();
});

const ask = (path: string, asking = client) =>
  asking.fetch({ url: origin.url + path, allowPrivate: true, robots: true });
const codeOf = async (path: string) => (await ask(path)).failure?.code ?? 'read';
const robots = (page: Page | string) => origin.page('/robots.txt', typeof page === 'string' ? { body: page } : page);

describe('robots.txt', () => {
  it('is obeyed, the longest rule first, by paths, wildcards and ends', async () => {
    robots('\uFEFFUser-agent: *\nDisallow: /private/\nAllow: /private/open\nDisallow: /*.pdf$\nDisallow: /?\n');
    expect(await codeOf('/article')).toBe('read');
    expect(await codeOf('/private/a')).toBe('robots');
    expect(await codeOf('/private/open')).toBe('read');
    expect(await codeOf('/a.pdf')).toBe('robots');
    expect(await codeOf('/?a=1')).toBe('robots');
    expect(origin.seen.map(({ path }) => path)).toEqual(['/robots.txt', '/article', '/private/open']);
  });

  it('may speak to us by name', async () => {
    robots('User-agent: *\nDisallow:\n\nUser-agent: NightDesk\nUser-agent: other\nDisallow: /nightdesk-only\n');
    expect(await codeOf('/nightdesk-only')).toBe('robots');
    expect(await codeOf('/article')).toBe('read');
  });

  it('is not asked for feeds', async () => {
    robots('User-agent: *\nDisallow: /\n');
    expect((await client.fetch({ url: `${origin.url}/article`, allowPrivate: true })).failure).toBeNull();
    expect(origin.seen.map(({ path }) => path)).toEqual(['/article']);
  });

  it('is asked at every hop', async () => {
    const other = await startOrigin();
    other.page('/robots.txt', { body: 'User-agent: *\nDisallow: /\n' });
    other.page('/', { body: 'x' });
    robots('');
    origin.page('/away', { status: 302, headers: { location: `${other.url}/` } });
    const { failure } = await ask('/away');
    expect(failure).toMatchObject({ code: 'robots', message: expect.stringContaining(`127.0.0.1:${other.port}`) });
    await other.close();
  });

  it('is read once, also by those who come together, and again after a day', async () => {
    let now = Date.parse('2024-08-26T05:00:00Z');
    const robotsCache: RobotsCache = new Map();
    robots('User-agent: *\nDisallow: /private/\n');
    const one = open({ now: () => now, robotsCache });
    await Promise.all(['/article', '/a.pdf', '/private/a'].map((path) => ask(path, one)));
    await one.close();
    const asked = () => origin.seen.filter(({ path }) => path === '/robots.txt').length;
    expect(asked()).toBe(1);
    const two = open({ now: () => now, robotsCache });
    now += 23 * 3600_000;
    await ask('/article', two);
    expect(asked()).toBe(1);
    now += 2 * 3600_000;
    await ask('/article', two);
    expect(asked()).toBe(2);
    await two.close();
  });

  it('may ask for a slower pace', async () => {
    robots('User-agent: *\nCrawl-delay: 1\n');
    await ask('/article');
    await ask('/a.pdf');
    const [, first, second] = origin.seen;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950);
  });
});

describe('a robots.txt that is', () => {
  it.each<[string, Page, string]>([
    ['not there', { status: 404 }, 'read'],
    ['forbidden', { status: 403 }, 'read'],
    ['gone', { status: 410 }, 'read'],
    ['empty', { body: '' }, 'read'],
    ['a web page', { body: '<html>welcome</html>', headers: { 'content-type': 'text/html' } }, 'read'],
    ['redirected for ever', { status: 302, headers: { location: '/robots.txt' } }, 'read'],
    ['broken on the server', { status: 500 }, 'robots-unreachable'],
    ['refused for too many requests', { status: 429 }, 'robots-unreachable'],
  ])('%s', async (_, page, outcome) => {
    client = open({ noDelay: true });
    robots(page);
    expect(await codeOf('/article')).toBe(outcome);
  });

  it('moved is followed', async () => {
    robots({ status: 301, headers: { location: '/other-robots.txt' } });
    origin.page('/other-robots.txt', { body: 'User-agent: *\nDisallow: /private/\n' });
    expect(await codeOf('/private/a')).toBe('robots');
  });
});
