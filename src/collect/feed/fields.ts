/**
 * Which elements carry what, best first: the names are canonical (see xml/names.ts). Everything the normaliser reads
 * stands here, and rss-parser is told to hand over exactly these.
 */

export const TITLE = ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'] as const;
export const LINK = [
  'link',
  'atom:link',
  'feedburner:origlink',
  'guid',
  'id',
  'atom:id',
  'url',
  'dc:identifier',
] as const;
export const ID = ['guid', 'id', 'atom:id', 'dc:identifier'] as const;
export const PUBLISHED = [
  'pubdate',
  'published',
  'atom:published',
  'issued',
  'atom:issued',
  'dcterms:issued',
  'dc:date',
  'dcterms:created',
  'created',
  'atom:created',
  'date',
] as const;
export const UPDATED = [
  'updated',
  'atom:updated',
  'modified',
  'atom:modified',
  'dcterms:modified',
  'lastmod',
  'lastbuilddate',
] as const;
export const AUTHORS = ['author', 'atom:author', 'dc:creator', 'dc:author', 'creator', 'contributor'] as const;
/** Looked at only where none of those names anybody. */
export const FALLBACK_AUTHORS = [
  'itunes:author',
  'googleplay:author',
  'media:credit',
  'dc:contributor',
  'managingeditor',
] as const;
/** Long form. */
export const CONTENT = [
  'content:encoded',
  'long:content',
  'atom:content',
  'xhtml:body',
  'xhtml:div',
  'body',
  'fullitem',
] as const;
/** Short form. */
export const SUMMARY = [
  'long:description',
  'long:summary',
  'atom:summary',
  'abstract',
  'dc:description',
  'dcterms:abstract',
  'itunes:summary',
  'googleplay:description',
  'itunes:subtitle',
  'media:description',
] as const;
export const CATEGORIES = [
  'category',
  'atom:category',
  'dc:subject',
  'itunes:category',
  'media:category',
  'itunes:keywords',
  'media:keywords',
] as const;
export const MEDIA = [
  'enclosure',
  'media:content',
  'media:group',
  'media:thumbnail',
  'itunes:image',
  'googleplay:image',
  'image',
] as const;
export const COMMENTS = ['comments', 'wfw:comment'] as const;
export const ARXIV = [
  'arxiv:announce_type',
  'arxiv:doi',
  'arxiv:primary_category',
  'arxiv:comment',
  'arxiv:license',
  'dc:rights',
  'rights',
] as const;

export const FEED_LANGUAGE = ['language', 'dc:language'] as const;
export const HINTS = ['ttl', 'skiphours', 'skipdays', 'sy:updateperiod', 'sy:updatefrequency'] as const;

export const ENTRY_FIELDS: readonly string[] = unique(
  TITLE,
  LINK,
  ID,
  PUBLISHED,
  UPDATED,
  AUTHORS,
  FALLBACK_AUTHORS,
  CONTENT,
  SUMMARY,
  CATEGORIES,
  MEDIA,
  COMMENTS,
  ARXIV,
  ['$', 'source'],
);
export const FEED_FIELDS: readonly string[] = unique(
  ['$'],
  TITLE,
  LINK,
  FEED_LANGUAGE,
  HINTS,
  AUTHORS,
  FALLBACK_AUTHORS,
);

function unique(...lists: (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}
