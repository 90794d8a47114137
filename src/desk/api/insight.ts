import { Hono } from 'hono';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';

/** GET /insight: what the pictures of the team's work are drawn from. */
export function insightRoutes({ reads }: DeskContext): DeskApp {
  return new Hono<DeskEnv>().get('/insight', (c) => reads('insight', c));
}
