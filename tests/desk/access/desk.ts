import { Hono } from 'hono';
import { parseConfig, type Config } from '../../../src/config.ts';
import { accessRoutes, editorsOnly, ownRequestsOnly, type AccessEnv } from '../../../src/desk/access/access.ts';
import { hashPassword } from '../../../src/desk/access/passwords.ts';
import { openStore, type Store } from '../../../src/store/store.ts';

export const PASSWORD = 'correct horse battery';

/** A desk that holds nothing but its access, at a moment that tests move. */
export interface BareDesk {
  store: Store;
  app: Hono<AccessEnv>;
  clock: { now: number };
  /** Asks as a browser would whose address is `peer`; "ok NAME" is what an editor sees. */
  ask(path: string, init?: RequestInit, peer?: string): Promise<Response>;
  logIn(name: string, password: string, peer?: string): Promise<Response>;
  addEditor(name: string): Promise<void>;
}

export const OWN = { origin: 'http://localhost:8383', 'sec-fetch-site': 'same-origin' };

export function bareDesk(desk: Partial<Config['desk']> = {}, store: Store = openStore(':memory:')): BareDesk {
  const clock = { now: Date.UTC(2026, 1, 15) };
  const options = { store, desk: { ...parseConfig('').desk, ...desk }, now: () => clock.now, editor: 'me' };
  const app = new Hono<AccessEnv>()
    .use(ownRequestsOnly(options))
    .route('/api', accessRoutes(options))
    .use('/api/*', editorsOnly(options))
    .all('/api/story', (c) => c.text(`ok ${c.get('editor')}`));
  const ask: BareDesk['ask'] = async (path, init = {}, peer = '127.0.0.1') => {
    const headers = { host: 'localhost:8383', ...(init.headers as Record<string, string> | undefined) };
    const env = { incoming: { socket: { remoteAddress: peer } } };
    return app.request(`http://localhost:8383${path}`, { ...init, headers }, env);
  };
  return {
    store,
    app,
    clock,
    ask,
    logIn: (name, password, peer) =>
      ask('/api/login', { method: 'POST', headers: OWN, body: JSON.stringify({ name, password }) }, peer),
    addEditor: async (name) => store.editors.put(name, await hashPassword(PASSWORD), clock.now),
  };
}

/** The cookie that an answer sets, as a browser sends it back. */
export function cookieOf(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
