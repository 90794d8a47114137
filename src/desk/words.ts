import type { MiddlewareHandler } from 'hono';
import { inKorean } from '../text/said.ts';
import type { Words } from './wire/words.ts';

/** A sentence in both languages of the interface; what no table knows (another machine's own words) is the same in both. */
export function words(english: string): Words {
  const before = said.get(english);
  if (before !== undefined) return before;
  if (said.size >= MOST) said.clear();
  const both = { en: english, ko: inKorean(english) ?? english };
  said.set(english, both);
  return both;
}

/** Reading a sentence back takes up to a millisecond, and a ledger has one for every source, mostly the same ones. */
const said = new Map<string, Words>();
const MOST = 5000;

/** Adds its Korean to what the API refuses, where the table knows it. */
export const refusalsInKorean: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.status < 400 || c.res.headers.get('content-type')?.includes('json') !== true) return;
  const told = (await c.res.clone().json()) as { error?: unknown };
  const ko = typeof told.error === 'string' ? inKorean(told.error) : null;
  if (ko !== null) c.res = new Response(JSON.stringify({ ...told, ko }), c.res);
};
