import { Hono } from 'hono';
import { z } from 'zod';
import type { Outcome } from '../../model.ts';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { daySchema, readParams } from '../parse.ts';
import type { AnswerRow, NightList, NightPage, NightStart } from '../wire/nights.ts';
import { words } from '../words.ts';

const NIGHTS = 60;

/** What is odd stands first. */
const BY_ODDITY: readonly Outcome[] = [
  'failed',
  'blocked',
  'gone',
  'stale',
  'late',
  'moved',
  'empty',
  'new',
  'same',
  'skipped',
];

const nightSchema = z.object({ night: daySchema });

/** The ledger as pages. */
export function nightRoutes({ store, config, now, nights: { begin } }: DeskContext): DeskApp {
  return new Hono<DeskEnv>()
    .get('/nights', async (c) => {
      const nights = await store.stages.list(NIGHTS);
      const { running } = await store.marks();
      const rows = nights.map((night) => {
        const { endedAt, verdict } = night;
        return {
          ...night,
          running: running !== null && endedAt === null && verdict === null,
          verdict: words(verdict ?? ''),
        };
      });
      return c.json<NightList>({ nights: rows });
    })
    .post('/nights/run', async (c) => {
      const start = await begin();
      if (start.is === 'begun')
        await store.settings.add({
          editor: c.get('editor'),
          at: now(),
          action: 'night-begun',
          about: '',
          before: null,
          after: null,
        });
      return c.json<NightStart>(start.is === 'failed' ? { is: 'failed', why: words(start.why) } : start);
    })
    .get('/nights/:night', async (c) => {
      const { night } = readParams(c, nightSchema);
      const { sources } = await config();
      const titles = new Map(sources.map(({ id, title }) => [id, title]));
      const rows = await store.nights.ledger(night);
      const answers = rows.map(({ sourceId, new: fresh, ...row }): AnswerRow => {
        const { outcome, status, ms, bytes, expected, got, updated, odd, diagnosis } = row;
        const title = titles.get(sourceId) ?? sourceId;
        return {
          source: sourceId,
          title,
          outcome,
          status,
          ms,
          bytes,
          expected,
          got,
          fresh,
          updated,
          odd,
          diagnosis: words(diagnosis),
        };
      });
      return c.json<NightPage>({ night, answers: answers.toSorted(byOddity) });
    });
}

function byOddity(a: AnswerRow, b: AnswerRow): number {
  const rank = BY_ODDITY.indexOf(a.outcome) - BY_ODDITY.indexOf(b.outcome);
  return rank || b.odd - a.odd || b.fresh - a.fresh || a.title.localeCompare(b.title);
}
