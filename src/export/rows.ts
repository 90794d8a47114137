import type { IssueLang, Night } from '../model.ts';
import type { ReadItem } from '../store/curation.ts';
import type { Edition } from '../store/editions.ts';
import type { Issue, Slot as StoredSlot } from '../store/issues.ts';
import type { Piece } from '../store/pieces.ts';
import type { FigureFacts } from '../store/schema.ts';
import type { SignedOff } from '../store/sign-off.ts';
import { isMachine } from '../store/text-state.ts';
import type { Wording as StoredWording } from '../store/wordings.ts';
import type { Figure, SourceText, Wordings } from './document.ts';
import { sensitiveReason } from './sensitive.ts';

/** The store's rows of one issue. */
export interface IssueRows {
  issue: Issue;
  /** The newest night that worked on it. */
  date: Night;
  editions: readonly Edition[];
  slots: readonly StoredSlot[];
  pieces: readonly Piece[];
  /** The texts in force. */
  texts: readonly StoredWording[];
  /** Every item of every story in the slots and features, and the items the slots print. */
  items: readonly ReadItem[];
  signedOff: readonly SignedOff[];
  /** Where readers see a figure, and the picture itself. */
  figure: (facts: FigureFacts) => { url: string; data: string | null };
}

/** What an editor said of it, else what its words look like. */
export function judged(said: string | null, texts: readonly Wordings[], sources: readonly SourceText[]): string | null {
  if (said !== null) return said === '' ? null : said;
  const ours = texts.flatMap((wordings) => Object.values(wordings).map(({ text }) => text));
  return sensitiveReason([...ours, ...sources.map(({ title }) => title)]);
}

export function signers({ signedOff }: IssueRows, owner: string): Partial<Record<IssueLang, string>> {
  const own = signedOff.filter((each) => each.owner === owner);
  return Object.fromEntries(own.map(({ lang, editor }) => [lang, editor]));
}

export function figureOf(rows: IssueRows, { id, facts }: Extract<Piece, { kind: 'figure' }>): Figure {
  const owner = `piece:${id}`;
  const { credit, license } = facts;
  const [alt, caption] = [wordings(rows, owner, 'alt'), wordings(rows, owner, 'caption')];
  return { id: owner, ...rows.figure(facts), alt, caption, credit, license };
}

export function wordings({ texts }: IssueRows, owner: string, field: string): Wordings {
  const own = texts.filter((text) => text.owner === owner && text.field === field);
  const entries = own.map(({ lang, value, state, author }): [IssueLang, Wordings[IssueLang]] => [
    lang,
    { text: value, state, by: isMachine(author) ? null : author },
  ]);
  return Object.fromEntries(entries);
}

export function sourceText(item: ReadItem): SourceText {
  const { url, outlet, title, arxiv, reserved } = item;
  return { url, outlet, title, text: item.text || item.summary, license: arxiv?.license ?? null, reserved };
}
