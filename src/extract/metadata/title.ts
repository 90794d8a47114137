import { textOf } from '../page.ts';
import { type Claim, metaClaims, type PageFacts } from './facts.ts';
import { textsOf } from './jsonld.ts';

/** Marks that part an outlet's name from a title. */
const SEPARATOR = /\s+[|·•»«:–—\-/]\s+|\s*[|｜]\s*|\s+::\s+/g;

/**
 * The article's own title, without the outlet's name before or after it: structured data, then OpenGraph and its
 * like, then `<h1>`, then `<title>`.
 */
export function readTitle(facts: PageFacts): Claim<string> | null {
  const outlets = outletNames(facts);
  for (const { value, from } of titleClaims(facts)) {
    const title = withoutOutlet(tidy(value), outlets);
    if (title !== '' && !outlets.has(fold(title))) return { value: title, from };
  }
  return null;
}

function* titleClaims(facts: PageFacts): Generator<Claim<string>> {
  for (const value of textsOf(facts.article?.['headline'])) yield { value, from: 'json-ld' };
  yield* metaClaims(
    facts,
    'og:title',
    'citation_title',
    'dc.title',
    'parsely-title',
    'sailthru.title',
    'twitter:title',
  );
  for (const heading of facts.properties.get('headline') ?? []) yield { value: textOf(heading), from: 'microdata' };
  for (const heading of facts.headings) if (heading.name === 'h1') yield { value: textOf(heading), from: 'h1' };
  yield { value: facts.title, from: 'title' };
}

/** Takes the outlet's name off either end, where the page itself says what the outlet is called. */
export function withoutOutlet(title: string, outlets: ReadonlySet<string>): string {
  const cuts = [...title.matchAll(SEPARATOR)];
  for (const cut of cuts.reverse()) {
    const tail = title.slice(cut.index + cut[0].length);
    if (outlets.has(fold(tail))) return withoutOutlet(title.slice(0, cut.index).trim(), outlets);
    const head = title.slice(0, cut.index);
    if (outlets.has(fold(head))) return withoutOutlet(tail.trim(), outlets);
  }
  return title;
}

function outletNames(facts: PageFacts): Set<string> {
  const names = [
    ...(facts.metas.get('og:site_name') ?? []),
    ...(facts.metas.get('application-name') ?? []),
    ...(facts.metas.get('apple-mobile-web-app-title') ?? []),
    ...textsOf(facts.article?.['publisher']),
    ...facts.nodes.filter((node) => node['@type'] === 'WebSite').flatMap((node) => textsOf(node['name'])),
  ];
  const host = hostName(facts.url);
  return new Set([...names, ...host].map(fold).filter((name) => name !== ''));
}

/** "www.nine.com.au" -> "nine.com.au", "nine": what a title's tail may say instead of the outlet's full name. */
function hostName(url: string): string[] {
  try {
    const host = new URL(url).hostname.replace(/^(?:www\d?|m|amp)\./, '');
    return [host, host.split('.')[0] ?? ''];
  } catch {
    return [];
  }
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function tidy(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
