import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { z } from 'zod';
import { SECTIONS } from '../../model.ts';
import { SEARCHED_DECISIONS } from '../../store/search-query.ts';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { daySchema, readQuery } from '../parse.ts';
import type { Hit, HitList } from '../wire/search.ts';

const DAY = 86_400_000;
const LIMIT = 60;
const SUMMARY = 280;
/** How long a search waits for the newest items to be indexed, in milliseconds. */
const PATIENCE_MS = 150;

const day = daySchema.transform((text) => Date.parse(text)).optional();
const querySchema = z.object({
  q: z.string().max(300).default(''),
  section: z.enum(SECTIONS).optional(),
  source: z.string().max(200).optional(),
  decision: z.enum(SEARCHED_DECISIONS).optional(),
  from: day,
  to: day,
});

/** Cut at a word, with a mark that something is missing. */
function shortened(text: string): string {
  const letters = Array.from(text);
  if (letters.length <= SUMMARY) return text;
  return `${letters
    .slice(0, SUMMARY)
    .join('')
    .replace(/\s+\S*$/, '')} …`;
}

/** GET /search: full text over everything that is kept. */
export function searchRoutes({ store }: DeskContext): DeskApp {
  return new Hono<DeskEnv>().get('/search', async (c) => {
    const { q, to, ...filter } = readQuery(c, querySchema);
    // What was decided or collected a moment ago is found; a night that writes just now is not waited for.
    await Promise.race([store.search.catchUp().catch(() => 0), sleep(PATIENCE_MS)]);
    const { items, more } = await store.search.find(q, {
      ...filter,
      to: to === undefined ? undefined : to + DAY,
      limit: LIMIT,
    });
    const standings = await store.search.standings(items.flatMap(({ story }) => story ?? []));
    const hits = items.map(({ id, story, title, url, outlet, published, language, section, summary }): Hit => {
      const standing = story === null ? undefined : standings.get(story);
      return {
        item: id,
        story,
        title,
        outlet,
        published,
        section,
        lang: language,
        url: /^https?:/i.test(url) ? url : null,
        summary: shortened(summary),
        decision: standing?.decision ?? 'none',
        issue: standing?.issue ?? null,
      };
    });
    return c.json<HitList>({ hits, more });
  });
}
