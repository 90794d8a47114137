import type Database from 'better-sqlite3';
import type { Items, ListedItem } from './items.ts';
import type { Db } from './open.ts';
import { SearchIndex } from './search-index.ts';
import { matchOf, type SearchFilter } from './search-query.ts';

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
  constructor(db: Db, items: Items) {
    this.#items = items;
    this.#index = new SearchIndex(db);
    this.#match = db.$client
      .prepare('select rowid from search where search match ? order by rowid desc limit ?')
      .pluck();
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
