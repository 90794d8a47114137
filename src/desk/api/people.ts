import { Hono } from 'hono';
import { z } from 'zod';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { readBody } from '../parse.ts';

const deskId = z.string().min(8).max(64);
const presenceSchema = z.object({ desk: deskId, place: z.string().max(60) });
/** What the client's queue adds to everything it sends. */
const deed = { id: z.string().max(64), at: z.int().min(0) };
const noteSchema = z.object({ ...deed, story: z.int(), text: z.string().trim().min(1).max(4000) });
const noteUndoSchema = z.object({ ...deed, note: z.int() });
const voteSchema = z.object({ ...deed, story: z.int(), value: z.union([z.literal(-1), z.literal(0), z.literal(1)]) });

/** Who is where, and what editors say to each other about stories. */
export function peopleRoutes({ store, now }: DeskContext): DeskApp {
  // The browser's clock may be ahead; what waited there keeps its time.
  const timeOf = ({ at }: { at: number }): number => Math.min(at, now());
  return new Hono<DeskEnv>()
    .post('/presence', async (c) => {
      const { desk, place } = await readBody(c, presenceSchema);
      await store.presences.say({ desk, place, editor: c.get('editor'), seenAt: now() });
      return c.json({ ok: true });
    })
    .post('/presence/leave', async (c) => {
      await store.presences.leave((await readBody(c, z.object({ desk: deskId }))).desk);
      return c.json({ ok: true });
    })
    .post('/notes', async (c) => {
      const { id, story, text, ...when } = await readBody(c, noteSchema);
      await store.notes.add({ story, text, editor: c.get('editor'), at: timeOf(when), deed: id });
      return c.json({ ok: true });
    })
    .post('/notes/undo', async (c) => {
      const { id, note, ...when } = await readBody(c, noteUndoSchema);
      await store.notes.undo(note, c.get('editor'), timeOf(when), id);
      return c.json({ ok: true });
    })
    .post('/votes', async (c) => {
      const { id, story, value, ...when } = await readBody(c, voteSchema);
      await store.votes.add({ story, value, editor: c.get('editor'), at: timeOf(when), deed: id });
      return c.json({ ok: true });
    });
}
