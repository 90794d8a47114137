import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { AccessOptions, WhoAsks } from './access.ts';
import { giveToken, takeToken, tokenOf } from './cookie.ts';
import { outsideOf } from './outside.ts';
import { isPassword } from './passwords.ts';
import { pauseLeft, triesOf } from './slowing.ts';
import { bodyOf, refuse } from '../refusal.ts';
import { say } from '../../text/said.ts';

const bodySchema = z.object({ name: z.string().max(100), password: z.string().max(1000) });

/** The three routes that are open to everybody. */
export function loginRoutes(options: AccessOptions, whoAsks: (c: Context) => Promise<WhoAsks>): Hono {
  return new Hono()
    .get('/me', async (c) => {
      const who = await whoAsks(c);
      const editor = who === null || who === 'stranger' ? null : who.name;
      return c.json({ editor, login: await options.store.editors.any() });
    })
    .post('/login', bodyLimit({ maxSize: 8000 }), (c) => logIn(c, options))
    .post('/logout', async (c) => {
      const token = tokenOf(c);
      if (token !== null) await options.store.sessions.end(token);
      takeToken(c);
      return c.json({ ok: true });
    });
}

async function logIn(c: Context, { store, desk, now }: AccessOptions): Promise<Response> {
  const body = bodySchema.safeParse(await c.req.json().catch(() => null));
  if (!body.success) return refuse(c, 400, say('access.incomplete'));
  const name = body.data.name.trim().normalize('NFC');
  const { address, scheme } = outsideOf(c, desk.trustedProxies);
  const tries = triesOf(name, address);
  const early = await store.loginFailures.begin(tries, now(), (failure) => pauseLeft(failure, now()));
  if (early > 0) {
    const seconds = Math.ceil(early / 1000);
    c.header('retry-after', String(seconds));
    return c.json({ ...bodyOf(say('access.tooMany', { n: seconds })), seconds }, 429);
  }
  const editor = await store.editors.get(name);
  if (!(await isPassword(body.data.password, editor?.password ?? null))) return refuse(c, 401, say('access.wrong'));
  await store.loginFailures.clear(tries);
  const token = await store.sessions.start(name, now());
  giveToken(c, token, scheme === 'https' || desk.publicUrl.startsWith('https:'));
  return c.json({ editor: name, login: true });
}
