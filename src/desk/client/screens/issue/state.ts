import { computed, effect, signal, untracked } from '@preact/signals';
import type { IssueLang } from '../../../../model.ts';
import type { IssueView, PieceView, SectionView, SlotView, TextView } from '../../../wire/issue.ts';
import { get, Refused } from '../../api.ts';
import { marks } from '../../live.ts';
import { enqueue, onConfirmed, pending, refused } from '../../queue.ts';
import { route } from '../../route.ts';

/** The issue on the screen; null while it is not known, or when none is open. */
export const issue = signal<IssueView | null>(null);
export const isLoaded = signal(false);
/** Why it cannot be shown, in the desk's words. */
export const trouble = signal<string | null>(null);

/** Something of this screen is on its way: what the desk tells now is older than what is shown. */
const isWriting = computed(() => pending.value.some(({ path }) => path.startsWith('/issue/')));

/** Asks for the issue of the address, and again whenever something was written, but never over what is on its way. */
export function followIssue(): () => void {
  return effect(() => {
    const { screen, params } = route.value;
    const isShown = screen === 'issue' && marks.value !== null && !isWriting.value;
    if (isShown) void read(params['number'] ?? '');
  });
}

let asked = 0;

async function read(number: string): Promise<void> {
  const mine = ++asked;
  try {
    const answer = await get('/issue', number === '' ? {} : { number });
    if (mine !== asked || isWriting.value) return;
    issue.value = answer;
    trouble.value = null;
    isLoaded.value = true;
  } catch (error) {
    if (error instanceof Refused) trouble.value = error.message;
  }
}

/** Asks again now: after what was refused, or done apart from the queue. */
export async function refresh(): Promise<void> {
  await read(route.value.params['number'] ?? '');
}

/** Resolves once the desk has confirmed or refused everything that was done on this screen. */
export function nothingUnderWay(): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (isWriting.value) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

/** Changes what is shown at once; the desk confirms behind it. */
export function show(change: (now: IssueView) => IssueView): void {
  if (issue.value !== null) issue.value = change(issue.value);
}

/** Sends a change of the lineup through the queue, after it has been shown. */
export function send(path: string, body: Readonly<Record<string, unknown>>, what: string): void {
  enqueue(path, body, what);
}

export function textOf(view: IssueView, owner: string, field: string, lang: IssueLang): TextView | null {
  return view.texts.find((text) => text.owner === owner && text.field === field && text.lang === lang) ?? null;
}

/** The first of some languages in which a text is written. */
export function wordsOf(view: IssueView, owner: string, field: string, langs: readonly IssueLang[]): string {
  for (const lang of langs) {
    const value = textOf(view, owner, field, lang)?.value ?? '';
    if (value.trim() !== '') return value;
  }
  return '';
}

export function sectionOf(view: IssueView, key: string): SectionView | null {
  return view.sections.find((section) => section.key === key) ?? null;
}

export function slotsIn(view: IssueView, section: string): SlotView[] {
  return view.slots.filter((slot) => slot.section === section);
}

/** Pieces of a kind that stand by themselves in a section, or under another piece. */
export function piecesIn(
  view: IssueView,
  kind: PieceView['kind'],
  where: { section: string } | { parent: number },
): PieceView[] {
  return view.pieces.filter((piece) =>
    piece.kind !== kind
      ? false
      : 'parent' in where
        ? piece.parent === where.parent
        : piece.parent === null && piece.section === where.section,
  );
}

/** Whether readers have the texts of a language: they are locked, and a change is a correction. */
export function isSent(view: IssueView, lang: IssueLang): boolean {
  const state = view.editions.find((edition) => edition.lang === lang)?.state;
  return state === 'sent' || state === 'corrected';
}

onConfirmed((deed) => {
  if (deed.path.startsWith('/issue/') && deed.path !== '/issue/text') void refresh();
});
// What was shown as done and was refused is shown as it is.
effect(() => {
  if (refused.value.some(({ path }) => path.startsWith('/issue/'))) untracked(() => void refresh());
});
