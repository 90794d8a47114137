import type Database from 'better-sqlite3';
import type { Instant } from '../model.ts';
import { NIGHT } from './text-state.ts';
import type { Db } from './open.ts';

export const DEED_KINDS = ['decision', 'text', 'issue', 'note', 'vote', 'setting'] as const;
export type DeedKind = (typeof DEED_KINDS)[number];

/** One thing that a person did. */
export interface Deed {
  kind: DeedKind;
  /** Of its row in the table of its kind. */
  id: number;
  at: Instant;
  editor: string;
  /** The story it is about; null for settings. */
  story: number | null;
  /** The title of the story's founding item; null when that is gone. */
  title: string | null;
  /** "keep", "undo", "blurb ko", "source-paused". */
  what: string;
  /** The reason, the text, the source: whatever belongs to it. */
  detail: string;
  /** A later row has undone it. */
  undone: boolean;
}

export interface DeedFilter {
  story?: number | undefined;
  editor?: string | undefined;
  kind?: DeedKind | undefined;
  /** Page on: what was done before this moment. */
  before?: Instant | undefined;
  limit: number;
}

/** Of a slot's texts and changes; looked up by its number, since to put the name together of every slot would take long. */
const STORY_OF_OWNER = `(select story from slot where owner like 'slot:%' and slot.id = cast(substr(owner, 6) as integer))`;

const DEEDS = `
  select 'decision' as kind, id, at, editor, story, action as what, why as detail,
    exists (select 1 from decision later where later.undoes = decision.id) as undone from decision
  union all
  select 'text', wording.id, at, author, ${STORY_OF_OWNER}, field || ' ' || lang, value,
    exists (select 1 from wording later where later.issue = wording.issue and later.owner = wording.owner
      and later.field = wording.field and later.lang = wording.lang and later.id > wording.id)
    from wording where author <> '${NIGHT}'
  union all
  select 'issue', id, at, editor, ${STORY_OF_OWNER}, action, owner || ' ' || note,
    exists (select 1 from trail later where later.undoes = trail.id) from trail
  union all
  select 'note', id, at, editor, story, case when undoes is null then 'note' else 'undo' end,
    coalesce(nullif(text, ''), (select text from note earlier where earlier.id = note.undoes), ''),
    (select count(*) from note later where later.undoes = note.id) % 2 from note
  union all
  select 'vote', id, at, editor, story, case value when 1 then 'for' when -1 then 'against' else 'taken back' end, '',
    exists (select 1 from vote later where later.story = vote.story and later.editor = vote.editor and later.id > vote.id)
    from vote
  union all
  select 'setting', id, at, editor, null, action, about, 0 from setting`;

type Stored = Omit<Deed, 'undone'> & { undone: number };

function deedOf(row: Stored): Deed {
  return { ...row, undone: row.undone === 1 };
}

/** Who did what, over all kinds of human work. */
export class History {
  readonly #list: Database.Statement;
  readonly #get: Database.Statement;
  readonly #editors: Database.Statement;
  readonly #newestText: Database.Statement;
  constructor(db: Db) {
    this.#list = db.$client.prepare(`
      select deed.*, item.title from (${DEEDS}) as deed left join item on item.id = deed.story
      where (:story is null or deed.story = :story) and (:editor is null or deed.editor = :editor)
        and (:kind is null or deed.kind = :kind) and (:before is null or deed.at < :before)
      order by deed.at desc, deed.kind, deed.id desc limit :limit`);
    this.#get = db.$client.prepare(`
      select deed.*, item.title from (${DEEDS}) as deed left join item on item.id = deed.story
      where deed.kind = ? and deed.id = ?`);
    this.#editors = db.$client.prepare(`select distinct editor from (${DEEDS}) order by editor`).pluck();
    this.#newestText = db.$client
      .prepare(
        `select max(newer.id) from wording old join wording newer on newer.issue = old.issue and newer.owner = old.owner
         and newer.field = old.field and newer.lang = old.lang where old.id = ?`,
      )
      .pluck();
  }

  /** What was done, newest first. */
  async list({ story, editor, kind, before, limit }: DeedFilter): Promise<Deed[]> {
    const bound = { story: story ?? null, editor: editor ?? null, kind: kind ?? null, before: before ?? null, limit };
    const rows = this.#list.all(bound) as Stored[];
    return rows.map(deedOf);
  }

  async get(kind: DeedKind, id: number): Promise<Deed | null> {
    const row = this.#get.get(kind, id) as Stored | undefined;
    return row === undefined ? null : deedOf(row);
  }

  /** Everybody who ever did something, by name. */
  async editors(): Promise<string[]> {
    return this.#editors.all() as string[];
  }

  /** The version of a text that is in force, by the id of any of its versions. */
  async textInForce(version: number): Promise<number | null> {
    return this.#newestText.get(version) as number | null;
  }
}
