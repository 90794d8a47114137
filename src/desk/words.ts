import type { MiddlewareHandler } from 'hono';
import { inKorean } from '../text/said.ts';
import type { Words } from './wire/words.ts';

/** A sentence in both languages of the interface; what no table knows (another machine's own words) is the same in both. */
export function words(english: string): Words {
  return { en: english, ko: inKorean(english) ?? english };
}

/** Adds to what the API refuses its Korean. */
export const refusalsInKorean: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.status < 400 || c.res.headers.get('content-type')?.includes('json') !== true) return;
  const told = (await c.res.clone().json()) as { error?: unknown };
  if (typeof told.error !== 'string') return;
  c.res = new Response(JSON.stringify({ ...told, ko: words(told.error).ko }), c.res);
};
