import { Hono } from 'hono';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { insightPage } from '../insight/page.ts';

/** GET /insight: what the pictures of the team's work are drawn from. */
export function insightRoutes({ store, config, now }: DeskContext): DeskApp {
  return new Hono<DeskEnv>().get('/insight', async (c) => c.json(await insightPage(store, await config(), now())));
}
