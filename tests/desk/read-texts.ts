import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { STARTING_PROFILE } from '../../src/curate/rank/topics.ts';

/** What is seen on a page, and what is read out: texts, names for screen readers, hints. A preview's frame is the issue's. */
const TEXTS = `[...document.querySelectorAll('body, body *')].flatMap((element) => {
  if (['SCRIPT', 'STYLE', 'IFRAME', 'MARK'].includes(element.tagName)) return [];
  const named = ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? '');
  const own = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data);
  return [...named, ...(element.querySelector(':scope > mark') === null ? own : [element.textContent])];
})`;

/** Every text of a page, once. */
export async function textsOf(page: Page): Promise<string[]> {
  const texts = await page.evaluate<string[]>(TEXTS);
  return [...new Set(texts.map(oneLine).filter((text) => text !== ''))];
}

/** Words of ours that are the same in Korean: names, formats, keys, commands and what is typed into feeds.yaml. */
const NAMES =
  /\b(?:Nightdesk|English|Substack|Ghost|Buttondown|beehiiv|Markdown|JSON|Word|PDF|HTML|CC BY|HTTP|OAI-PMH|arXiv|Esc|Alt|Ctrl|Enter|rss|atom|page|nightdesk(?: [a-z]+)+|feeds\.yaml|net\.\w+|allowPrivate|via|using|for|towards)\b/g;

/** What others wrote, as a database has it: titles, names, addresses, articles, and the texts of the issue. */
export class Foreign {
  readonly #phrases: readonly string[];
  readonly #all: string;

  /** @param more texts that stand elsewhere, as those of the template */
  constructor(file: string, more: readonly string[]) {
    const db = new Database(file, { readonly: true });
    const column = (query: string): string[] => db.prepare<[], string>(query).pluck().all().map(oneLine);
    const names = ['item.title', 'outlet', 'item.url', 'sighting.title'].flatMap((name) =>
      column(`select distinct ${name} from item join sighting on sighting.item_id = item.id`),
    );
    const authors = column('select distinct authors from item').flatMap((list) => JSON.parse(list) as string[]);
    const sources = ['id', 'title', 'url'].flatMap((name) => column(`select ${name} from source`));
    const written = column('select distinct value from wording');
    const texts = column('select summary from item union select text from article');
    db.close();
    const words = STARTING_PROFILE.topics.flatMap((topic) => topic.words).filter((word) => word.includes(' '));
    const phrases = [...names, ...authors, ...sources, ...written, ...words, ...more.map(oneLine)];
    this.#phrases = [...new Set(phrases.filter((text) => text.length > 1))].toSorted((a, b) => b.length - a.length);
    this.#all = [...this.#phrases, ...texts].join('\n');
  }

  /** What of a text is ours and English: two words in a row, or one where no Hangul stands beside it. Null when nothing is. */
  englishIn(text: string): string | null {
    if (this.#isForeign(text) || this.#phrases.includes(text)) return null;
    const unquoted = text.replace(/“([^“”]+)”/g, (quoted, inside: string) => (this.#isForeign(inside) ? ' ' : quoted));
    const parts = this.#phrases.reduce((rest, phrase) => rest.replaceAll(phrase, ' — '), unquoted).split(' — ');
    const own = parts.filter((part) => !this.#isForeign(part.replace(/^[^\p{L}]+/u, '').trim())).join(' — ');
    const left = own
      .replaceAll(/\bhttps?:\/\/\S+|\S+\.localhost\S*|\b[a-z]+(?:-[a-z]+)?\.[A-Z]+\b/g, ' — ')
      .replaceAll(NAMES, ' — ');
    const english = /[가-힣]/.test(left) ? /[A-Za-z]{2,} [A-Za-z]{2,}/ : /[a-z]{3,}/;
    return english.test(left) ? text : null;
  }

  /** A word or two may stand in any article. */
  #isForeign(text: string): boolean {
    return text.length > 8 && this.#all.includes(text.replaceAll(/^… | …$/g, ''));
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
