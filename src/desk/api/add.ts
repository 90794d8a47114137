import { Hono } from 'hono';
import { z } from 'zod';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { readBody, urlSchema } from '../parse.ts';
import type { AddReply } from '../wire/add.ts';
import { words } from '../words.ts';

const bodySchema = z.object({ url: urlSchema });

/** POST /add: reads a page and puts it into the open issue, or tells in words why not. */
export function addRoutes({ add }: DeskContext): DeskApp {
  return new Hono<DeskEnv>().post('/add', async (c) => {
    const { url } = await readBody(c, bodySchema);
    const found = await add(url, c.get('editor'));
    if (found.is === 'refused') return c.json<AddReply>({ is: 'refused', why: words(found.why) });
    const { is, issue, section, place, story } = found;
    const { id, lead, items } = story;
    return c.json<AddReply>({ is, issue, section, place, story: id, title: lead.title, others: items.length - 1 });
  });
}
