import { plainLine } from '../../text/plain-line.ts';
import { textOf } from '../page.ts';
import { wordOverlap, wordSet } from '../witness.ts';
import { type Claim, metaClaims, outletNames, type PageFacts } from './facts.ts';
import { textsOf } from './jsonld.ts';

/** Marks that part an outlet's name from a title. */
const SEPARATOR = /\s+(?:::|[|·•»«:–—\-/])\s+|\s*[|｜ㅣ]\s*/g;
/** What is longer is cut here before it is looked at; titles have some hundred characters at the most. */
const MAX_CHARS = 1_000;
/** A first heading that stands behind this many others is not the article's. */
const MAX_HEADINGS = 30;
/** A heading that shares this much of its words with the page's own title is the article's (Dice coefficient). */
const VOUCHED = 0.4;

/**
 * The article's own title, without the outlet's name before or after it: structured data, then a first heading that the
 * page's title vouches for, then OpenGraph and its like, then any heading, then `<title>`.
 */
export function readTitle(facts: PageFacts): Claim<string> | null {
  const outlets = new Set([...outletNames(facts), ...hostNames(facts.url)].map(fold).filter((name) => name !== ''));
  const headings = facts.headings.slice(0, MAX_HEADINGS).map((heading) => line(textOf(heading)));
  for (const { value, from } of titleClaims(facts, headings)) {
    const title = withoutSuffix(line(value), outlets, headings);
    if (title !== '' && !outlets.has(fold(title))) return { value: title, from };
  }
  return null;
}

function line(value: string): string {
  return plainLine(value.slice(0, MAX_CHARS));
}

function* titleClaims(facts: PageFacts, headings: readonly string[]): Generator<Claim<string>> {
  for (const value of textsOf(facts.article?.['headline'])) yield { value, from: 'json-ld' };
  const metas = metaClaims(facts, 'og:title', 'citation_title', 'dc.title', 'parsely-title', 'twitter:title');
  const pageTitles = [...metas.map(({ value }) => value), facts.title].map((value) =>
    wordSet(value.slice(0, MAX_CHARS)),
  );
  for (const value of headings) {
    const words = wordSet(value);
    if (pageTitles.some((title) => wordOverlap(title, words) >= VOUCHED)) yield { value, from: 'h1' };
  }
  yield* metas;
  for (const heading of facts.properties.get('headline') ?? []) yield { value: textOf(heading), from: 'microdata' };
  yield { value: facts.title, from: 'title' };
  for (const value of headings) yield { value, from: 'h1' };
}

/**
 * Takes off either end what is the outlet's name, where the page itself says what the outlet is called, or what a heading
 * does without.
 */
function withoutSuffix(title: string, outlets: ReadonlySet<string>, headings: readonly string[]): string {
  for (const cut of [...title.matchAll(SEPARATOR)].reverse()) {
    const head = title.slice(0, cut.index).trim();
    const tail = title.slice(cut.index + cut[0].length).trim();
    if (outlets.has(fold(tail)) || headings.includes(head)) return withoutSuffix(head, outlets, headings);
    if (outlets.has(fold(head)) || headings.includes(tail)) return withoutSuffix(tail, outlets, headings);
  }
  return title;
}

/** "www.nine.com.au" -> "nine.com.au", "nine": what a title's tail may say instead of the outlet's full name. */
function hostNames(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const host = new URL(url).hostname.replace(/^(?:www\d?|m|amp)\./, '');
  return [host, host.split('.')[0] ?? ''];
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
