import type { IssueLang } from '../../../../model.ts';
import type { IssueView, PieceState, PieceView } from '../../../wire/issue.ts';
import { get, post, Refused } from '../../api.ts';
import { t } from '../../messages.ts';
import { adjust } from '../../route.ts';
import { issue, nothingUnderWay, piecesIn, refresh, send, show, slotsIn, trouble } from './state.ts';
import type { Words } from '../../../wire/words.ts';

/**
 * Puts a slot or a feature at a place, counted from 0 among what stands there now with the moved one in it; `section` may
 * be another one.
 */
export function moveTo(view: IssueView, owner: string, section: string, place: number): void {
  const id = idOf(owner);
  if (owner.startsWith('slot:')) {
    const moved = view.slots.find((slot) => slot.id === id);
    if (moved === undefined) return;
    const others = slotsIn(view, section).filter((slot) => slot !== moved);
    const target = placeAmongOthers(slotsIn(view, section).indexOf(moved), place, others.length);
    const before = others[target];
    show((now) => ({ ...now, slots: withBefore(now.slots, { ...moved, section }, before, section) }));
    send('/issue/move', { slot: id, section, place: target }, t('issue.didMove'));
    return;
  }
  const moved = view.pieces.find((piece) => piece.id === id);
  if (moved === undefined) return;
  const like = moved.parent === null ? { section } : { parent: moved.parent };
  const standing = piecesIn(view, moved.kind, like);
  const others = standing.filter((piece) => piece !== moved);
  const target = placeAmongOthers(standing.indexOf(moved), place, others.length);
  const before = others[target];
  show((now) => ({ ...now, pieces: withPieceBefore(now.pieces, { ...moved, section }, before) }));
  send('/issue/piece/change', { piece: id, section, place: target }, t('issue.didMove'));
}

/** Moves by one step; within its section. */
export function step(view: IssueView, owner: string, by: 1 | -1): void {
  const slot = view.slots.find((each) => each.owner === owner);
  const piece = view.pieces.find((each) => each.owner === owner);
  if (slot !== undefined) {
    const place = slotsIn(view, slot.section).indexOf(slot);
    if (place + by >= 0 && place + by < slotsIn(view, slot.section).length)
      moveTo(view, owner, slot.section, by > 0 ? place + 2 : place - 1);
  } else if (piece !== undefined) {
    const like = piecesIn(
      view,
      piece.kind,
      piece.parent === null ? { section: piece.section } : { parent: piece.parent },
    );
    const place = like.indexOf(piece);
    if (place + by >= 0 && place + by < like.length) moveTo(view, owner, piece.section, by > 0 ? place + 2 : place - 1);
  }
}

/** Takes a slot or a piece out of the issue; undo brings it back with its texts. */
export function remove(owner: string, next: string): void {
  const id = idOf(owner);
  if (owner.startsWith('slot:')) {
    show((now) => ({ ...now, slots: now.slots.filter((slot) => slot.id !== id) }));
    send('/issue/remove', { slot: id }, t('issue.didRemove'));
  } else {
    show((now) => ({ ...now, pieces: now.pieces.filter((piece) => piece.id !== id && piece.parent !== id) }));
    send('/issue/piece/remove', { piece: id }, t('issue.didRemove'));
  }
  if (next !== '') adjust({ at: next });
}

/** One after the other: two keys in a row take two changes back, not one of them twice. */
let undoing = Promise.resolve();

/** Takes back the editor's newest change of the lineup. */
export function undo(): void {
  undoing = undoing.then(takeBack);
}

async function takeBack(): Promise<void> {
  // The newest change may be on its way still: only then does the desk know what is to be taken back.
  await nothingUnderWay();
  const number = String(issue.value?.number ?? '');
  await attempt(async () => {
    const last = (await get('/issue', { number }))?.undo;
    return last ? post('/issue/undo', { trail: last.trail }) : null;
  });
}

export async function addPiece(
  view: IssueView,
  piece: { kind: Exclude<PieceView['kind'], 'figure'>; section: string; parent?: number },
  facts: Readonly<Record<string, string | number | null>> = {},
): Promise<void> {
  const done = await attempt(() => post('/issue/piece', { issue: view.number, ...piece, facts }));
  if (done !== null && piece.parent === undefined) adjust({ at: `piece:${done.id}` });
}

export interface PieceEdit {
  facts?: Readonly<Record<string, string | number | null>>;
  assignee?: string | null;
  due?: string | null;
  state?: PieceState;
  sensitive?: Words | null;
}

export function changePiece(piece: PieceView, change: PieceEdit): void {
  show((now) => ({
    ...now,
    pieces: now.pieces.map((each) =>
      each.id === piece.id ? { ...each, ...change, facts: { ...each.facts, ...change.facts } } : each,
    ),
  }));
  const { sensitive, ...rest } = change;
  const flag = sensitive === undefined ? {} : { sensitive: sensitive?.en ?? '' };
  send('/issue/piece/change', { piece: piece.id, ...rest, ...flag }, t('issue.didChange'));
}

export function flagSlot(slot: number, sensitive: Words | null): void {
  show((now) => ({ ...now, slots: now.slots.map((each) => (each.id === slot ? { ...each, sensitive } : each)) }));
  send('/issue/flag', { slot, sensitive: sensitive?.en ?? '' }, t('issue.didFlag'));
}

export async function sign(owner: string, lang: IssueLang): Promise<void> {
  await attempt(() => post('/issue/sign', { owner, lang }));
}

export async function stepEdition(
  view: IssueView,
  lang: IssueLang,
  action: 'review' | 'return' | 'sign' | 'send',
): Promise<void> {
  // Once it is sent another issue is the open one: the address goes on naming this one.
  if (action === 'send') adjust({ number: String(view.number) });
  await attempt(() => post('/issue/edition', { issue: view.number, lang, action }));
}

/** Does what needs the desk's word before it is shown; what it refuses is said in its own words. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    const done = await work();
    trouble.value = null;
    await refresh();
    return done;
  } catch (error) {
    trouble.value = error instanceof Refused ? error.message : t('issue.unreachable');
    return null;
  }
}

export function idOf(owner: string): number {
  return Number(owner.split(':')[1]);
}

/** From a place among all to one among the others: taking the moved one out shifts what stood behind it. */
function placeAmongOthers(from: number, place: number, others: number): number {
  const target = from >= 0 && from < place ? place - 1 : place;
  return Math.min(Math.max(target, 0), others);
}

function withBefore<T extends { id: number; section: string }>(
  list: readonly T[],
  moved: T,
  before: T | undefined,
  section: string,
): T[] {
  const others = list.filter((each) => each.id !== moved.id);
  const last = others.findLastIndex((each) => each.section === section);
  const index = before === undefined ? (last < 0 ? others.length : last + 1) : others.indexOf(before);
  return [...others.slice(0, index), moved, ...others.slice(index)];
}

function withPieceBefore(list: readonly PieceView[], moved: PieceView, before: PieceView | undefined): PieceView[] {
  const others = list.filter((each) => each.id !== moved.id);
  const index = before === undefined ? others.length : others.indexOf(before);
  return [...others.slice(0, index), moved, ...others.slice(index)];
}
