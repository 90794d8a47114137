import { Hono } from 'hono';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import type { Frame } from '../wire.ts';
import { words } from '../words.ts';

/** GET /frame: what stands around every screen. */
export function frameRoutes({ store, config, now, stamp, nights }: DeskContext): DeskApp {
  return new Hono<DeskEnv>().get('/frame', async (c) => {
    const { languages, timezone } = await config();
    const issue = await store.issues.open();
    const run = (await store.nights.runs()).at(-1);
    const frame: Frame = {
      editor: c.get('editor'),
      team: await store.editors.any(),
      database: stamp,
      now: now(),
      languages,
      timezone,
      issue: issue && { number: issue.number },
      lastNight:
        run === undefined
          ? null
          : {
              night: run.night,
              verdict: run.verdict === null ? null : words(run.verdict),
              running: (await store.marks()).running !== null,
            },
      nextNight: await nights.next(),
    };
    return c.json(frame);
  });
}
