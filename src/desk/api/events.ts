import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import type { DeskEvent } from '../wire.ts';

/** Proxies close connections that say nothing. */
const ALIVE_EVERY_MS = 15_000;

/** GET /events: the marks at once, then whatever changes, as server-sent events. */
export function eventRoutes({ events }: DeskContext): DeskApp {
  return new Hono<DeskEnv>().get('/events', (c) => {
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      const send = ({ type, ...data }: DeskEvent): Promise<void> =>
        stream.writeSSE({ event: type, data: JSON.stringify(data), retry: 1000 });
      const stop = events.listen((event) => void send(event));
      stream.onAbort(stop);
      await send({ type: 'marks', marks: await events.marks() });
      const presence = await events.presence();
      if (presence.length > 0) await send({ type: 'presence', presence });
      while (!stream.aborted) {
        await stream.sleep(ALIVE_EVERY_MS);
        await stream.write(': still here\n\n');
      }
    });
  });
}
