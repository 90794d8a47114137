import { Hono } from 'hono';
import { z } from 'zod';
import { ISSUE_LANGS } from '../../model.ts';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { readBody } from '../parse.ts';

const textSchema = z.object({
  id: z.string().max(100),
  at: z.int().min(0),
  issue: z.int().min(1),
  /** Whose text: "slot:12". */
  owner: z.string().regex(/^(?:issue|section:\S{1,60}|(?:slot|piece):\d{1,15})$/, 'names no text of an issue'),
  field: z.string().min(1).max(60),
  lang: z.enum(ISSUE_LANGS),
  value: z.string().max(50_000),
  /** The version that the editor saw. */
  madeOn: z.int().nullable(),
});

/** POST /texts: a printed text, as an editor wrote it. Sent twice, it is stored once. Two edits at once meet in a 409. */
export function textRoutes({ store, now }: DeskContext): DeskApp {
  return new Hono<DeskEnv>().post('/texts', async (c) => {
    const { id: _id, at, ...text } = await readBody(c, textSchema);
    const author = c.get('editor');
    const outcome = await store.wordings.set({ ...text, author, at: Math.min(at, now()), state: 'draft' });
    switch (outcome.is) {
      case 'stored':
      case 'same':
        return c.json({ version: outcome.text.id, state: outcome.text.state });
      case 'conflict': {
        const { value, author: by } = outcome.theirs;
        const error = `${by} has written here since: “${value}”. Yours is kept: “${outcome.yours}”.`;
        return c.json({ error, theirs: { value, by, version: outcome.theirs.id }, yours: outcome.yours }, 409);
      }
      case 'locked':
        return c.json({ error: 'Readers have this text: only a correction may change it.' }, 409);
    }
  });
}
