/**
 * One spelling per name, whatever prefix, case or version of a namespace a document chose: "dc:creator", "media:group",
 * and no prefix for what belongs to the format itself (RSS, RDF, Atom, OAI-PMH).
 */

/** Namespace addresses (lower case, without scheme, "www." and last slash) and the prefix they are known by; '' = the format's own. */
const PREFIX_OF: Record<string, string> = {
  'purl.org/rss/1.0': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'purl.org/rss/1.1': '',
  'purl.org/net/rss1.1#': '',
  'backend.userland.com/rss': '',
  'backend.userland.com/rss2': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'cyber.law.harvard.edu/rss/rss.html': '',
  'openarchives.org/oai/2.0': '',
  'w3.org/2005/atom': 'atom',
  'purl.org/atom/ns#': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/echo': 'atom',
  'purl.org/pie': 'atom',
  'example.com/newformat#': 'atom',
  'w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'w3.org/1999/xhtml': 'xhtml',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'purl.org/rss/1.0/modules/slash': 'slash',
  'wellformedweb.org/commentapi': 'wfw',
  'search.yahoo.com/mrss': 'media',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'google.com/schemas/play-podcasts/1.0': 'googleplay',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'arxiv.org/schemas/atom': 'arxiv',
  'arxiv.org/oai/arxiv': '',
  'arxiv.org/oai/arxivraw': '',
  'openarchives.org/oai/2.0/oai_dc': 'oai_dc',
  'webns.net/mvcb': 'admin',
};

/**
 * rss-parser would make snippets of the texts, and gives up a whole feed for a date it cannot read; under names of their
 * own it leaves them alone, and the field tables find them.
 */
const KEPT_FROM_MAPPER = new Set(['description', 'summary', 'content', 'published', 'updated']);

/** The prefix a namespace is known by; undefined = not known. */
export function prefixOf(uri: string): string | undefined {
  const key = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
  return Object.hasOwn(PREFIX_OF, key) ? PREFIX_OF[key] : undefined;
}

/** The namespace declarations in force at one place of the document, with the names already looked up under them. */
export class NameScope {
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #atomIsOwn: boolean;
  readonly #names = new Map<string, string>();
  readonly #seen: Set<string>;

  /**
   * @param prefixes declared prefix -> namespace; '' is the default one
   * @param atomIsOwn the root is Atom's feed
   * @param seen collects the canonical names that were met
   */
  constructor(prefixes: ReadonlyMap<string, string>, atomIsOwn: boolean, seen: Set<string>) {
    this.#prefixes = prefixes;
    this.#atomIsOwn = atomIsOwn;
    this.#seen = seen;
  }

  /** A scope with further declarations. */
  with(declared: ReadonlyMap<string, string>): NameScope {
    return new NameScope(new Map([...this.#prefixes, ...declared]), this.#atomIsOwn, this.#seen);
  }

  /** The canonical form of a name as written. */
  canonical(written: string): string {
    let name = this.#names.get(written);
    if (name === undefined) {
      name = this.#lookUp(written);
      this.#names.set(written, name);
      this.#seen.add(name);
    }
    return name;
  }

  #lookUp(written: string): string {
    const lower = written.toLowerCase();
    const colon = lower.indexOf(':');
    const local = lower.slice(colon + 1);
    const given = lower.slice(0, Math.max(colon, 0));
    const uri = this.#prefixes.get(given);
    // What is not declared or not known keeps its spelling.
    let prefix = (uri === undefined ? undefined : prefixOf(uri)) ?? given;
    if (prefix === 'atom' && this.#atomIsOwn) prefix = '';
    if (local === 'rdf') return 'rdf:RDF';
    if (prefix === '') return KEPT_FROM_MAPPER.has(local) ? `kept:${local}` : local;
    return `${prefix}:${local}`;
  }
}
