import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { IssueLang } from '../../model.ts';

export const issue = sqliteTable('issue', {
  number: integer().primaryKey(),
  template: text().notNull(),
  openedAt: integer().notNull(),
  /** Stories first seen from here on belong to its window: since the last issue was sent. */
  windowFrom: integer().notNull(),
  closedAt: integer(),
});

export const EDITION_STATES = ['draft', 'review', 'sent', 'corrected'] as const;
export type EditionState = (typeof EDITION_STATES)[number];

/** An issue in one language; Korean goes out days later, so each has its own state and date. */
export const edition = sqliteTable(
  'edition',
  {
    issue: integer()
      .notNull()
      .references(() => issue.number),
    lang: text().$type<IssueLang>().notNull(),
    state: text().$type<EditionState>().notNull(),
    sentAt: integer(),
    /** The second editor, who signed the texts as they stand; falls with the next change. */
    signedBy: text(),
    /** The date it is sent under. */
    date: text(),
  },
  (table) => [primaryKey({ columns: [table.issue, table.lang] })],
);

/** What readers of an edition got, whole; a correction or a look at the published page adds a row. */
export const sentCopy = sqliteTable(
  'sent_copy',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    issue: integer().notNull(),
    lang: text().$type<IssueLang>().notNull(),
    at: integer().notNull(),
    markdown: text().notNull(),
  },
  (table) => [index('sent_copy_edition').on(table.issue, table.lang)],
);

/** One place in a section of an issue. */
export const slot = sqliteTable(
  'slot',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    issue: integer()
      .notNull()
      .references(() => issue.number),
    section: text().notNull(),
    position: integer().notNull(),
    story: integer(),
    /** The item whose address is printed. */
    item: integer(),
    /** Who put it there: an editor's find stays, whatever later nights think. */
    origin: text().$type<'night' | 'editor'>().notNull(),
    /** Who first changed it; null while only nights have. A night leaves a section alone once a slot in it is touched. */
    touchedBy: text(),
    removedAt: integer(),
    reason: text().notNull(),
    /** Why it needs a second pair of eyes, in an editor's words; "" = an editor says it needs none; null = nobody said. */
    sensitive: text(),
  },
  (table) => [index('slot_issue').on(table.issue, table.section, table.position)],
);

export const PIECE_KINDS = ['feature', 'part', 'link', 'take', 'figure', 'prompt', 'letter'] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

export const PIECE_STATES = ['planned', 'writing', 'ready'] as const;
export type PieceState = (typeof PIECE_STATES)[number];

/** What a piece is beside its texts, by kind. */
export interface PieceFacts {
  feature: { about: 'news' | 'research'; story: number | null; item: number | null };
  /** `key` is a label's key ("summary"), or a name of its own with a heading among its texts. */
  part: { key: string };
  link: { url: string; title: string; outlet: string };
  /** `person` is a key of the template's people. */
  take: { person: string };
  figure: FigureFacts;
  prompt: { model: string };
  letter: { from: string };
}

export interface FigureFacts {
  /** Name of the file in the folder of figures: hash of its bytes, and its kind. */
  file: string;
  width: number;
  height: number;
  credit: string;
  license: string;
  /** Where it was taken from; null when it was uploaded. */
  source: string | null;
  /** Where readers see it, when it is published already; null = not yet. */
  url: string | null;
}

/** What people make for an issue beside its slots: a feature, what it is made of, prompts, letters, the cover. */
export const piece = sqliteTable(
  'piece',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    issue: integer()
      .notNull()
      .references(() => issue.number),
    kind: text().$type<PieceKind>().notNull(),
    /** The template's section it stands in; "" for the cover. */
    section: text().notNull(),
    /** The feature or prompt it belongs to. */
    parent: integer(),
    position: integer().notNull(),
    facts: text({ mode: 'json' }).$type<PieceFacts[PieceKind]>().notNull(),
    assignee: text(),
    /** A local date. */
    due: text(),
    state: text().$type<PieceState>().notNull(),
    removedAt: integer(),
    /** As for a slot. */
    sensitive: text(),
  },
  (table) => [index('piece_issue').on(table.issue, table.section, table.position)],
);

/** A stretch of a printed text and the place in a stored source that it comes from. */
export interface Span {
  start: number;
  end: number;
  item: number;
  field: 'title' | 'summary' | 'text';
  from: number;
  to: number;
}

/** Every version of every printed text; the newest row of (issue, owner, field, lang) is the one in force. */
export const wording = sqliteTable(
  'wording',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    issue: integer()
      .notNull()
      .references(() => issue.number),
    /** Whose text it is: "issue", "section:KEY", "slot:ID", "piece:ID". */
    owner: text().notNull(),
    field: text().notNull(),
    lang: text().$type<IssueLang>().notNull(),
    value: text().notNull(),
    /** What its author said of it; that it is missing or stale follows from the versions (see text-state.ts). */
    state: text().$type<'draft' | 'checked'>().notNull(),
    author: text().notNull(),
    at: integer().notNull(),
    /** Who translated it; null for a text of its own. */
    translatedBy: text(),
    /** The version in the other language that it was translated from, or that it was read against and found right. */
    basedOn: integer(),
    /** Why it was changed after it had been sent. */
    correction: text(),
    spans: text({ mode: 'json' }).$type<readonly Span[]>().notNull(),
  },
  (table) => [uniqueIndex('wording_version').on(table.issue, table.owner, table.field, table.lang, table.id)],
);

/** Who did what to an issue, with what stood before and after: what undo and the history rest on. Append-only. */
export const trail = sqliteTable(
  'trail',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    issue: integer()
      .notNull()
      .references(() => issue.number),
    /** "edition:LANG", "section:KEY", "slot:ID" or "piece:ID". */
    owner: text().notNull(),
    action: text().$type<TrailAction>().notNull(),
    editor: text().notNull(),
    at: integer().notNull(),
    note: text().notNull(),
    before: text({ mode: 'json' }).$type<TrailFacts>(),
    after: text({ mode: 'json' }).$type<TrailFacts>(),
    /** The row of the trail that this one takes back. */
    undoes: integer(),
  },
  (table) => [
    index('trail_issue').on(table.issue, table.owner),
    index('trail_undoes')
      .on(table.undoes)
      .where(sql`undoes is not null`),
  ],
);

export const TRAIL_ACTIONS = [
  'add',
  'remove',
  'move',
  'change',
  'undo',
  'flag',
  'sign',
  'unsign',
  'review',
  'return',
  'send',
  'correct',
  'reconcile',
] as const;
export type TrailAction = (typeof TRAIL_ACTIONS)[number];
export type TrailFacts = Readonly<Record<string, unknown>>;

/** What past issues printed, imported or sent: the memory that every candidate is checked against. */
export const printed = sqliteTable(
  'printed',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    issue: integer().notNull(),
    lang: text().notNull(),
    section: text().notNull(),
    title: text().notNull(),
    url: text().notNull(),
    canonicalUrl: text().notNull(),
    /** What the address is looked up by: a key of {@link itemKey}. */
    key: text().notNull().default(''),
    text: text().notNull(),
    date: integer().notNull(),
    story: integer(),
  },
  (table) => [
    index('printed_url').on(table.canonicalUrl),
    index('printed_key').on(table.key),
    index('printed_issue').on(table.issue),
    index('printed_date').on(table.date),
  ],
);
