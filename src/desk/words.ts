import type { MiddlewareHandler } from 'hono';
import { inKorean } from '../text/said.ts';
import type { Words } from './wire/words.ts';

/** A sentence in both languages of the interface; what no table knows (another machine's own words) is the same in both. */
export function words(english: string): Words {
  return { en: english, ko: inKorean(english) ?? english };
}

/** Adds its Korean to what the API refuses, where the table knows it. */
export const refusalsInKorean: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.status < 400 || c.res.headers.get('content-type')?.includes('json') !== true) return;
  const told = (await c.res.clone().json()) as { error?: unknown };
  const ko = typeof told.error === 'string' ? inKorean(told.error) : null;
  if (ko !== null) c.res = new Response(JSON.stringify({ ...told, ko }), c.res);
};
