import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type {
  ArxivFacts,
  Article,
  DecisionAction,
  IssueLang,
  Lang,
  Outcome,
  PublishingHints,
  Reason,
  Section,
} from '../model.ts';

/**
 * The tables. Moments are integers, milliseconds since 1970 in UTC. Facts come first (a run may rebuild them at will,
 * but ids are never reused), human work last (append-only; a run never changes a row of it).
 */

// --------------------------------------------------------------------------------------------------- facts: sources

/** What Nightdesk knows of a source beyond feeds.yaml: validators, health, and what it was called when last asked. */
export const source = sqliteTable('source', {
  id: text().primaryKey(),
  url: text().notNull(),
  title: text().notNull(),
  outlet: text().notNull(),
  etag: text(),
  lastModified: text(),
  /** Validators are dropped some days after this, so that a server that lies cannot silence a source for ever. */
  validatorsSince: integer(),
  /** Hash of the last body read whole. */
  bodyHash: text(),
  hints: text({ mode: 'json' }).$type<PublishingHints>(),
  /** The newest batch of an arXiv listing, when it was first seen, and until when no batch is missing (see collect/arxiv/). */
  batch: text({ mode: 'json' }).$type<{
    mark: { ids: string; highest: string; entries: number };
    seenAt: number;
    wholeUntil?: number;
  }>(),
  /** When the source last answered (200 or 304): the last sighting of everything that it still shows. */
  answeredAt: integer(),
  /** When it last brought an item that was new. */
  newAt: integer(),
  /** Not to be asked before this moment. */
  dueAt: integer(),
  failures: integer().notNull().default(0),
  /** Set by 410 Gone: the reason, shown; an editor switches it on again. */
  disabledReason: text(),
  /** Where a permanent redirect led, and the nights on which it did. */
  movedTo: text(),
  movedNights: text({ mode: 'json' }).$type<string[]>(),
});

// ----------------------------------------------------------------------------------------------------- facts: items

export const item = sqliteTable(
  'item',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    url: text().notNull(),
    canonicalUrl: text().notNull(),
    title: text().notNull(),
    authors: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    published: integer().notNull(),
    firstSeen: integer().notNull(),
    updated: integer(),
    language: text().$type<Lang>().notNull(),
    section: text().$type<Section>().notNull(),
    outlet: text().notNull(),
    summary: text().notNull(),
    image: text(),
    arxivId: text(),
    arxiv: text({ mode: 'json' }).$type<ArxivFacts>(),
    /** The source in whose words the item stands; other sources only add sightings. */
    toldBy: text().notNull(),
    /** Known only from places that discuss it: the first sighting by an outlet fills in its facts. */
    onlyDiscussed: integer({ mode: 'boolean' }).notNull().default(false),
    /** The item this one turned out to be; its own facts stay for the record. */
    aliasOf: integer(),
    /** Id of the founding item of its story; null until a night has grouped it. */
    story: integer(),
    joinReasons: text({ mode: 'json' }).$type<readonly Reason[]>(),
  },
  (table) => [
    index('item_story')
      .on(table.story)
      .where(sql`story is not null`),
    index('item_ungrouped')
      .on(table.id)
      .where(sql`story is null`),
    index('item_first_seen').on(table.firstSeen),
  ],
);

/** What an item can be found by: its addresses, its paper, its title on its day (see dedupe/keys.ts). */
export const itemKey = sqliteTable(
  'item_key',
  {
    key: text().notNull(),
    itemId: integer()
      .notNull()
      .references(() => item.id),
  },
  (table) => [primaryKey({ columns: [table.key, table.itemId] }), index('item_key_item').on(table.itemId)],
);

/** One source showing one item. */
export const sighting = sqliteTable(
  'sighting',
  {
    sourceId: text().notNull(),
    entryId: text().notNull(),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    firstSeen: integer().notNull(),
    /** null while the source still shows it: its last sighting is then the source's last answer. */
    lastSeen: integer(),
    title: text().notNull(),
    claimedPublished: integer(),
    claimedUpdated: integer(),
    discussionUrl: text(),
    points: integer(),
    /** Why it was taken for this item: "same address", "not seen before". */
    why: text().notNull(),
    /** Hash of what the entry said, its dates aside: no item is made anew of an entry that says nothing new. */
    digest: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.entryId] }), index('sighting_item').on(table.itemId)],
);

export const CHANGED_FIELDS = [
  'title',
  'published',
  'updated',
  'version',
  'withdrawn',
  'gone',
  'numbers',
  'corrected',
  'development',
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** What changed in an item after it was first seen: the older value is kept. */
export const change = sqliteTable(
  'change',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    sourceId: text(),
    at: integer().notNull(),
    field: text().$type<ChangedField>().notNull(),
    before: text(),
    after: text(),
  },
  (table) => [index('change_item').on(table.itemId)],
);

/** The text of the article behind an item: from the feed when it gave it whole, or from the page. */
export const article = sqliteTable(
  'article',
  {
    itemId: integer()
      .primaryKey()
      .references(() => item.id),
    origin: text().$type<'feed' | 'page'>().notNull(),
    text: text().notNull(),
    fetchedAt: integer().notNull(),
    /** null: not asked for yet, or, where there is a reason, in vain so far. */
    status: integer(),
    etag: text(),
    lastModified: text(),
    /** Title, authors, dates, image, flags as read from the page, each with where it came from. */
    facts: text({ mode: 'json' }).$type<Omit<Article, 'text' | 'reason'>>(),
    /** Why there is no text, or less than the page had. */
    reason: text(),
  },
  // A list asks of ten thousand articles whether there is a text: told without reading any.
  (table) => [
    index('article_with_text')
      .on(table.itemId)
      .where(sql`text <> ''`),
    index('article_paywalled')
      .on(table.itemId)
      .where(sql`json_extract(facts, '$.paywalled')`),
  ],
);

// --------------------------------------------------------------------------------------------------- facts: ranking

/** Tonight's shortlist and what stands below the line, kept for every night. */
export const candidate = sqliteTable(
  'candidate',
  {
    night: text().notNull(),
    story: integer().notNull(),
    section: text().$type<Section>().notNull(),
    rank: integer().notNull(),
    score: real().notNull(),
    reasons: text({ mode: 'json' }).$type<readonly Reason[]>().notNull(),
    /** How little the ranker knew of its like, 0 to 1. */
    newness: real().notNull().default(0),
    /** Why it stands below the line; null for the shortlist. */
    below: text(),
  },
  (table) => [primaryKey({ columns: [table.night, table.section, table.story] })],
);

export const MEMORY_KINDS = ['link', 'paper', 'story', 'update'] as const;
/** How a story stands to a past issue: the same address, the same paper, the same story, or what came of it later. */
export type MemoryKind = (typeof MEMORY_KINDS)[number];

/** Where stories of the last nights stood in past issues; every night, and every import, makes it anew. */
export const memory = sqliteTable(
  'memory',
  {
    story: integer().notNull(),
    issue: integer().notNull(),
    kind: text().$type<MemoryKind>().notNull(),
    /** When that issue was sent. */
    date: integer().notNull(),
    /** As that issue printed it. */
    title: text().notNull(),
    url: text().notNull(),
    /** What both have in common, in words and figures. */
    why: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.story, table.issue] })],
);

/** Learned state (word statistics, rankers) as versioned rows. */
export const model = sqliteTable(
  'model',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    name: text().notNull(),
    at: integer().notNull(),
    data: text().notNull(),
  },
  (table) => [index('model_name').on(table.name, table.id)],
);

// ---------------------------------------------------------------------------------------------------- facts: ledger

export const run = sqliteTable(
  'run',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    night: text().notNull(),
    kind: text().$type<'night' | 'late' | 'collect' | 'import'>().notNull(),
    startedAt: integer().notNull(),
    endedAt: integer(),
    /** The last stage that finished: a run that was killed is taken up behind it. */
    stage: text(),
    /** The stage that goes on, and how far it is; what is shown while it runs. */
    doing: text(),
    done: integer(),
    total: integer(),
    verdict: text(),
  },
  (table) => [index('run_night').on(table.night)],
);

/** The ledger: one source on one run. */
export const fetch = sqliteTable(
  'fetch',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    runId: integer()
      .notNull()
      .references(() => run.id),
    night: text().notNull(),
    sourceId: text().notNull(),
    askedAt: integer().notNull(),
    outcome: text().$type<Outcome>().notNull(),
    status: integer(),
    ms: integer().notNull(),
    bytes: integer().notNull(),
    cached: integer({ mode: 'boolean' }).notNull(),
    attempts: integer().notNull(),
    /** Items the source's own history lets expect; null while it has none. */
    expected: real(),
    got: integer().notNull(),
    new: integer().notNull(),
    updated: integer().notNull(),
    /** Entries that were mended or dropped. */
    odd: integer().notNull(),
    diagnosis: text().notNull(),
  },
  (table) => [index('fetch_night').on(table.night), index('fetch_source').on(table.sourceId, table.id)],
);

/** What the network last said of an address that an issue prints. */
export const linkCheck = sqliteTable('link_check', {
  url: text().primaryKey(),
  /** HTTP status; null when there was no answer. */
  status: integer(),
  /** Why there was no answer, in words. */
  error: text(),
  askedAt: integer().notNull(),
});

/** One text that the writer was asked for, and what it cost: the budget of a night is counted from these rows. */
export const writerCall = sqliteTable(
  'writer_call',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    night: text().notNull(),
    issue: integer().notNull(),
    owner: text().notNull(),
    field: text().notNull(),
    lang: text().$type<IssueLang>().notNull(),
    at: integer().notNull(),
    inputTokens: integer().notNull(),
    outputTokens: integer().notNull(),
    ms: integer().notNull(),
    /** Whether its text passed the checks; else the text made without it stands. */
    taken: integer({ mode: 'boolean' }).notNull(),
    /** Why it was not taken, in words. */
    problems: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  },
  (table) => [index('writer_call_night').on(table.night)],
);

/** Who runs the night: held by a process, not by a time. */
export const lock = sqliteTable('lock', {
  name: text().primaryKey(),
  pid: integer().notNull(),
  /** The boot and the process start, so that a reused process id does not hold it. */
  boot: text().notNull(),
  at: integer().notNull(),
});

// ------------------------------------------------------------------------------------------------------- human work

/** What an editor decided, with the text it was taken on. Append-only: an undo is a row that names the row it undoes. */
export const decision = sqliteTable(
  'decision',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    story: integer().notNull(),
    action: text().$type<DecisionAction>().notNull(),
    /** For merge, split and move: the item that is moved. */
    item: integer(),
    /** For merge and move: the story it goes to. */
    target: integer(),
    undoes: integer(),
    editor: text().notNull(),
    at: integer().notNull(),
    why: text().notNull(),
    /** Title, summary, outlets and features at that moment: a ranker can be rebuilt from them. */
    takenOn: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** Made by the desk's client, so that one that is sent twice is taken once; null for a decision by command. */
    deed: text(),
    /** The change of the lineup that came with it, as a row of the issue's trail: an undo takes it back too. */
    trail: integer(),
  },
  (table) => [index('decision_story').on(table.story), uniqueIndex('decision_deed').on(table.deed)],
);

/** What publishers asked us to let go of: texts of these addresses and outlets are neither asked for nor kept. */
export const forgotten = sqliteTable(
  'forgotten',
  {
    kind: text().$type<'address' | 'outlet'>().notNull(),
    /** The key of an address (text/urls.ts), or an outlet's name in lower case. */
    name: text().notNull(),
    editor: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.name] })],
);

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
  (table) => [index('trail_issue').on(table.issue, table.owner)],
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

/** What editors say of a story to each other. Append-only: a row that undoes names the row it takes back. */
export const note = sqliteTable(
  'note',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    story: integer().notNull(),
    undoes: integer(),
    editor: text().notNull(),
    at: integer().notNull(),
    text: text().notNull(),
    /** The client's id of what was done: it is taken once, however often it arrives. */
    deed: text(),
  },
  (table) => [index('note_story').on(table.story), uniqueIndex('note_deed').on(table.deed)],
);

/** For or against a story; an editor's newest row on it is in force, 0 takes the vote back. */
export const vote = sqliteTable(
  'vote',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    story: integer().notNull(),
    editor: text().notNull(),
    at: integer().notNull(),
    value: integer().$type<-1 | 0 | 1>().notNull(),
    deed: text(),
  },
  (table) => [index('vote_story').on(table.story), uniqueIndex('vote_deed').on(table.deed)],
);

/** What was set on the desk outside of stories and issues: a source paused, an editor added. Append-only. */
export const setting = sqliteTable('setting', {
  id: integer().primaryKey({ autoIncrement: true }),
  editor: text().notNull(),
  at: integer().notNull(),
  /** What was done, as a key of the desk's message table: "source-paused". */
  action: text().notNull(),
  /** The source or the editor it was done to. */
  about: text().notNull(),
  before: text(),
  after: text(),
});

/** One row: the name of this database for browsers, made by the first desk that opens it. A restored backup gets another. */
export const deskStamp = sqliteTable('desk_stamp', { id: integer().primaryKey(), value: text().notNull() });

// ------------------------------------------------------------------------------------------------------------ access

/** Who may use the desk. A removed editor keeps the row: decisions name it. */
export const editor = sqliteTable('editor', {
  name: text().primaryKey(),
  /** argon2id, with its parameters and salt. */
  password: text().notNull(),
  addedAt: integer().notNull(),
  removedAt: integer(),
});

export const session = sqliteTable('session', {
  /** SHA-256 of the cookie: whoever reads the database cannot log in with it. */
  tokenHash: text().primaryKey(),
  editor: text()
    .notNull()
    .references(() => editor.name),
  startedAt: integer().notNull(),
  seenAt: integer().notNull(),
});

/** Failed logins by name and by address; the pause grows with their number. */
export const loginFailure = sqliteTable('login_failure', {
  /** "name maria" or "address 192.0.2.7". */
  who: text().primaryKey(),
  count: integer().notNull(),
  at: integer().notNull(),
});

/** Who has what open on a desk, until a little after the desk last said so: a soft claim, never a lock. */
export const presence = sqliteTable(
  'presence',
  {
    /** One window of one browser. */
    desk: text().primaryKey(),
    editor: text().notNull(),
    /** What is open there: "story 812", "slot 40". */
    place: text().notNull(),
    seenAt: integer().notNull(),
  },
  (table) => [index('presence_place').on(table.place)],
);

// ------------------------------------------------------------------------------------------------------------ search

/** Up to which item the index of search has been made; what changed below is in search_due. */
export const searchState = sqliteTable('search_state', {
  id: integer().primaryKey(),
  indexedTo: integer().notNull(),
});

/** Items whose words changed after they were indexed. Filled by triggers, emptied by search-index.ts. */
export const searchDue = sqliteTable('search_due', { itemId: integer().primaryKey() });
