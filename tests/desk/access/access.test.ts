import { afterEach, describe, expect, it } from 'vitest';
import { IDLE, LONGEST } from '../../../src/store/sessions.ts';
import { bareDesk, cookieOf, OWN, PASSWORD, type BareDesk } from './desk.ts';

let desk: BareDesk;
afterEach(() => desk.store.close());

const text = async (response: Response): Promise<string> => `${response.status} ${await response.text()}`;

describe('a desk without editors', () => {
  it('is open to the user of its machine', async () => {
    desk = bareDesk();
    expect(await text(await desk.ask('/api/story'))).toBe('200 ok me');
    expect(await text(await desk.ask('/api/story', {}, '::1'))).toBe('200 ok me');
    expect(await text(await desk.ask('/api/me'))).toBe('200 {"editor":"me","login":false}');
  });

  it.each([
    ['from another machine', {}, '192.0.2.7'],
    ['from an address that is none', {}, ''],
    ['passed on by a proxy of this machine', { 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1'],
    ['passed on by a proxy that only says so', { via: '1.1 proxy' }, '127.0.0.1'],
    ['for the address of another machine', { host: '192.0.2.1' }, '127.0.0.1'],
  ])('is closed to a request %s', async (_, headers, peer) => {
    desk = bareDesk({ trustedProxies: ['127.0.0.1'] });
    const response = await desk.ask('/api/story', { headers }, peer);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('nightdesk editors add');
  });

  it('asks for a login as soon as there is an editor, and does not open again elsewhere when the last one goes', async () => {
    desk = bareDesk({ host: '0.0.0.0' });
    await desk.addEditor('maria');
    expect((await desk.ask('/api/story')).status).toBe(401);
    await desk.store.editors.remove('maria', desk.clock.now);
    expect((await desk.ask('/api/story', {}, '192.0.2.7')).status).toBe(403);
  });
});

describe('a session', () => {
  const begin = async (settings = {}, headers = {}): Promise<string> => {
    desk = bareDesk(settings);
    await desk.addEditor('maria');
    const body = JSON.stringify({ name: ' maria ', password: PASSWORD });
    return (
      (await desk.ask('/api/login', { method: 'POST', headers: { ...OWN, ...headers }, body })).headers.get(
        'set-cookie',
      ) ?? ''
    );
  };
  const ask = (cookie: string): Promise<Response> =>
    desk.ask('/api/story', { headers: { cookie: cookie.split(';')[0] ?? '' } });

  it('lets its editor in, by a cookie that no script reads and no other site sends', async () => {
    const cookie = await begin();
    expect(cookie).toMatch(/^nightdesk=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await text(await ask(cookie))).toBe('200 ok maria');
  });

  it('is bound to https behind it', async () => {
    const proxied = await begin(
      { trustedProxies: ['127.0.0.0/8'] },
      { 'x-forwarded-proto': 'https', origin: 'https://localhost:8383' },
    );
    expect(proxied).toMatch(/^__Host-nightdesk=.*; Secure/);
    desk.store.close();
    expect(await begin({ publicUrl: 'https://localhost:8383' })).toContain('Secure');
  });

  it('is known to the store by a hash only', async () => {
    const token = /=([\w-]+)/.exec(await begin())?.[1] ?? '?';
    expect(await desk.store.sessions.editorOf(token, desk.clock.now)).toBe('maria');
    expect(JSON.stringify(await desk.store.editors.list())).not.toContain(PASSWORD);
    expect((await ask('nightdesk=')).status).toBe(401);
    expect((await ask(`nightdesk=${token}x`)).status).toBe(401);
  });

  it('ends at logout', async () => {
    const cookie = await begin();
    const headers = { ...OWN, cookie: cookie.split(';')[0] ?? '' };
    const response = await desk.ask('/api/logout', { method: 'POST', headers });
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await ask(cookie)).status).toBe(401);
  });

  it('ends after two weeks of silence, and after a quarter in any case', async () => {
    const cookie = await begin();
    desk.clock.now += IDLE - 1000;
    expect((await ask(cookie)).status).toBe(200);
    desk.clock.now += IDLE + 1000;
    expect((await ask(cookie)).status).toBe(401);
    desk.store.close();
    const longer = await begin();
    const started = desk.clock.now;
    for (; desk.clock.now < started + LONGEST; desk.clock.now += IDLE / 2) expect((await ask(longer)).status).toBe(200);
    desk.clock.now += 1000;
    expect((await ask(longer)).status).toBe(401);
  });

  it('ends when its editor is removed or gets a new password', async () => {
    const cookie = await begin();
    await desk.addEditor('maria');
    expect((await ask(cookie)).status).toBe(401);
    const again = cookieOf(await desk.logIn('maria', PASSWORD));
    expect((await ask(again)).status).toBe(200);
    await desk.addEditor('jun');
    await desk.store.editors.remove('maria', desk.clock.now);
    expect((await ask(again)).status).toBe(401);
    expect((await desk.logIn('maria', PASSWORD)).status).toBe(401);
  });
});

describe('guessing', () => {
  it('tells nobody whether a name exists', async () => {
    desk = bareDesk();
    await desk.addEditor('maria');
    const wrong = [await desk.logIn('maria', 'wrong wrong wrong'), await desk.logIn('nobody', 'wrong wrong wrong')];
    const told = '401 {"error":"Name or password is wrong.","ko":"이름이나 비밀번호가 틀렸습니다."}';
    expect(await Promise.all(wrong.map(text))).toEqual([told, told]);
  });

  it('costs an address more and more time, also across a restart and for many at once', async () => {
    desk = bareDesk();
    await desk.addEditor('maria');
    const tries = await Promise.all(Array.from({ length: 12 }, (_, index) => desk.logIn(`name${index}`, 'x')));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(7);
    const restarted = { ...desk, ...bareDesk({}, desk.store) };
    const response = await restarted.logIn('maria', PASSWORD);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await restarted.logIn('maria', PASSWORD, '192.0.2.9')).status).toBe(200);
    restarted.clock.now += 1000;
    expect((await restarted.logIn('maria', PASSWORD)).status).toBe(200);
  });

  it('is slowed by name when it comes from everywhere, and keeps the editor out for a minute at most', async () => {
    desk = bareDesk();
    await desk.addEditor('maria');
    for (let count = 0; count < 40; count++) {
      desk.clock.now += 60_000;
      expect((await desk.logIn('maria', 'x', `198.51.100.${count}`)).status).toBe(401);
    }
    expect((await desk.logIn('maria', PASSWORD, '203.0.113.1')).status).toBe(429);
    desk.clock.now += 60_000;
    expect((await desk.logIn('maria', PASSWORD, '203.0.113.1')).status).toBe(200);
  });

  it('sees the browser behind a trusted proxy, and believes nobody else', async () => {
    desk = bareDesk({ trustedProxies: ['10.0.0.0/8'] });
    await desk.addEditor('maria');
    const from = (forwarded: string, peer: string): Promise<Response> => {
      const headers = { ...OWN, 'x-forwarded-for': forwarded };
      return desk.ask(
        '/api/login',
        { method: 'POST', headers, body: JSON.stringify({ name: forwarded, password: 'x' }) },
        peer,
      );
    };
    for (let count = 0; count < 5; count++) await from(`1.1.1.${count}, 198.51.100.7, 10.0.0.2`, '10.0.0.1');
    expect((await from('9.9.9.9, 198.51.100.7', '10.0.0.1')).status).toBe(429);
    expect((await from('198.51.100.8', '10.0.0.1')).status).toBe(401);
    for (let count = 0; count < 5; count++) await from(`1.1.1.${count}`, '192.0.2.7');
    expect((await from('2.2.2.2', '192.0.2.7')).status).toBe(429);
  });
});

describe('another site', () => {
  it.each([
    ['its origin', { origin: 'https://evil.example' }],
    ['no origin', {}],
    ['a sandboxed page', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a page of the same site', { origin: 'http://localhost:9000', 'sec-fetch-site': 'same-site' }],
    ['another scheme', { origin: 'https://localhost:8383' }],
    ['a link', { 'sec-fetch-site': 'none' }],
  ])('changes nothing with %s', async (_, headers) => {
    desk = bareDesk();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await desk.ask('/api/story', { method, headers })).status).toBe(403);
  });

  it.each([OWN, { origin: OWN.origin }, { 'sec-fetch-site': 'same-origin' }])(
    'is not the desk itself: %j',
    async (headers) => {
      desk = bareDesk();
      expect((await desk.ask('/api/story', { method: 'POST', headers })).status).toBe(200);
    },
  );

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil.example:8383'])(
    'that points its name %s here is not answered',
    async (host) => {
      desk = bareDesk();
      expect((await desk.ask('/api/story', { headers: { host } })).status).toBe(421);
      expect((await desk.ask('/api/me', { headers: { host } })).status).toBe(421);
    },
  );

  it.each(['127.0.0.1:8383', '[::1]:8383', 'desk.localhost', 'desk.example.org', 'DESK.example.org:443'])(
    'does not have our own name %s',
    async (host) => {
      desk = bareDesk({ publicUrl: 'https://desk.example.org' });
      await desk.addEditor('maria');
      expect((await desk.ask('/api/story', { headers: { host } })).status).toBe(401);
    },
  );
});
