import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { Config } from '../../config.ts';
import type { Instant } from '../../model.ts';
import type { Store } from '../../store/store.ts';
import { isLoopback } from '../../text/address-range.ts';
import { isLocalName, isOurs, nameIn } from './hosts.ts';
import { loginRoutes } from './login.ts';
import { isOwnRequest } from './origin.ts';
import { outsideOf, type Outside } from './outside.ts';
import { tokenOf } from './cookie.ts';
import { refuse } from '../refusal.ts';
import { say } from '../../text/said.ts';

/** What access to the desk is decided by. */
export interface AccessOptions {
  store: Store;
  desk: Config['desk'];
  now: () => Instant;
  /** Who sits at a desk that is open to its one user. */
  editor: string;
}

export interface AccessEnv {
  Variables: {
    /** Who asks. */
    editor: string;
  };
}

/**
 * Stands before everything: answers only to our own names, and lets nothing change anything that does not come from our
 * own pages.
 */
export function ownRequestsOnly({ desk }: Pick<AccessOptions, 'desk'>): MiddlewareHandler {
  return async (c, next) => {
    const outside = outsideOf(c, desk.trustedProxies);
    if (!isOurs(outside.host, desk.publicUrl))
      return refuse(c, 421, say('access.otherName', { name: nameIn(outside.host) }));
    const { method } = c.req;
    const [origin, site] = [c.req.header('origin'), c.req.header('sec-fetch-site')];
    if (!isOwnRequest({ method, origin, site }, outside, desk.publicUrl)) return refuse(c, 403, say('access.foreign'));
    return next();
  };
}

/** Lets editors through with their session, and the one user of a desk that has no editors; sets who asks. */
export function editorsOnly(options: AccessOptions): MiddlewareHandler<AccessEnv> {
  return async (c, next) => {
    const editor = await whoAsks(c, options);
    if (editor === null) return refuse(c, 401, say('access.logIn'));
    if (editor === 'stranger') return refuse(c, 403, say('access.ownMachine'));
    c.set('editor', editor.name);
    return next();
  };
}

/** Login, logout and who asks: the only part of the API that is open to everybody. */
export function accessRoutes(options: AccessOptions): Hono {
  return loginRoutes(options, (c) => whoAsks(c, options));
}

export type WhoAsks = { name: string } | 'stranger' | null;

/** The editor of the session, null without one; on a desk without editors its user, or a stranger from elsewhere. */
async function whoAsks(c: Context, { store, desk, now, editor }: AccessOptions): Promise<WhoAsks> {
  if (!(await store.editors.any()))
    return isOwnMachine(outsideOf(c, desk.trustedProxies)) ? { name: editor } : 'stranger';
  const token = tokenOf(c);
  const name = token === null ? null : await store.sessions.editorOf(token, now());
  return name === null ? null : { name };
}

/** A proxy on this machine may pass on the whole world. */
function isOwnMachine({ address, host, forwarded }: Outside): boolean {
  return isLoopback(address) && isLocalName(nameIn(host)) && !forwarded;
}
