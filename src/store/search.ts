import type Database from 'better-sqlite3';
import type { Items, ListedItem } from './items.ts';
import type { Db } from './open.ts';
import { SearchIndex } from './search-index.ts';
import { matchOf, type SearchedDecision, type SearchFilter } from './search-query.ts';

export interface SearchOptions extends SearchFilter {
  limit: number;
}

export interface SearchResult {
  /** Best first: those with the words in their title, then the rest; the newest first in both. */
  items: readonly ListedItem[];
  /** There are more than the limit let through. */
  more: boolean;
}

/** Full text over every item that is kept. */
export class Search {
  readonly #items: Items;
  readonly #index: SearchIndex;
  readonly #match: Database.Statement;
  readonly #standings: Database.Statement;
  constructor(db: Db, items: Items) {
    this.#items = items;
    this.#index = new SearchIndex(db);
    this.#match = db.$client
      .prepare('select rowid from search where search match ? order by rowid desc limit ?')
      .pluck();
    this.#standings = db.$client.prepare(`
      select wanted.value as story,
        (select d.action from decision d where d.story = wanted.value and d.action in ('keep', 'hold', 'spike')
          and not exists (select 1 from decision u where u.undoes = d.id) order by d.id desc limit 1) as decision,
        (select max(slot.issue) from slot where slot.story = wanted.value and slot.removed_at is null) as issue
      from json_each(?) as wanted`);
  }

  /** Indexes what is new or changed since the last time; returns how many items that were. */
  async catchUp(): Promise<number> {
    return this.#index.catchUp();
  }

  /** The items that hold all words of `text` (see search-query.ts); none for a text without a word. */
  async find(text: string, { limit, ...filter }: SearchOptions): Promise<SearchResult> {
    const ids = this.#rank(text, filter, limit + 1);
    return { items: await this.#items.byIds(ids.slice(0, limit)), more: ids.length > limit };
  }

  /** What stands of stories: the decision, and the newest issue that holds them. */
  async standings(
    stories: readonly number[],
  ): Promise<Map<number, { decision: Exclude<SearchedDecision, 'none'> | null; issue: number | null }>> {
    type Row = { story: number; decision: Exclude<SearchedDecision, 'none'> | null; issue: number | null };
    const rows = this.#standings.all(JSON.stringify(stories)) as Row[];
    return new Map(rows.map(({ story, decision, issue }) => [story, { decision, issue }]));
  }

  /** Whole words before words that go on, because a long list of the latter is costly to put together. */
  #rank(text: string, filter: SearchFilter, limit: number): number[] {
    const found = new Set<number>();
    for (const where of ['title', 'anywhere'] as const) {
      for (const prefix of [false, true]) {
        if (found.size >= limit) break;
        const match = matchOf(text, filter, { where, prefix });
        if (match === null) return [];
        for (const id of this.#match.all(match, limit + found.size) as number[]) found.add(id);
      }
    }
    return [...found].slice(0, limit);
  }
}
