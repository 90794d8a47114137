import type { Element } from 'domhandler';
import { type Page, textOf, walk } from '../page.ts';
import { articleNode, jsonLdNodes, type JsonObject, textsOf } from './jsonld.ts';

/** A value and where on the page it stood ("json-ld", "og:title", "h1"). */
export interface Claim<T> {
  value: T;
  from: string;
}

/** What a page says of itself, gathered in one pass over its tree; every reader of metadata starts from it. */
export interface PageFacts {
  /** The address the page was read from. */
  url: string;
  /** `<meta>` by lower-case name, property or itemprop; contents trimmed and never empty. */
  metas: ReadonlyMap<string, readonly string[]>;
  /** `<link>` addresses by lower-case rel, absolute. */
  links: ReadonlyMap<string, readonly string[]>;
  /** `<title>`, white space collapsed. */
  title: string;
  /** `lang` of the html element, else "". */
  htmlLang: string;
  /** The JSON-LD node of the article. */
  article: JsonObject | null;
  /** All JSON-LD nodes. */
  nodes: readonly JsonObject[];
  /** First headings and `<time>` elements, in document order. */
  headings: readonly Element[];
  times: readonly Element[];
  /** Elements by lower-case itemprop (HTML microdata). */
  properties: ReadonlyMap<string, readonly Element[]>;
  /** Elements whose class, id or rel speaks of an author. */
  bylines: readonly Element[];
  /** Elements whose class or id speaks of a date. */
  dateLines: readonly Element[];
}

const BYLINE = /(?:^|[-_ ])(?:by-?line|author(?!i[tz])|writer|reporter|dateline|contributor)/i;
const DATE_LINE = /(?:^|[-_ ])(?:date|time|pub|published|publish|posted|timestamp|updated|info)/i;
/** How many of either are looked at; those of the article stand before those of the comments. */
const MAX_LINES = 200;

export function readFacts(page: Page, url: string): PageFacts {
  const metas = new Map<string, string[]>();
  const links = new Map<string, string[]>();
  const properties = new Map<string, Element[]>();
  const headings: Element[] = [];
  const times: Element[] = [];
  const bylines: Element[] = [];
  const dateLines: Element[] = [];
  let title = '';
  let htmlLang = '';
  let base = url;

  const read = (element: Element): void => {
    const { name, attribs } = element;
    if (name === 'meta') readMeta(attribs, metas);
    else if (name === 'link') readLink(attribs, base, links);
    else if (name === 'base') base = absolute(attribs['href'], url) ?? url;
    else if (name === 'title') title ||= textOf(element);
    else if (name === 'html') htmlLang = attribs['lang'] ?? attribs['xml:lang'] ?? '';
    else if (name === 'h1') headings.push(element);
    else if (name === 'time') times.push(element);
    if (attribs['itemprop']) for (const key of words(attribs['itemprop'])) add(properties, key, element);
    const names = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''} ${attribs['rel'] ?? ''}`;
    if (names.length > 2 && name !== 'body' && name !== 'html') {
      if (bylines.length < MAX_LINES && BYLINE.test(names)) bylines.push(element);
      if (dateLines.length < MAX_LINES && DATE_LINE.test(names)) dateLines.push(element);
    }
  };
  walk(page.root, read);

  const nodes = jsonLdNodes(page.jsonLd);
  const article = articleNode(nodes);
  return { url, metas, links, title, htmlLang, article, nodes, headings, times, properties, bylines, dateLines };
}

function readMeta(attribs: Record<string, string>, metas: Map<string, string[]>): void {
  const content = (attribs['content'] ?? attribs['value'] ?? '').replace(/\s+/g, ' ').trim();
  if (content === '') return;
  for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
    const name = attribs[key];
    if (name) add(metas, name.toLowerCase().trim(), content);
  }
}

function readLink(attribs: Record<string, string>, base: string, links: Map<string, string[]>): void {
  const href = absolute(attribs['href'], base);
  if (href) for (const rel of words(attribs['rel'] ?? '')) add(links, rel, href);
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function words(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** An absolute http(s) address, or null. */
export function absolute(href: string | undefined, base: string): string | null {
  if (!href) return null;
  try {
    const url = new URL(href.trim(), base || undefined);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/** Claims of the given `<meta>` names, in the order of the names. */
export function metaClaims(facts: PageFacts, ...names: readonly string[]): Claim<string>[] {
  return names.flatMap((name) => (facts.metas.get(name) ?? []).map((value) => ({ value, from: name })));
}

/** What the page calls its outlet, in all places. */
export function outletNames(facts: PageFacts): string[] {
  return [
    ...metaClaims(facts, 'og:site_name', 'application-name', 'apple-mobile-web-app-title').map(({ value }) => value),
    ...textsOf(facts.article?.['publisher']),
    ...facts.nodes.filter((node) => node['@type'] === 'WebSite').flatMap((node) => textsOf(node['name'])),
  ];
}
