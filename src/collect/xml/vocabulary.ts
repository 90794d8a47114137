/** Elements a feed can begin with; whatever stands before them (blanks, a PHP warning, a comment) is dropped. */
export const ROOTS = new Set(['rss', 'feed', 'rdf:RDF', 'channel', 'oai-pmh']);
export const ENTRIES = new Set(['item', 'entry']);
export const LINKS = new Set(['link', 'atom:link']);
/** An end tag of these ends whatever is still open inside. */
export const STRUCTURE = new Set(['item', 'entry', 'channel', ...ROOTS]);

/** Elements whose inner markup is kept as it was written, whether their authors escaped it or not. */
export const VERBATIM = new Set(
  (
    'title kept:description kept:summary kept:content content:encoded body fullitem tagline subtitle info copyright rights abstract ' +
    'xhtml:body xhtml:div atom:title atom:subtitle atom:summary atom:content dc:title dc:description dc:rights dcterms:abstract ' +
    'media:title media:description itunes:title itunes:summary itunes:subtitle googleplay:description'
  ).split(' '),
);

/** Fields of an entry that hold text alone, and fields that hence never begin inside one of them. */
export const LEAVES = new Set(
  'title link guid pubdate id kept:updated kept:published comments dc:date dc:creator'.split(' '),
);
export const FIELDS = new Set([
  ...LEAVES,
  ...'kept:description kept:summary kept:content author enclosure content:encoded'.split(' '),
]);
/** Of the fields, those whose names no HTML has: they do not begin inside a long text either. */
export const NEVER_HTML = new Set(
  'guid pubdate enclosure content:encoded kept:updated kept:published dc:date dc:creator'.split(' '),
);
