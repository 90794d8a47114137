import { Hono } from 'hono';
import { z } from 'zod';
import type { Outcome } from '../../model.ts';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { readParams } from '../parse.ts';
import type { AnswerRow, NightList, NightPage } from '../wire/nights.ts';

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

const nightSchema = z.object({ night: z.string().regex(/^\d{4}-\d\d-\d\d$/, 'not a day such as 2026-02-15') });

/** The ledger as pages. */
export function nightRoutes({ store, config }: DeskContext): DeskApp {
  return new Hono<DeskEnv>()
    .get('/nights', async (c) => {
      const nights = await store.stages.list(NIGHTS);
      const rows = nights.map((night) => {
        const running = night.endedAt === null && night.verdict === null;
        return { ...night, running, verdict: night.verdict ?? '' };
      });
      return c.json<NightList>({ nights: rows });
    })
    .get('/nights/:night', async (c) => {
      const { night } = readParams(c, nightSchema);
      const { sources } = await config();
      const titles = new Map(sources.map(({ id, title }) => [id, title]));
      const rows = await store.nights.ledger(night);
      const answers = rows.map(({ sourceId, new: fresh, ...row }): AnswerRow => {
        const { outcome, status, ms, bytes, expected, got, updated, odd, diagnosis } = row;
        const title = titles.get(sourceId) ?? sourceId;
        return { source: sourceId, title, outcome, status, ms, bytes, expected, got, fresh, updated, odd, diagnosis };
      });
      const asked = sources.filter(({ enabled }) => enabled).length;
      return c.json<NightPage>({ night, answers: answers.toSorted(byOddity), sources: asked });
    });
}

function byOddity(a: AnswerRow, b: AnswerRow): number {
  const rank = BY_ODDITY.indexOf(a.outcome) - BY_ODDITY.indexOf(b.outcome);
  return rank || b.odd - a.odd || b.fresh - a.fresh || a.title.localeCompare(b.title);
}
