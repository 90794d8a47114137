/**
 * The domain's types and constants. This file imports nothing; every other room may import it.
 *
 * A record's way: Source -> Fetch -> Entry -> ItemDraft -> Item -> Story -> Candidate -> Decision -> Slot -> Issue.
 * Facts (items, stories, scores) may be rebuilt by a run at will; decisions, slots and printed text are human work and
 * are never overwritten by one.
 */

/** A moment, in whole milliseconds since 1970-01-01T00:00Z. Everything inside is in UTC; zones exist at the edges. */
export type Instant = number;

/** A local date "YYYY-MM-DD" in the configured zone: the name of a night. */
export type Night = string;

/** Lower-case ISO 639-1 code, "" when unknown. */
export type Lang = string;

/** The languages an issue is made in. */
export const ISSUE_LANGS = ['en', 'ko'] as const;
export type IssueLang = (typeof ISSUE_LANGS)[number];

export const SECTIONS = ['news', 'papers'] as const;
export type Section = (typeof SECTIONS)[number];

// ---------------------------------------------------------------------------------------------------------- sources

export const SOURCE_KINDS = ['feed', 'arxiv', 'page', 'mail'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const PAGE_POLICIES = ['off', 'candidates', 'all'] as const;
/** Which article pages behind a source's entries are read. */
export type PagePolicy = (typeof PAGE_POLICIES)[number];

/** CSS selectors of a page without a feed; a missing one is guessed. */
export interface PageSelectors {
  list?: string | undefined;
  title?: string | undefined;
  link?: string | undefined;
  date?: string | undefined;
  summary?: string | undefined;
}

/** One entry of feeds.yaml, all defaults filled in. */
export interface Source {
  id: string;
  url: string;
  kind: SourceKind;
  title: string;
  /** The publisher a reader would name. */
  outlet: string;
  lang: Lang;
  section: Section;
  enabled: boolean;
  /** The source may live on a loopback or private address (the sample web does). */
  allowPrivate: boolean;
  /** IANA zone for dates that carry none; null = UTC. */
  timezone: string | null;
  /** Minutes added to every claimed date: a repair for feeds that mislabel their zone. */
  dateOffset: number;
  /** How much this source counts in ranking; 1 is ordinary. */
  weight: number;
  include: readonly string[];
  exclude: readonly string[];
  pages: PagePolicy;
  /** Another newsletter: read for comparison, never a candidate. */
  rival: boolean;
  /** The team's own outlet: its items go to "New from us". */
  own: boolean;
  /** News is made here, not reported: a lab's blog, a court, a standards body. Its item leads a story. */
  primary: boolean;
  /** Ask robots.txt before fetching (pages always do; feeds do when this is set). */
  robots: boolean;
  /** Further request headers by name; a secret in a value stands there by the name of its environment variable. */
  headers: Readonly<Record<string, string>>;
  /** Expected days between items before the ledger calls the source stale; null = learned. */
  idleDays: number | null;
  selectors: PageSelectors;
}

// ---------------------------------------------------------------------------------------------------------- entries

export interface Enclosure {
  url: string;
  type: string;
  /** Bytes, null when the feed gave none. */
  length: number | null;
}

export const ARXIV_ANNOUNCE_TYPES = ['new', 'cross', 'replace', 'replace-cross'] as const;
export type ArxivAnnounceType = (typeof ARXIV_ANNOUNCE_TYPES)[number];

/** What arXiv says of a paper. */
export interface ArxivFacts {
  /** Without version: "2408.11039" or "cs/0112017". */
  id: string;
  version: number | null;
  announce: ArxivAnnounceType | null;
  /** First is the primary one. */
  categories: readonly string[];
  license: string | null;
  doi: string | null;
  comment: string | null;
}

/** What a source said of one article: raw and untrusted, but typed. URLs are absolute http(s) or null. */
export interface Entry {
  /** As given, or derived from what the entry has; unique and stable within its source. */
  id: string;
  url: string | null;
  /** Plain text. */
  title: string;
  /** As claimed by the source, before any clamping. */
  published: Instant | null;
  updated: Instant | null;
  authors: readonly string[];
  /** HTML as the source gave it. */
  summary: string;
  /** HTML as the source gave it. */
  content: string;
  categories: readonly string[];
  enclosures: readonly Enclosure[];
  image: string | null;
  /** Where readers discuss it. */
  comments: string | null;
  arxiv: ArxivFacts | null;
}

/** The least interval a feed asks its readers to keep. */
export interface PublishingHints {
  ttlMinutes: number | null;
  /** Hours of the day (0-23, UTC) in which the feed asks not to be read. */
  skipHours: readonly number[];
  /** Days (0 = Sunday) on which the feed asks not to be read. */
  skipDays: readonly number[];
}

export const FEED_FORMATS = ['rss', 'rdf', 'atom', 'json', 'cdf', 'oai', 'arxiv-listing', 'page', 'mail'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** One document read from a source. */
export interface FeedDocument {
  format: FeedFormat;
  charset: { name: string; foundBy: 'bom' | 'utf8' | 'header' | 'declaration' | 'fallback' };
  title: string;
  link: string | null;
  language: string;
  entries: readonly Entry[];
  hints: PublishingHints;
  /** What was mended or left out, in words, each once. */
  repairs: readonly Sentence[];
  /** The document ended before its root closed: its validators must not be kept. */
  cut: boolean;
}

// ------------------------------------------------------------------------------------------------------------ items

/** A place where other people talk about an item (HN, Reddit, GeekNews, Lobsters). */
export interface Discussion {
  url: string;
  points: number | null;
}

/** An entry made ours: plain text, canonical address, checked dates. Not yet known to be new. */
export interface ItemDraft {
  sourceId: string;
  entryId: string;
  url: string;
  canonicalUrl: string;
  title: string;
  authors: readonly string[];
  /** As claimed. */
  claimedPublished: Instant | null;
  claimedUpdated: Instant | null;
  /** Plain text. */
  summary: string;
  /** Plain text of the whole article when the feed gave it, paragraphs separated by a blank line; else "". */
  text: string;
  language: Lang;
  section: Section;
  outlet: string;
  categories: readonly string[];
  image: string | null;
  discussion: Discussion | null;
  arxiv: ArxivFacts | null;
}

/** Our stored record of one article or paper. Ids never change and are never reused. */
export interface Item {
  id: number;
  url: string;
  canonicalUrl: string;
  title: string;
  authors: readonly string[];
  /** For ordering: the claimed date when plausible, else first seen. */
  published: Instant;
  firstSeen: Instant;
  updated: Instant | null;
  language: Lang;
  section: Section;
  outlet: string;
  /** Plain text the feed gave. */
  summary: string;
  /** Plain text extracted from the page, paragraphs separated by a blank line; "" when not read. */
  text: string;
  image: string | null;
  arxiv: ArxivFacts | null;
  /** The story it belongs to: the id of the story's founding item. */
  story: number | null;
}

/** What a publisher lets machines do with a page's text. */
export interface Rights {
  /** "noai" or "noimageai" in a robots meta tag or header. */
  noai: boolean;
  /** Text and data mining rights are reserved (TDM Reservation Protocol). */
  tdmReserved: boolean;
}

export type ArticleField =
  | 'text'
  | 'title'
  | 'authors'
  | 'published'
  | 'updated'
  | 'image'
  | 'canonicalUrl'
  | 'language'
  | 'section';

/** What was read from an article's page. */
export interface Article {
  /** Paragraphs separated by a blank line; "" when there is none, with the reason. */
  text: string;
  title: string;
  authors: readonly string[];
  published: Instant | null;
  /** The same as the page wrote it: ISO 8601 with the page's own offset, or a day only. */
  publishedAs: string | null;
  updated: Instant | null;
  image: string | null;
  canonicalUrl: string | null;
  language: Lang;
  /** The outlet's own section ("Technology"), not the issue's. */
  section: string;
  /** Addresses that its paragraphs link to, at most 30. */
  cites: readonly string[];
  paywalled: boolean;
  aiGenerated: boolean;
  rights: Rights;
  /** Where on the page each field stood ("json-ld", "og:title"). */
  from: Readonly<Partial<Record<ArticleField, string>>>;
  /** What was cut from the page's text and why, a line each. */
  cut: readonly string[];
  /** Why there is no text, or which cap fired. */
  reason: Sentence | null;
}

/** One source showing one item. */
export interface Sighting {
  itemId: number;
  sourceId: string;
  entryId: string;
  firstSeen: Instant;
  lastSeen: Instant;
  title: string;
  claimedPublished: Instant | null;
  discussionUrl: string | null;
  points: number | null;
}

// ------------------------------------------------------------------------------------------- stories and candidates

/** Why something happened, in words an editor understands, with the figure behind it. */
export interface Reason {
  /** A short stable key: "coverage", "recency", "same-url". */
  name: string;
  /** The words, with their figures: "six outlets, first BBC". */
  value: string;
  /** Signed share of the score; 0 where nothing is added up. */
  weight: number;
}

/** The items about one event, or the one paper (with the news about it). */
export interface Story {
  /** The id of its founding item. */
  id: number;
  section: Section;
  /** Item ids in order of arrival. */
  items: readonly number[];
  /** The item we would cite first. */
  lead: number;
}

/** A story with tonight's score; the weights of its reasons add up to the score. */
export interface Candidate {
  story: number;
  section: Section;
  /** 1 is best. */
  rank: number;
  score: number;
  reasons: readonly Reason[];
}

export const RULE_FIELDS = [
  'title',
  'text',
  'outlet',
  'source',
  'topic',
  'lab',
  'language',
  'author',
  'category',
  'site',
] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

/** "Must look": the candidate always surfaces. "Block": it never does. Either way it is listed, with the rule. */
export interface LineupRule {
  action: 'must' | 'block';
  field: RuleField;
  /** A word or phrase in title or text; the whole value, case ignored, in the other fields. */
  matches: string;
}

// -------------------------------------------------------------------------------------------------------- decisions

export const DECISION_ACTIONS = ['keep', 'hold', 'spike', 'merge', 'split', 'move', 'undo'] as const;
export type DecisionAction = (typeof DECISION_ACTIONS)[number];

// ------------------------------------------------------------------------------------------------------------ issue

export const TEXT_STATES = ['missing', 'draft', 'checked', 'stale'] as const;
export type TextState = (typeof TEXT_STATES)[number];

// ----------------------------------------------------------------------------------------------------------- ledger

export const OUTCOMES = [
  'new',
  'same',
  'empty',
  'late',
  'stale',
  'moved',
  'blocked',
  'failed',
  'gone',
  'skipped',
] as const;
/** What a source answered on one night. */
export type Outcome = (typeof OUTCOMES)[number];

declare const isSaid: unique symbol;
/**
 * A sentence or phrase of ours in English, of which the Korean is known too (text/said.ts). What people are told is of
 * this type, so that the compiler refuses one that has no Korean.
 */
export type Sentence = string & { readonly [isSaid]: true };
