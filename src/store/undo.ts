import { and, desc, eq } from 'drizzle-orm';
import type { Db } from './open.ts';
import type { PieceBefore, Pieces } from './pieces.ts';
import * as schema from './schema.ts';
import type { SlotPlace, Slots } from './slots.ts';
import { refused, type Changed, type EditorAct } from './trail.ts';

/**
 * Takes back one change of a slot or a piece: puts it back to what the trail says stood before. An undo is a change like
 * any other, so undoing it does the change again. What was done to other slots and pieces since stays.
 */
export async function undoChange(
  db: Db,
  { slots, pieces }: { slots: Slots; pieces: Pieces },
  trail: number,
  act: EditorAct,
): Promise<Changed> {
  const row = db.select().from(schema.trail).where(eq(schema.trail.id, trail)).get();
  const [kind, id] = (row?.owner ?? '').split(':');
  if (row === undefined || row.before === null) return refused('unknown');
  // What it was is kept as it was written by the very change.
  if (kind === 'slot') return slots.putBack(Number(id), row.before as unknown as SlotPlace, trail, act);
  return kind === 'piece'
    ? pieces.putBack(Number(id), row.before as unknown as PieceBefore, trail, act)
    : refused('unknown');
}

/** The newest change of slots or pieces by an editor that is not taken back: what their next undo means. */
export function lastChange(db: Db, issue: number, editor: string): typeof schema.trail.$inferSelect | null {
  const rows = db
    .select()
    .from(schema.trail)
    .where(and(eq(schema.trail.issue, issue), eq(schema.trail.editor, editor)))
    .orderBy(desc(schema.trail.id))
    .all();
  const undone = new Set(rows.map(({ undoes }) => undoes));
  return (
    rows.find((row) => row.before !== null && row.undoes === null && !undone.has(row.id) && isStructure(row)) ?? null
  );
}

function isStructure({ owner, action }: typeof schema.trail.$inferSelect): boolean {
  return /^(?:slot|piece):/.test(owner) && action !== 'sign';
}
