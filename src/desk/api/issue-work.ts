import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { addPiece, newPieceSchema } from '../issue/add-piece.ts';
import { answer } from '../issue/refusal.ts';
import { langSchema } from '../issue/opened.ts';
import { sendEdition } from '../issue/send.ts';
import { textView } from '../issue/view.ts';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { readBody } from '../parse.ts';
import type { EditorAct } from '../../store/trail.ts';
import { PIECE_STATES, type ConflictDetails, type TextReply } from '../wire/issue.ts';
import { say } from '../../text/said.ts';
import { bodyOf } from '../refusal.ts';

const textBody = z.object({
  issue: z.int(),
  owner: z.string().max(200),
  field: z.string().max(100),
  lang: langSchema,
  value: z.string().max(200_000),
  madeOn: z.int().nullable(),
  state: z.enum(['draft', 'checked']).optional(),
  correction: z.string().max(2000).optional(),
  /** When it was written, for what waited in a browser. */
  at: z.int().min(0).optional(),
});
const moveBody = z.object({ slot: z.int(), section: z.string(), place: z.int().min(0) });
const slotBody = z.object({ slot: z.int() });
const flagBody = slotBody.extend({ sensitive: z.string().max(500).nullable() });
const signBody = z.object({ owner: z.string().regex(/^(?:slot|piece):\d+$/), lang: langSchema });
const pieceFacts = z.record(z.string(), z.union([z.string().max(4000), z.number(), z.null()]));
const changePieceBody = z.object({
  piece: z.int(),
  facts: pieceFacts.optional(),
  section: z.string().optional(),
  place: z.int().min(0).optional(),
  assignee: z.string().max(200).nullable().optional(),
  due: z.iso.date().nullable().optional(),
  state: z.enum(PIECE_STATES).optional(),
  sensitive: z.string().max(500).nullable().optional(),
});
const editionBody = z.object({
  issue: z.int(),
  lang: langSchema,
  action: z.enum(['review', 'return', 'sign', 'send']),
});

/** What editors do to an issue. Every change names who did it, and can be taken back until readers have it. */
export function issueWorkRoutes(context: DeskContext): DeskApp {
  const { store, now } = context;
  const actOf = (c: Context<DeskEnv>): EditorAct => ({ editor: c.get('editor'), at: now() });
  return new Hono<DeskEnv>()
    .post('/issue/text', async (c) => {
      const { correction, state, at = now(), ...text } = await readBody(c, textBody);
      const author = c.get('editor');
      const optional = {
        ...(correction === undefined ? {} : { correction }),
        ...(state === undefined ? {} : { state }),
      };
      const outcome = await store.wordings.set({ ...text, author, at: Math.min(at, now()), ...optional });
      switch (outcome.is) {
        case 'stored':
        case 'same':
          return c.json<TextReply>({ text: textView(outcome.text) });
        case 'locked':
          return answer(c, { is: 'refused', because: 'sent' });
        case 'conflict': {
          const theirs = textView(outcome.theirs);
          const why = bodyOf(say('desk.conflict', { name: theirs.author }));
          return c.json<ConflictDetails>({ ...why, theirs, yours: outcome.yours }, 409);
        }
      }
    })
    .post('/issue/move', async (c) => {
      const { slot, ...to } = await readBody(c, moveBody);
      return answer(c, await store.slots.move(slot, to, actOf(c)));
    })
    .post('/issue/remove', async (c) => {
      const { slot } = await readBody(c, slotBody);
      return answer(c, await store.slots.remove(slot, actOf(c)));
    })
    .post('/issue/flag', async (c) => {
      const { slot, sensitive } = await readBody(c, flagBody);
      return answer(c, await store.slots.flag(slot, sensitive, actOf(c)));
    })
    .post('/issue/sign', async (c) => {
      const { owner, lang } = await readBody(c, signBody);
      const id = Number(owner.split(':')[1]);
      const kind = owner.startsWith('slot:') ? store.slots : store.pieces;
      return answer(c, await kind.sign(id, lang, actOf(c)));
    })
    .post('/issue/piece', async (c) => {
      const piece = await readBody(c, newPieceSchema);
      return answer(c, await addPiece(context, piece, actOf(c)));
    })
    .post('/issue/piece/change', async (c) => {
      const { piece, ...change } = await readBody(c, changePieceBody);
      return answer(c, await store.pieces.change(piece, given(change), actOf(c)));
    })
    .post('/issue/piece/remove', async (c) => {
      const { piece } = await readBody(c, z.object({ piece: z.int() }));
      return answer(c, await store.pieces.remove(piece, actOf(c)));
    })
    .post('/issue/undo', async (c) => {
      const { trail } = await readBody(c, z.object({ trail: z.int() }));
      return answer(c, await store.undoChange(trail, actOf(c)));
    })
    .post('/issue/edition', async (c) => {
      const { issue, lang, action } = await readBody(c, editionBody);
      const { editions } = store;
      switch (action) {
        case 'review':
          return answer(c, await editions.review(issue, lang, actOf(c)));
        case 'return':
          return answer(c, await editions.sendBack(issue, lang, actOf(c)));
        case 'sign':
          return answer(c, await editions.sign(issue, lang, actOf(c)));
        case 'send':
          return answer(c, await sendEdition(context, issue, lang, actOf(c)));
      }
    });
}

/** The keys that were given: for the store a missing one stays as it is. */
function given<T extends object>(change: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
