import { z } from 'zod';
import type { NewPiece } from '../../store/pieces.ts';
import type { Changed, EditorAct } from '../../store/trail.ts';
import type { DeskContext } from '../context.ts';
import { startFeature } from './features.ts';

const line = z.string().trim().max(500);
const place = { issue: z.int(), section: z.string(), parent: z.int().optional() };

/** A piece as the client asks for it; figures come with their bytes, another way. */
export const newPieceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('feature'), ...place, facts: z.object({ story: z.int().nullable().default(null) }) }),
  z.object({ kind: z.literal('part'), ...place, facts: z.object({ key: line.min(1) }) }),
  z.object({
    kind: z.literal('link'),
    ...place,
    facts: z.object({ url: z.url({ protocol: /^https?$/ }), title: line, outlet: line }),
  }),
  z.object({ kind: z.literal('take'), ...place, facts: z.object({ person: line.min(1) }) }),
  z.object({ kind: z.literal('prompt'), ...place, facts: z.object({ model: line.default('') }) }),
  z.object({ kind: z.literal('letter'), ...place, facts: z.object({ from: line.default('') }) }),
]);

/** Adds a piece to an issue. */
export async function addPiece(
  { store }: DeskContext,
  piece: z.output<typeof newPieceSchema>,
  act: EditorAct,
): Promise<Changed> {
  if (piece.kind !== 'feature') return store.pieces.add(withoutMissing(piece), act);
  const issue = await store.issues.get(piece.issue);
  if (issue === null) return { is: 'refused', because: 'unknown' };
  return startFeature(store, issue, { section: piece.section, story: piece.facts.story }, act);
}

function withoutMissing({ parent, ...piece }: Exclude<z.output<typeof newPieceSchema>, { kind: 'feature' }>): NewPiece {
  return parent === undefined ? piece : { ...piece, parent };
}
