import { effect, signal, untracked } from '@preact/signals';
import type { IssueLang } from '../../../../model.ts';
import type { ConflictDetails, TextReply, TextView } from '../../../wire/issue.ts';
import { dismiss, enqueue, onConfirmed, pending, refused, type RefusedDeed, toSettle } from '../../queue.ts';
import { hrefOf } from '../../route.ts';
import { show } from './state.ts';

/** Which text. */
export interface TextKey {
  issue: number;
  owner: string;
  field: string;
  lang: IssueLang;
}

/** What an editor has typed and the desk has not confirmed. It is kept in this browser with every letter. */
export interface Draft extends TextKey {
  value: string;
  /** The version it was written on; null when there was none. */
  madeOn: number | null;
  correction?: string;
}

const PREFIX = 'nightdesk.draft.';

export const drafts = signal<ReadonlyMap<string, Draft>>(load());
/** Texts that somebody else has changed meanwhile, with theirs. */
export const conflicts = signal<ReadonlyMap<string, TextView>>(new Map());
// On other screens a line leads here.
effect(() => {
  toSettle.value = [...conflicts.value].flatMap(([name, theirs]) => {
    const { issue, owner } = drafts.peek().get(name) ?? {};
    if (issue === undefined || owner === undefined) return [];
    return [{ what: theirs.value, href: hrefOf('issue', { number: String(issue), at: owner }) }];
  });
});

/** Keeps what has been typed so far. `standing` is the text that was seen. */
export function write(key: TextKey, value: string, standing: TextView | null, correction?: string): void {
  const name = nameOf(key);
  const madeOn = drafts.value.get(name)?.madeOn ?? standing?.version ?? null;
  keep({ ...key, value, madeOn, ...(correction === undefined ? {} : { correction }) });
}

/** Sends what was typed, unless a version of it is on its way: then it goes behind that one. */
export function save(key: TextKey, what: string): void {
  const draft = drafts.value.get(nameOf(key));
  if (draft === undefined || conflicts.value.has(nameOf(key)) || isUnderWay(key)) return;
  enqueue('/issue/text', { ...draft }, what);
}

/** Says that a text is read and right, as it stands. */
export function confirm(key: TextKey, standing: TextView, what: string): void {
  show((view) => ({
    ...view,
    texts: view.texts.map((text) => (text === standing ? { ...text, state: 'checked' } : text)),
  }));
  enqueue('/issue/text', { ...key, value: standing.value, madeOn: standing.version, state: 'checked' }, what);
}

/** Ends a conflict: with theirs, which drops what was typed, or with words of the editor's choice, made on theirs. */
export function settle(key: TextKey, value: string | null, what: string): void {
  const name = nameOf(key);
  const theirs = conflicts.value.get(name);
  if (theirs === undefined) return;
  conflicts.value = without(conflicts.value, name);
  show((view) => ({ ...view, texts: [...view.texts.filter((text) => !isOf(text, key)), theirs] }));
  if (value === null || value === theirs.value) return drop(name);
  keep({ ...key, value, madeOn: theirs.version });
  save(key, what);
}

function isUnderWay(key: TextKey): boolean {
  return pending.value.some((deed) => deed.path === '/issue/text' && nameOf(deed.body as TextKey) === nameOf(key));
}

onConfirmed((deed, reply) => {
  if (deed.path !== '/issue/text') return;
  const { text } = reply as TextReply;
  const sent = deed.body as Draft;
  const name = nameOf(sent);
  show((view) => ({ ...view, texts: [...view.texts.filter((each) => !isOf(each, sent)), text] }));
  const draft = drafts.value.get(name);
  if (draft === undefined) return;
  if (draft.value === sent.value) return drop(name);
  keep({ ...draft, madeOn: text.version });
  save(sent, deed.what);
});

// A conflict is shown where the text stands, with both texts, not as a line at the foot of the screen.
effect(() => {
  for (const deed of refused.value) {
    const { theirs } = (deed.details ?? {}) as Partial<ConflictDetails>;
    if (deed.path === '/issue/text' && theirs !== undefined) untracked(() => meet(deed, theirs));
  }
});

function meet(deed: RefusedDeed, theirs: TextView): void {
  const draft = deed.body as Draft;
  if (!drafts.value.has(nameOf(draft))) keep(draft);
  conflicts.value = new Map([...conflicts.value, [nameOf(draft), theirs]]);
  dismiss(deed);
}

function keep(draft: Draft): void {
  const { issue, owner, field, lang, value, madeOn, correction } = draft;
  const kept: Draft = { issue, owner, field, lang, value, madeOn, ...(correction === undefined ? {} : { correction }) };
  drafts.value = new Map([...drafts.value, [nameOf(draft), kept]]);
  localStorage.setItem(PREFIX + nameOf(draft), JSON.stringify(kept));
}

function drop(name: string): void {
  drafts.value = without(drafts.value, name);
  localStorage.removeItem(PREFIX + name);
}

function without<T>(map: ReadonlyMap<string, T>, name: string): ReadonlyMap<string, T> {
  return new Map([...map].filter(([each]) => each !== name));
}

export function nameOf({ issue, owner, field, lang }: TextKey): string {
  return `${issue}/${owner}/${field}/${lang}`;
}

function isOf(text: TextView, { owner, field, lang }: TextKey): boolean {
  return text.owner === owner && text.field === field && text.lang === lang;
}

function load(): ReadonlyMap<string, Draft> {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  return new Map(
    names.map((name) => [name.slice(PREFIX.length), JSON.parse(localStorage.getItem(name) ?? '') as Draft]),
  );
}
