import type { IssueLang, Lang, Section, TextState } from '../../model.ts';
import type { RefusalBody, Words } from './words.ts';

/** A text in one language, in force. */
export interface TextView {
  /** Whose it is: "issue", "section:KEY", "slot:ID", "piece:ID". */
  owner: string;
  field: string;
  lang: IssueLang;
  value: string;
  state: TextState;
  /** What a change of it names as the version that was seen. */
  version: number;
  author: string;
  /** No person wrote it. */
  isMachine: boolean;
  at: number;
  translatedBy: string | null;
}

export interface EditionView {
  lang: IssueLang;
  state: 'draft' | 'review' | 'sent' | 'corrected';
  sentAt: number | null;
  signedBy: string | null;
}

/** How long a text should be. */
export interface LimitView {
  min: number;
  max: number;
  unit: 'words' | 'characters';
}

type PerLang<T> = Partial<Record<IssueLang, T>>;

/** A section of the template. */
export interface SectionView {
  key: string;
  kind: 'text' | 'prompts' | 'highlights' | 'feature' | 'own' | 'list' | 'letters';
  heading: PerLang<string>;
  level: number;
  /** Which list, which features. */
  of: Section | 'research' | null;
  /** How many slots or features it holds; null where nothing is counted. */
  cap: number | null;
  /** Whether its slots print a paragraph under their title. */
  hasBlurb: boolean;
  /** For the blurb of a slot, or the first part of a feature. */
  limits: PerLang<LimitView> | null;
  /** The text it prints while no editor has written another. */
  fixed: PerLang<string>;
}

/** Something that came to be since a text was written; nothing of it changes the text. */
export interface ChangeView {
  at: number;
  what:
    | 'title'
    | 'published'
    | 'updated'
    | 'version'
    | 'withdrawn'
    | 'gone'
    | 'numbers'
    | 'corrected'
    /** A report that tells something new. */
    | 'development'
    /** Its text was let go at its publisher's request; what was written from it stands. */
    | 'forgotten'
    /** Another report of the same. */
    | 'report';
  before: string | null;
  after: string | null;
}

export interface SlotView {
  owner: string;
  id: number;
  section: string;
  story: number | null;
  item: number | null;
  url: string;
  outlet: string;
  original: { title: string; lang: Lang };
  /** Outlets of all reports of its story. */
  outlets: readonly string[];
  /** Who put it there, who first changed it. */
  origin: 'night' | 'editor';
  touchedBy: string | null;
  sensitive: Words | null;
  signedOffBy: PerLang<string>;
  changes: readonly ChangeView[];
}

export const PIECE_KINDS = ['feature', 'part', 'link', 'take', 'figure', 'prompt', 'letter'] as const;
export const PIECE_STATES = ['planned', 'writing', 'ready'] as const;
export type PieceState = (typeof PIECE_STATES)[number];

export interface PieceView {
  owner: string;
  id: number;
  kind: (typeof PIECE_KINDS)[number];
  section: string;
  parent: number | null;
  /** What it is beside its texts; its keys depend on the kind. */
  facts: Readonly<Record<string, string | number | null>>;
  assignee: string | null;
  due: string | null;
  state: PieceState;
  sensitive: Words | null;
  signedOffBy: PerLang<string>;
}

/** An issue as editors work on it. */
export interface IssueView {
  number: number;
  template: string;
  languages: readonly IssueLang[];
  /** Readers have it in some language: the lineup stays as it is. */
  isClosed: boolean;
  editions: readonly EditionView[];
  /** Who may sign a take: their key and their printed name. */
  people: Readonly<Record<string, { en?: string | undefined; ko?: string | undefined }>>;
  /** The title as it is printed now: an editor's, else the proposal. */
  printedTitle: PerLang<string>;
  sections: readonly SectionView[];
  slots: readonly SlotView[];
  pieces: readonly PieceView[];
  texts: readonly TextView[];
  /** What the next undo of this editor takes back. */
  undo: { trail: number; action: string; owner: string } | null;
}

/** One row of the list of issues. */
export interface IssueLine {
  number: number;
  editions: readonly EditionView[];
}

/** Where something in a text comes from, or that it comes from nowhere. Offsets are UTF-16. */
export interface MarkView {
  start: number;
  end: number;
  kind: 'link' | 'number' | 'quotation' | 'name' | 'unedited';
  /** The outlet and its words around the place; null = no stored source has it. */
  source: { outlet: string; url: string; quote: string } | null;
}

/** A sentence of a report, as raw material for one part of a blurb. */
export interface OfferView {
  part: 'what' | 'why' | 'doubt';
  text: string;
  outlet: string;
  url: string;
}

/** What a text rests on, asked for when an editor opens it. */
export interface GroundsView {
  marks: readonly { field: string; lang: IssueLang; version: number; marks: readonly MarkView[] }[];
  offers: PerLang<readonly OfferView[]>;
}

/** What preflight looks for, as the export names it. */
export type FindingRule =
  | 'untranslated'
  | 'stale'
  | 'empty'
  | 'left-out'
  | 'unknown-person'
  | 'unknown-figure'
  | 'figure-address'
  | 'figure-alt'
  | 'figure-credit'
  | 'length'
  | 'todo'
  | 'dead-link'
  | 'relative-link'
  | 'tracking-link'
  | 'short-link'
  | 'bare-link'
  | 'unsourced-link'
  | 'unsourced-number'
  | 'unedited'
  | 'repeat'
  | 'printed-before'
  | 'sensitive'
  | 'emphasis'
  | 'rendering'
  | 'register'
  | 'particle'
  | 'quotes'
  | 'date-form'
  | 'unit-form'
  | 'size';

export interface FindingView {
  rule: FindingRule;
  /** What it is, in a word or two. */
  name: Words;
  lang: IssueLang;
  section: string;
  owner: string;
  field: string;
  message: Words;
  /** Export refuses it, whatever the switches say. */
  isRefused: boolean;
}

export const EXPORT_TARGETS = [
  'substack',
  'ghost',
  'buttondown',
  'beehiiv',
  'stibee',
  'email',
  'markdown',
  'html',
  'json',
  'docx',
] as const;
export type ExportTarget = (typeof EXPORT_TARGETS)[number];

/** A paste: both halves of the clipboard, and the fields that editors of newsletters ask for apart. */
export interface CopyView {
  title: string;
  subtitle: string;
  html: string | null;
  plain: string;
}

/** One line of an issue's history. */
export interface TrailView {
  id: number;
  owner: string;
  action: string;
  /** The same for a person. */
  name: Words;
  /** What kind of thing it was done to, for what has no title or is gone. */
  what: Words;
  editor: string;
  at: number;
  note: string;
  isUndone: boolean;
}

/** A version of a text. */
export interface VersionView {
  id: number;
  value: string;
  author: string;
  at: number;
  correction: string | null;
}

/** What became of a text that was sent: the text in force. */
export interface TextReply {
  text: TextView;
}

/** Beside the error, when somebody has written since. */
export interface ConflictDetails extends RefusalBody {
  theirs: TextView;
  yours: string;
}

/** Everything that is known of what a feature is about. */
export interface DossierView {
  reports: readonly { item: number; outlet: string; title: string; url: string; published: number; language: Lang }[];
  quotations: readonly { quotation: string; sentence: string; outlet: string }[];
  /** What happened when: reports as they came, and what changed in them since. */
  timeline: readonly { at: number; outlet: string; what: Words; item: number }[];
  past: readonly { issue: number; title: string; url: string; why: Words }[];
  /** The paper's abstract; null when it is about no paper. */
  abstract: { text: string } | null;
}

/** A feature on the board. */
export interface FeatureView {
  id: number;
  issue: number;
  title: PerLang<string>;
  /** The title of the report that it rests on first; "" for none. */
  report: string;
  about: 'news' | 'research';
  story: number | null;
  section: string;
  assignee: string | null;
  due: string | null;
  state: PieceState;
  /** Texts in each language: how many there are to be, how many are written, how many are checked. */
  progress: PerLang<{ all: number; written: number; checked: number }>;
}

export interface BoardView {
  issue: number | null;
  features: readonly FeatureView[];
  /** Sections of the template that hold features. */
  sections: readonly { key: string; about: 'news' | 'research'; heading: PerLang<string> }[];
}
