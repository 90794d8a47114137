import { getElementsByTagName, getOuterHTML, removeElement } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Instant, Lang } from '../model.ts';
import { findDate } from '../text/dates.ts';
import { guessLanguage } from '../text/language.ts';
import { addressKey, canonicalUrl, isHomePage } from '../text/urls.ts';
import { parse as parseYaml } from 'yaml';
import { parseMarkdown } from './parse.ts';
import { readHtml } from './read-html.ts';
import { readBlocks, type PrintedEntry } from './read-issue.ts';
import { otherLinks } from './other-links.ts';
import { oneLine } from './parse.ts';
import { plainInline, type Block } from './tree.ts';

/** A past issue as its file tells it. */
export interface PastIssue {
  /** null when the file does not say it. */
  number: number | null;
  date: Instant | null;
  language: Lang;
  entries: readonly PrintedEntry[];
}

/** What stands beside a file: its name, and what an export's table says of it. */
export interface BesideFile {
  name: string;
  title?: string;
  date?: Instant;
}

/** "#41", "Issue 41", "No. 41", "Vol. 41", "제41호", "41호". */
const NUMBERED = [
  /#\s?(\d{1,5})(?!\d)/u,
  /(?<!\p{L})(?:issue|no\.?|nr\.?|vol\.?|volume|edition|episode|number)[\s#:_-]*(\d{1,5})(?!\d)/iu,
  /(?:^|\D)(\d{1,5})\s?호/u,
];
/** A file that is named after its number alone: "41.md", "issues/041.html". */
const NAMED = /(?:^|\/)0*(\d{1,5})\.\w+$/u;
const DATED = /(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)/u;
/** Number and date stand at the head of an issue. */
const HEAD_BLOCKS = 6;

/**
 * Reads a past issue from Markdown or HTML: its number, its date, and every address that it printed with the words that
 * stood there. Menus and footers of a whole page are left out.
 */
export function readPastIssue(file: string, beside: BesideFile): PastIssue {
  const isHtml = /^\s*</u.test(file);
  const { facts, body } = isHtml ? { facts: htmlFacts(file), body: '' } : frontMatter(file);
  const blocks = isHtml ? readHtml(mainPart(file)) : parseMarkdown(body, 0);
  const head = blocks.slice(0, HEAD_BLOCKS).map(words);
  const listed = readBlocks(blocks);
  const entries = [...firstOfEach(listed), ...otherLinks(blocks, listed)].flatMap(asPrinted);
  const titles = [beside.title ?? '', facts.title, ...head];
  return {
    number: facts.number ?? numberIn(titles, beside.name),
    date: beside.date ?? facts.date ?? dateIn(head, beside.name),
    language: guessLanguage(blocks.map(words).join('\n'), 'en'),
    entries,
  };
}

interface Facts {
  title: string;
  number: number | null;
  date: Instant | null;
}

/** The block of YAML that site generators put before an article's Markdown. */
function frontMatter(file: string): { facts: Facts; body: string } {
  const [whole = '', yaml = ''] = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n/u.exec(file) ?? [];
  const said = yamlFacts(yaml);
  const text = (key: string): string => {
    const value = said[key];
    return typeof value === 'string' ? value : '';
  };
  const number = Number(/^\d{1,5}$/u.exec(text('number') || text('issue'))?.[0] ?? Number.NaN);
  const date = findDate(text('date') || text('published') || text('pubDate'));
  const facts = { title: text('title'), number: Number.isNaN(number) ? null : number, date };
  return { facts, body: file.slice(whole.length) };
}

/** Front matter that is no YAML says nothing. Dates stay as they are written. */
function yamlFacts(yaml: string): Record<string, unknown> {
  try {
    return Object(parseYaml(yaml, { schema: 'failsafe', maxAliasCount: 0 })) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function htmlFacts(html: string): Facts {
  const page = parseDocument(html);
  const claims = [
    ...getElementsByTagName('meta', page)
      .filter(({ attribs }) => /published|^date$/iu.test(attribs['property'] ?? attribs['name'] ?? ''))
      .map(({ attribs }) => attribs['content'] ?? ''),
    ...getElementsByTagName('time', page).map(({ attribs }) => attribs['datetime'] ?? ''),
  ];
  const date = claims.map((claim) => findDate(claim)).find((found) => found !== null) ?? null;
  const title = getElementsByTagName('title', page).map((element) => getOuterHTML(element))[0] ?? '';
  return { title, number: null, date };
}

/** The part of a page that is the issue: what its marks call so, without menus and footers. */
function mainPart(html: string): string {
  const page = parseDocument(html);
  for (const name of ['nav', 'footer', 'aside', 'title'])
    for (const element of getElementsByTagName(name, page)) removeElement(element);
  const [main] = [...getElementsByTagName('article', page), ...getElementsByTagName('main', page)];
  return getOuterHTML(main ?? page.children);
}

function words(block: Block): string {
  return plainInline(oneLine([block]));
}

function numberIn(texts: readonly string[], file: string): number | null {
  for (const text of [...texts, file]) {
    for (const pattern of NUMBERED) {
      const found = pattern.exec(text)?.[1];
      if (found !== undefined) return Number(found);
    }
  }
  const named = NAMED.exec(file)?.[1];
  return named === undefined ? null : Number(named);
}

function dateIn(head: readonly string[], file: string): Instant | null {
  const [, year, month, day] = DATED.exec(file) ?? [];
  if (year !== undefined) return findDate(`${year}-${month}-${day}`);
  return head.map((line) => findDate(line)).find((found) => found !== null) ?? null;
}

function firstOfEach(entries: readonly PrintedEntry[]): PrintedEntry[] {
  return [...new Map(entries.toReversed().map((entry) => [addressKey(entry.url), entry])).values()].toReversed();
}

/** Only an article's address is remembered: front pages, and what a newsletter links for its own sake, prove nothing. */
function asPrinted(entry: PrintedEntry): PrintedEntry[] {
  const url = canonicalUrl(entry.url);
  const isOwn = /[?&]action=|\/(?:subscribe|unsubscribe|account|share|login|signin)\b/iu.test(url);
  return isOwn || isHomePage(url) || !/^https?:/iu.test(url) ? [] : [entry];
}
