/**
 * Which elements carry what, best first: the names are canonical (see xml/names.ts). Everything the normaliser reads
 * stands here, and rss-parser is told to hand over exactly these.
 */

/** Where rss-parser puts all elements of a name: a key that none of its own fields has. */
export type Key = `${string}[]`;

export const ATTRIBUTES = key('$');
export const AUTHOR = key('author');
export const ATOM_LINK = key('atom:link');
export const CATEGORY = key('category');
export const COMMENTS = key('comments');
export const ENCLOSURE = key('enclosure');
export const GUID = key('guid');
export const OWN_ID = key('id');
export const OWN_LINK = key('link');
export const MEDIA_CONTENT = key('media:content');
export const MEDIA_GROUP = key('media:group');
export const MEDIA_THUMBNAIL = key('media:thumbnail');
export const ORIGINAL_LINK = key('feedburner:origlink');

export const TITLE = keys('title', 'atom:title', 'dc:title', 'media:title', 'itunes:title');
/** Identifiers that are addresses as often as not, where an entry has no link. */
export const ADDRESS = keys('id', 'atom:id', 'url', 'dc:identifier');
export const ID = keys('guid', 'id', 'atom:id', 'dc:identifier');
export const PUBLISHED = keys(
  'pubdate',
  'kept:published',
  'atom:published',
  'issued',
  'atom:issued',
  'dcterms:issued',
  'dc:date',
  'dcterms:created',
  'created',
  'atom:created',
  'date',
);
export const UPDATED = keys(
  'kept:updated',
  'atom:updated',
  'modified',
  'atom:modified',
  'dcterms:modified',
  'lastmod',
  'lastbuilddate',
);
export const AUTHORS = keys('author', 'atom:author', 'dc:creator', 'dc:author', 'creator', 'contributor');
/** Looked at only where none of those names anybody. */
export const FALLBACK_AUTHORS = keys(
  'itunes:author',
  'googleplay:author',
  'media:credit',
  'dc:contributor',
  'managingeditor',
);
/** Long form. */
export const CONTENT = keys(
  'content:encoded',
  'kept:content',
  'atom:content',
  'xhtml:body',
  'xhtml:div',
  'body',
  'fullitem',
);
/** Short form. */
export const SUMMARY = keys(
  'kept:description',
  'kept:summary',
  'atom:summary',
  'abstract',
  'dc:description',
  'dcterms:abstract',
  'itunes:summary',
  'googleplay:description',
  'itunes:subtitle',
  'media:description',
);
export const CATEGORIES = keys('category', 'atom:category', 'dc:subject', 'itunes:category', 'media:category');
/** Several categories in one text, with commas. */
export const KEYWORDS = keys('itunes:keywords', 'media:keywords');
/** Pictures, where Media RSS has none. */
export const IMAGE = keys('itunes:image', 'googleplay:image', 'image');
export const ARXIV = {
  announce: key('arxiv:announce_type'),
  doi: key('arxiv:doi'),
  primary: key('arxiv:primary_category'),
  comment: key('arxiv:comment'),
} as const;
export const LICENSE = keys('arxiv:license', 'dc:rights', 'rights');

export const FEED_LANGUAGE = keys('language', 'dc:language');
export const HINTS = {
  ttl: key('ttl'),
  skipHours: key('skiphours'),
  skipDays: key('skipdays'),
  period: key('sy:updateperiod'),
  frequency: key('sy:updatefrequency'),
} as const;

export const ENTRY_FIELDS: readonly Key[] = unique(
  [ATTRIBUTES, OWN_LINK, ATOM_LINK, ORIGINAL_LINK, ENCLOSURE, MEDIA_CONTENT, MEDIA_GROUP, MEDIA_THUMBNAIL, COMMENTS],
  TITLE,
  ID,
  ADDRESS,
  PUBLISHED,
  UPDATED,
  AUTHORS,
  FALLBACK_AUTHORS,
  CONTENT,
  SUMMARY,
  CATEGORIES,
  KEYWORDS,
  IMAGE,
  Object.values(ARXIV),
  LICENSE,
);
export const FEED_FIELDS: readonly Key[] = unique(
  [ATTRIBUTES, OWN_LINK, ATOM_LINK, AUTHOR],
  TITLE,
  FEED_LANGUAGE,
  Object.values(HINTS),
);

function key<Name extends string>(name: Name): `${Name}[]` {
  return `${name}[]`;
}

function keys(...names: string[]): readonly Key[] {
  return names.map(key);
}

function unique(...lists: (readonly Key[])[]): readonly Key[] {
  return [...new Set(lists.flat())];
}
