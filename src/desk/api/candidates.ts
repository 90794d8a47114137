import { Hono } from 'hono';
import { z } from 'zod';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { readBody, readParams, readQuery } from '../parse.ts';
import { decide } from '../stories/decide.ts';
import { entryOf, keyOf, keysOf } from '../stories/entries.ts';
import { storyPage } from '../stories/page.ts';
import { slotsOf } from '../stories/slots.ts';
import type { DecisionNews } from '../wire/candidates.ts';
import { say } from '../../text/said.ts';
import { refuse } from '../refusal.ts';

const id = z.int().min(1);
const ofDeed = { id: z.string().min(8).max(100), at: z.int().min(0), why: z.string().max(2000).optional() };

const deedSchema = z.discriminatedUnion('action', [
  z.object({ ...ofDeed, action: z.enum(['keep', 'hold', 'spike']), story: id, night: z.iso.date().optional() }),
  z.object({ ...ofDeed, action: z.literal('merge'), story: id, target: id }),
  z.object({ ...ofDeed, action: z.literal('split'), story: id, item: id }),
  z.object({ ...ofDeed, action: z.literal('undo'), undoes: z.string().min(1).max(100) }),
]);

const afterSchema = z.object({ after: z.coerce.number().int().min(0) });
const storySchema = z.object({ story: z.coerce.number().int().min(1) });

/** The candidates, a story, and what is decided about it. */
export function candidateRoutes(context: DeskContext): DeskApp {
  const { store, reads } = context;
  return new Hono<DeskEnv>()
    .get('/candidates', (c) => reads('candidates', c))
    .get('/stories/:story', async (c) => {
      const { story } = readParams(c, storySchema);
      const page = await storyPage(story, context);
      return page === null ? refuse(c, 404, say('desk.noStory', { id: story })) : c.json(page);
    })
    .get('/decisions', async (c) => c.json(await newsAfter(readQuery(c, afterSchema).after, context)))
    .post('/decisions', async (c) => {
      const decision = await decide(await readBody(c, deedSchema), c.get('editor'), context);
      const before = decision.undoes === null ? null : await store.decisions.get(decision.undoes);
      return c.json(entryOf(decision, new Map(before === null ? [] : [[before.id, keyOf(before)]])));
    });
}

async function newsAfter(after: number, { store }: DeskContext): Promise<DecisionNews> {
  const rows = await store.decisions.after(after);
  const undone = await Promise.all(
    rows.flatMap(({ undoes }) => (undoes === null ? [] : [store.decisions.get(undoes)])),
  );
  const keys = keysOf(undone.flatMap((row) => (row === null ? [] : [row])));
  const issue = await store.issues.open();
  const slots = [...(await slotsOf(store, issue?.number ?? null))];
  const [notes, votes] = [await store.notes.counts(), await store.votes.counts()];
  const talkedOf = [...new Set([...notes.keys(), ...votes.keys()])];
  return {
    entries: rows.map((row) => entryOf(row, keys)),
    talk: talkedOf.map((story) => ({ story, notes: notes.get(story) ?? 0, votes: votes.get(story) ?? 0 })),
    slots: slots.map(([story, { section, place }]) => ({ story, section, place })),
  };
}
