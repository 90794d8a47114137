import { Hono } from 'hono';
import { z } from 'zod';
import { DEED_KINDS, type Deed } from '../../store/history.ts';
import type { EditorAct } from '../../store/trail.ts';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { deedName, kindOfPiece, ownerName } from '../names.ts';
import { readBody, readQuery } from '../parse.ts';
import type { DeedList, DeedRow } from '../wire/history.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { say } from '../../text/said.ts';

const PAGE = 100;

const querySchema = z.object({
  story: z.coerce.number().int().optional(),
  editor: z.string().max(100).optional(),
  kind: z.enum(DEED_KINDS).optional(),
  before: z.coerce.number().int().optional(),
});
const undoSchema = z.object({ kind: z.enum(DEED_KINDS), id: z.int() });

/** Who did what, and the way back. */
export function historyRoutes(context: DeskContext): DeskApp {
  const { store, now } = context;
  return new Hono<DeskEnv>()
    .get('/history', async (c) => {
      const rows = await store.history.list({ ...readQuery(c, querySchema), limit: PAGE });
      const before = rows.length === PAGE ? (rows.at(-1)?.at ?? null) : null;
      const deeds = rows.map(async (deed) => ({
        ...(await inWords(deed, context)),
        reversible: isReversible(deed, c.get('editor')),
      }));
      return c.json<DeedList>({ deeds: await Promise.all(deeds), before, editors: await store.history.editors() });
    })
    .post('/history/undo', async (c) => {
      const { kind, id } = await readBody(c, undoSchema);
      const deed = await store.history.get(kind, id);
      if (deed === null || !isReversible(deed, c.get('editor'))) throw refused();
      await takeBack(deed, { editor: c.get('editor'), at: now() }, context);
      return c.json({ ok: true });
    });
}

/** A deed with its name. What was done to an issue is stored with its owner before the note. */
async function inWords(deed: Deed, { store }: DeskContext): Promise<Omit<DeedRow, 'reversible'>> {
  const name = deedName(deed.kind, deed.what);
  if (deed.kind !== 'issue') return { ...deed, name };
  const [owner = '', ...note] = deed.detail.split(' ');
  const detail = note.join(' ');
  // A story is named by its title.
  if (deed.story !== null) return { ...deed, name, detail };
  const what = ownerName(owner, await kindOfPiece(store, owner));
  return { ...deed, name: { en: `${name.en}: ${what.en}`, ko: `${name.ko}: ${what.ko}` }, detail };
}

/** A decision, a note, a change of the lineup goes back once; a vote by its own editor; an older text comes back. */
function isReversible({ kind, what, undone, editor }: Deed, asks: string): boolean {
  switch (kind) {
    case 'text':
      return undone;
    case 'decision':
    case 'note':
      return !undone && what !== 'undo';
    case 'vote':
      return !undone && what !== 'taken back' && editor === asks;
    case 'issue':
      return !undone && ['add', 'remove', 'move', 'change'].includes(what);
    case 'setting':
      return false;
  }
}

async function takeBack({ kind, id }: Deed, act: EditorAct, { store }: DeskContext): Promise<void> {
  const { editor, at } = act;
  switch (kind) {
    case 'decision':
      return store.undo(id, editor, at);
    case 'note':
      return store.notes.undo(id, editor, at);
    case 'vote':
      return store.votes.takeBack(id, editor, at);
    case 'text': {
      const madeOn = await store.history.textInForce(id);
      return accepted((await store.wordings.restore(id, { madeOn, author: editor, at })).is);
    }
    case 'issue':
      return accepted((await store.undoChange(id, act)).is);
    case 'setting':
      throw refused();
  }
}

/** What a store's change came to: readers may have the issue, or somebody was faster. */
function accepted(outcome: string): void {
  if (outcome === 'locked' || outcome === 'refused' || outcome === 'conflict') throw refused();
}

function refused(): Refusal {
  return refusal(409, say('desk.noWayBack'));
}
