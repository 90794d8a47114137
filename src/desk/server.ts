import { Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { accessRoutes, editorsOnly, ownRequestsOnly } from './access/access.ts';
import { addRoutes } from './api/add.ts';
import { candidateRoutes } from './api/candidates.ts';
import { featureRoutes } from './api/features.ts';
import { figureRoutes } from './api/figures.ts';
import { issueOutRoutes } from './api/issue-out.ts';
import { issueWorkRoutes } from './api/issue-work.ts';
import { issueRoutes } from './api/issue.ts';
import { eventRoutes } from './api/events.ts';
import { frameRoutes } from './api/frame.ts';
import { historyRoutes } from './api/history.ts';
import { insightRoutes } from './api/insight.ts';
import { nightRoutes } from './api/nights.ts';
import { peopleRoutes } from './api/people.ts';
import { searchRoutes } from './api/search.ts';
import { sourceRoutes } from './api/sources.ts';
import type { DeskApp, DeskContext, DeskEnv, DeskOptions } from './context.ts';
import { EventHub } from './events.ts';
import { safeHeaders } from './headers.ts';
import { remembering } from './reads.ts';
import { serveClient } from './static.ts';
import { DATABASE_HEADER } from './wire.ts';
import { say } from '../text/said.ts';
import { bodyOf, Refusal, refuse } from './refusal.ts';

/** The desk: its API and the built client. Nothing listens yet; requests can be put to `app` in the same process. */
export function createDesk(options: DeskOptions): { app: DeskApp; close: () => void } {
  const events = new EventHub(options.store, options.now);
  const context: DeskContext = { ...options, events, reads: remembering(options, events) };
  const app = new Hono<DeskEnv>();
  app.use(safeHeaders);
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json(error.body, error.status);
    const why = say('desk.failed', { why: error.message });
    if (error instanceof HTTPException) return c.json(bodyOf(why), error.status);
    options.log('request failed', { path: c.req.path, error: error.stack ?? error.message });
    return refuse(c, 500, why);
  });
  app.notFound((c) => refuse(c, 404, say('desk.nothingAt', { path: c.req.path })));
  app.get('/healthz', async (c) => {
    await options.store.marks();
    return c.json({ ok: true });
  });
  const access = { ...options, desk: options.access };
  app.use(ownRequestsOnly(access));
  app.route('/api', accessRoutes(access));
  app.use('/api/*', editorsOnly(access));
  app.use('/api/*', sameDatabase(options.stamp));
  app.route('/api', routes(context));
  app.use(serveClient(options.client));
  return { app, close: () => events.close() };
}

/** Turns away what waited in a browser while another database stood here: its numbers mean other stories now. */
function sameDatabase(stamp: string): MiddlewareHandler {
  return async (c, next) => {
    const madeOn = c.req.header(DATABASE_HEADER);
    if (madeOn === undefined || madeOn === stamp) return next();
    return refuse(c, 412, say('desk.otherDatabase'));
  };
}

/** One file a screen. */
function routes(context: DeskContext): DeskApp {
  const api = new Hono<DeskEnv>();
  for (const make of [
    eventRoutes,
    frameRoutes,
    peopleRoutes,
    historyRoutes,
    addRoutes,
    candidateRoutes,
    issueRoutes,
    issueWorkRoutes,
    issueOutRoutes,
    figureRoutes,
    featureRoutes,
    searchRoutes,
    sourceRoutes,
    nightRoutes,
    insightRoutes,
  ])
    api.route('/', make(context));
  return api;
}
