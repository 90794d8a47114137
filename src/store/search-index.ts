import type Database from 'better-sqlite3';
import { grams } from '../text/grams.ts';
import type { Section } from '../model.ts';
import type { Db } from './open.ts';
import { facet, inTitle, type SearchedDecision } from './search-query.ts';
import { write } from './write.ts';

/** So many items are indexed in one transaction: a few tens of milliseconds, so that nobody waits for the lock. */
const BATCH = 500;

/** What of an item is indexed. */
interface Indexed {
  id: number;
  title: string;
  summary: string;
  authors: string;
  outlet: string;
  published: number;
  section: Section;
  aliasOf: number | null;
  text: string | null;
  sources: string;
  decision: SearchedDecision | null;
}

/** The decision that stands of an item's story: the newest of keep, hold and spike that no row undoes. */
const STANDING = `select d.action from decision d where d.story = item.story and d.action in ('keep', 'hold', 'spike')
  and not exists (select 1 from decision u where u.story = d.story and u.undoes = d.id) order by d.id desc limit 1`;

const READ = `select item.id, title, summary, authors, outlet, published, section, alias_of as aliasOf, article.text,
  (select json_group_array(distinct source_id) from sighting where item_id = item.id) as sources, (${STANDING}) as decision
  from json_each(?) as wanted join item on item.id = wanted.value left join article on article.item_id = item.id`;

/** Keeps the index of search in step with the items, in batches behind them. */
export class SearchIndex {
  readonly #db: Db;
  readonly #sql: Record<'due' | 'fresh' | 'read' | 'put' | 'remove' | 'done' | 'reached', Database.Statement>;
  constructor(db: Db) {
    this.#db = db;
    const prepare = (sql: string): Database.Statement => db.$client.prepare(sql);
    this.#sql = {
      due: prepare('select item_id from search_due limit ?').pluck(),
      fresh: prepare(
        'select id from item where id > (select indexed_to from search_state) order by id limit ?',
      ).pluck(),
      read: prepare(READ),
      put: prepare('insert or replace into search (rowid, words) values (?, ?)'),
      remove: prepare('delete from search where rowid = ?'),
      done: prepare('delete from search_due where item_id in (select value from json_each(?))'),
      reached: prepare('update search_state set indexed_to = ?'),
    };
  }

  /** Indexes what is new and what changed, a batch at a time. Returns how many items that were. */
  async catchUp(): Promise<number> {
    let total = 0;
    for (;;) {
      if (this.#pending(1).length === 0) return total;
      total += await write(this.#db, () => this.#indexBatch());
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #indexBatch(): number {
    const due = this.#sql.due.all(BATCH) as number[];
    const fresh = this.#sql.fresh.all(BATCH - due.length) as number[];
    const rows = this.#sql.read.all(JSON.stringify([...due, ...fresh])) as Indexed[];
    for (const row of rows) {
      if (row.aliasOf === null) this.#sql.put.run(row.id, wordsOf(row));
      else this.#sql.remove.run(row.id);
    }
    this.#sql.done.run(JSON.stringify(due));
    const last = fresh.at(-1);
    if (last !== undefined) this.#sql.reached.run(last);
    return due.length + fresh.length;
  }

  #pending(limit: number): number[] {
    const due = this.#sql.due.all(limit) as number[];
    return due.length > 0 ? due : (this.#sql.fresh.all(limit) as number[]);
  }
}

function wordsOf({ title, summary, authors, outlet, text, ...facts }: Indexed): string {
  const heading = grams(title);
  const words = [...heading, ...grams(`${summary}\n${text ?? ''}\n${outlet}\n${namesIn(authors).join('\n')}`)];
  const { published, section, sources, decision } = facts;
  const facets = [
    facet.section(section),
    facet.decision(decision ?? 'none'),
    ...namesIn(sources).map(facet.source),
    facet.year(published),
    facet.month(published),
    facet.day(published),
  ];
  return [...words, ...heading.map(inTitle), ...facets].join(' ');
}

function namesIn(json: string): string[] {
  return JSON.parse(json) as string[];
}
