import { Element, Text } from 'domhandler';
import { plainLine } from '../../text/plain-line.ts';
import { textOf } from '../page.ts';
import { type Claim, outletNames, type PageFacts } from './facts.ts';
import { isObject, textsOf, typesOf } from './jsonld.ts';

const AUTHOR_METAS = [
  'author',
  'article:author',
  'article:author_name',
  'og:article:author',
  'og:author',
  'citation_author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'dable:author',
  'dcsext.author',
  'mrf:authors',
  'article_author',
  'byl',
] as const;

/** Citation tags write the family name first. */
const FAMILY_FIRST: ReadonlySet<string> = new Set(['citation_author', 'dc.creator', 'dcterms.creator']);

/** Companies. */
const COMPANY = /\b(?:inc|ltd|llc|gmbh|corp|corporation|company)\.?$/i;
/** A piece of a by-line that only leads to the next name. */
const CONNECTOR = /^(?:(?:written |posted |words |story )?by|von|par|por|and|und|et|y|&|,|·|author)\s*:?$/i;
/** Where the names of a by-line end: a date, a role, a separator. */
const AFTER_NAMES =
  /\s*(?:[|•·–—]|\d{1,2}[./:]\d|\b(?:published|updated|posted|on|in|at)\b|\b\d{1,2} \p{Lu}|\b(?:19|20)\d{2}\b).*$/iu;
const MAX_BYLINE = 100;

/** More words than this are a sentence, not a name. */
const MAX_NAME_WORDS = 6;
const MAX_NAME_CHARS = 60;

/** Desks and departments: nobody in particular wrote it. */
const NOBODY =
  /^(?:the\s+)?(?:(?:\S+\s+){0,3}(?:staff|team|editors?|editorial|editorial board|newsroom|desk|redacci[oó]n|redaktion|r[ée]daction|contributors?|reporters?|correspondents?|writers?|admin|administrator|webmaster|guest|anonymous|unknown|none|null|undefined|n\/a))$/i;
const PREFIX =
  /^(?:(?:written|posted|published|edited|reported|reviewed|words|story|text|photos?)\s+by|by|von|par|por|di|da|door|av|af|author|authors|글|취재|기자|文|著者|記者)\s*[:：]?\s+/i;

/**
 * The people who wrote the article, in the page's order. Guards: no addresses, no desks ("Staff"), not the outlet
 * itself, not a sentence. The first place that names somebody wins.
 */
export function readAuthors(facts: PageFacts): Claim<string[]> | null {
  const outlets = new Set(outletNames(facts).map(withoutThe));
  for (const { value, from } of authorClaims(facts)) {
    const names = unique(value.flatMap(splitNames).map(cleanName)).filter(
      (name) => isName(name) && !outlets.has(withoutThe(name)),
    );
    if (names.length > 0) return { value: names, from };
  }
  return null;
}

function* authorClaims(facts: PageFacts): Generator<Claim<string[]>> {
  const given = [facts.article?.['author'], facts.article?.['creator']].flat(2);
  const [agencies, people] = [given.filter(isOrganization), given.filter((one) => !isOrganization(one))];
  yield { value: textsOf(people), from: 'json-ld' };
  for (const from of AUTHOR_METAS) {
    const names = facts.metas.get(from) ?? [];
    yield { value: FAMILY_FIRST.has(from) ? names.map(inReadingOrder) : [...names], from };
  }
  const microdata = (facts.properties.get('author') ?? []).map(
    (element) => element.attribs['content'] ?? textOf(element),
  );
  yield { value: microdata, from: 'microdata' };
  for (const rel of facts.bylines.filter((element) => element.attribs['rel'] === 'author'))
    yield { value: [textOf(rel)], from: 'rel=author' };
  for (const line of facts.bylines) yield { value: bylineNames(line), from: 'by-line' };
  yield { value: textsOf(agencies), from: 'json-ld' };
}

/** An agency signs where nobody else does. */
function isOrganization(author: unknown): boolean {
  return isObject(author) && typesOf(author).some((type) => type.endsWith('Organization'));
}

/**
 * The names in a by-line, whose pieces often stand in elements of their own: the first piece with a name, and further
 * ones only after "and" or a comma; what follows is a role, a date or an address.
 */
function bylineNames(line: Element): string[] {
  const names: string[] = [];
  let more = true;
  for (const piece of pieces(line)) {
    if (CONNECTOR.test(piece)) {
      more = true;
      continue;
    }
    if (!more || piece.length > MAX_BYLINE) break;
    const found = splitNames(piece.replace(AFTER_NAMES, '')).map(cleanName).filter(isName);
    names.push(...found);
    more = names.length === 0 || /(?:,|&|\band)$/i.test(piece);
  }
  return names;
}

function pieces(element: Element, found: string[] = []): string[] {
  for (const child of element.children) {
    if (child instanceof Element) pieces(child, found);
    else if (child instanceof Text && child.data.trim() !== '') found.push(child.data.replace(/\s+/g, ' ').trim());
  }
  return found;
}

function inReadingOrder(name: string): string {
  const [family = '', given, ...more] = name.split(/,\s*/);
  return given === undefined || more.length > 0 ? name : `${given} ${family}`;
}

function splitNames(text: string): string[] {
  return text.split(/\s*(?:,|;|\||&|·|\n|、|\band\b|\bund\b|\bet\b|\sy\s|\be\b(?=\s\p{Lu}))\s*/u);
}

function cleanName(name: string): string {
  return plainLine(name)
    .replace(/\S+@\S+/g, ' ')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .trim()
    .replace(PREFIX, '')
    .replace(/\s*(?:기자|특파원|선임기자|記者)$/, '')
    .replace(/^[\s@.,:;-]+|[\s,:;-]+$/g, '');
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > MAX_NAME_CHARS || name.split(' ').length > MAX_NAME_WORDS) return false;
  if (/https?:|www\.|\.(?:com|org|net)\b|[<>{}=/\\]|\d/i.test(name) || !/\p{L}{2}/u.test(name)) return false;
  return !NOBODY.test(name) && !COMPANY.test(name);
}

function withoutThe(name: string): string {
  return name.toLowerCase().replace(/^the /, '');
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    if (name === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
