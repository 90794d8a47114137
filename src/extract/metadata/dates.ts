import { textOf } from '../page.ts';
import { type Claim, metaClaims, type PageFacts } from './facts.ts';
import { findWhen, type When } from './when.ts';

const PUBLISHED_METAS = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dc.date.created',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'prism.publicationdate',
  'og:publish_date',
  'publish-date',
  'publishdate',
  'published',
  'published_at',
  'pub_date',
  'pubdate',
  'date.created',
  'datecreated',
  'dcsext.articlefirstpublished',
  'date',
] as const;

const UPDATED_METAS = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'date.modified',
  'lastmod',
] as const;

/** Longer texts around a date are prose that mentions one. */
const MAX_LINE = 160;

/**
 * When the page says it was published and last changed. Structured data first, then meta tags, then microdata and
 * `<time>`, then a date line of the page, then a date in the address (day only).
 */
export function readDates(
  facts: PageFacts,
  timezone: string | null,
): { published: Claim<When> | null; updated: Claim<When> | null } {
  const first = (claims: Iterable<Claim<string>>): Claim<When> | null => {
    for (const { value, from } of claims) {
      const when = findWhen(value, timezone);
      if (when) return { value: when, from };
    }
    return null;
  };
  return { published: first(publishedClaims(facts)), updated: first(updatedClaims(facts)) };
}

function* publishedClaims(facts: PageFacts): Generator<Claim<string>> {
  yield* jsonLd(facts, 'datePublished');
  yield* metaClaims(facts, ...PUBLISHED_METAS);
  yield* jsonLd(facts, 'dateCreated');
  yield* property(facts, 'datepublished');
  for (const time of facts.times) {
    if (time.attribs['datetime']) yield { value: time.attribs['datetime'], from: 'time' };
  }
  for (const line of facts.dateLines) {
    const text = textOf(line);
    if (text.length <= MAX_LINE) yield { value: text, from: 'date line' };
  }
  for (const time of facts.times) yield { value: textOf(time), from: 'time' };
  const path = /\/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?:\/|-|$)/.exec(facts.url);
  if (path) yield { value: `${path[1]}-${path[2]}-${path[3]}`, from: 'address' };
  yield* jsonLd(facts, 'dateModified');
  yield* metaClaims(facts, ...UPDATED_METAS);
}

function* updatedClaims(facts: PageFacts): Generator<Claim<string>> {
  yield* jsonLd(facts, 'dateModified');
  yield* metaClaims(facts, ...UPDATED_METAS);
  yield* property(facts, 'datemodified');
}

function* jsonLd(facts: PageFacts, member: string): Generator<Claim<string>> {
  for (const node of [facts.article, ...facts.nodes]) {
    const value = node?.[member];
    if (typeof value === 'string') yield { value, from: 'json-ld' };
  }
}

function* property(facts: PageFacts, name: string): Generator<Claim<string>> {
  for (const element of facts.properties.get(name) ?? []) {
    const value = element.attribs['datetime'] ?? element.attribs['content'] ?? textOf(element);
    if (value.length <= MAX_LINE) yield { value, from: 'microdata' };
  }
}
