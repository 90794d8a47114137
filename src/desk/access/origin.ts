import type { Outside } from './outside.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request that changes something comes from the desk's own pages. A browser says so by Sec-Fetch-Site and by
 * Origin, which no page of another site can set; what says neither is no browser of today and is turned away, so that
 * there is no gap to slip through.
 */
export function isOwnRequest(
  request: { method: string; origin: string | undefined; site: string | undefined },
  { scheme, host }: Outside,
  publicUrl: string,
): boolean {
  const { method, origin, site } = request;
  if (SAFE_METHODS.includes(method)) return true;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site === 'same-origin';
  const own = [`${scheme}://${host}`, ...(publicUrl === '' ? [] : [new URL(publicUrl).origin])];
  return own.includes(origin.toLowerCase());
}
