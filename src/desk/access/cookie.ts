import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { LONGEST } from '../../store/sessions.ts';

const NAME = 'nightdesk';
/** No script reads it, no other site's page sends it. */
const RULES = { httpOnly: true, sameSite: 'Strict', path: '/' } as const;

/** The session's token; null without one. Behind https only the cookie counts that no page in the clear can have set. */
export function tokenOf(c: Context): string | null {
  return getCookie(c, NAME, 'host') ?? getCookie(c, NAME) ?? null;
}

export function giveToken(c: Context, token: string, secure: boolean): void {
  const maxAge = LONGEST / 1000;
  if (secure) setCookie(c, NAME, token, { ...RULES, secure, maxAge, prefix: 'host' });
  else setCookie(c, NAME, token, { ...RULES, maxAge });
}

export function takeToken(c: Context): void {
  deleteCookie(c, NAME, { ...RULES });
  deleteCookie(c, NAME, { ...RULES, secure: true, prefix: 'host' });
}
