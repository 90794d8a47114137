import { and, eq, isNull } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import { inJson } from './curation.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';
import { say } from '../text/said.ts';

/** What an editor does to a story: all of its items into another story, one item out of it, one item over to another. */
export type StoryMove =
  | { action: 'merge'; story: number; target: number }
  | { action: 'split'; story: number; item: number }
  | { action: 'move'; story: number; item: number; target: number };

export interface Signature {
  editor: string;
  at: Instant;
  why: string;
  /** Made by the desk's client (see schema.ts). */
  deed?: string;
}

/**
 * Carries out a move and keeps it as a decision, in one transaction. The decision remembers which items stood where, so
 * that it can be undone. Returns its id. Throws when a story or an item is not there.
 */
export async function moveInStories(db: Db, move: StoryMove, signature: Signature): Promise<number> {
  return write(db, () => {
    const { editor, at, why, deed = null } = signature;
    const known =
      deed === null ? undefined : db.select().from(schema.decision).where(eq(schema.decision.deed, deed)).get();
    if (known !== undefined) return known.id;
    const members = itemsOf(db, move.story);
    const moved = move.action === 'merge' ? members : members.filter(({ id }) => id === move.item);
    if (members.length === 0) throw new Error(say('move.noStory', { id: move.story }));
    if (move.action !== 'merge' && moved.length === 0) throw new Error(say('move.notIn', move));
    const target = move.action === 'split' ? move.item : move.target;
    if (move.action !== 'split' && itemsOf(db, target).length === 0)
      throw new Error(say('move.noStory', { id: target }));
    if (move.action === 'split' && move.item === move.story) throw new Error(say('move.founds', move));
    const takenOn = { items: moved.map(({ id, title }) => ({ id, title, story: move.story })) };
    const item = move.action === 'merge' ? null : move.item;
    const row = { story: move.story, action: move.action, item, target, editor, at, why, takenOn, deed };
    const id = Number(db.insert(schema.decision).values(row).run().lastInsertRowid);
    const reason = {
      name: move.action,
      value: say(why === '' ? `join.${move.action}` : `join.${move.action}For`, { editor, why }),
      weight: 0,
    };
    place(
      db,
      moved.map((each) => each.id),
      target,
      [reason],
    );
    return id;
  });
}

/**
 * Puts the items of a move back where they stood, those that a later decision has moved on left alone. The caller has
 * undone the decision itself.
 */
export async function takeBack(db: Db, decision: typeof schema.decision.$inferSelect): Promise<void> {
  const items = decision.takenOn['items'];
  if (!Array.isArray(items)) return;
  const ids = items.map((item: { id: number }) => item.id);
  await write(db, () => {
    const { item } = schema;
    const there = and(inJson(item.id, ids), eq(item.story, decision.target ?? 0));
    const rows = db.select({ id: item.id }).from(item).where(there).all();
    place(
      db,
      rows.map(({ id }) => id),
      decision.story,
      [],
    );
  });
}

function itemsOf(db: Db, story: number) {
  return db
    .select()
    .from(schema.item)
    .where(and(eq(schema.item.story, story), isNull(schema.item.aliasOf)))
    .all();
}

function place(
  db: Db,
  ids: readonly number[],
  story: number,
  joinReasons: { name: string; value: string; weight: number }[],
): void {
  db.update(schema.item).set({ story, joinReasons }).where(inJson(schema.item.id, ids)).run();
}
