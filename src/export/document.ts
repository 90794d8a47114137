import type { IssueLang, Lang, Night, TextState } from '../model.ts';

/**
 * An issue as plain data: everything an export needs, in the order it is printed. The store's rows become it at the
 * edge; nothing here knows a database, a template or a target.
 */

/** One text in one language. */
export interface Wording {
  /** A title is plain text; a longer text is Markdown. */
  text: string;
  state: TextState;
  /** Who wrote it; null = the machine. */
  by: string | null;
}

/** The same text in the languages it exists in. */
export type Wordings = Partial<Record<IssueLang, Wording>>;

/** A stored text that our texts are traced to. */
export interface SourceText {
  url: string;
  outlet: string;
  title: string;
  /** Plain text: the article's, else the feed's summary. */
  text: string;
  /** The licence it names, by name or address; null when none is known. */
  license: string | null;
  /** Its publisher reserves it from machines (noai, text and data mining): no writer sees it. */
  reserved: boolean;
}

/** One place of a news, papers or own list. */
export interface Slot {
  /** As the store names it: "slot:12". */
  id: string;
  /** Id of its story; null for what an editor added by hand. */
  story: number | null;
  url: string;
  outlet: string;
  /** What the source itself calls it, and in which language. */
  original: { title: string; lang: Lang };
  title: Wordings;
  blurb: Wordings;
  sources: readonly SourceText[];
  /** Why it needs a second sign-off (minors, a live court case, an accusation against a named person); null = not. */
  sensitive: string | null;
  signedOffBy: Partial<Record<IssueLang, string>>;
}

export const MEDIA = ['listen', 'read', 'watch'] as const;
/** How one of our own items is taken in: the verb behind its title. */
export type Medium = (typeof MEDIA)[number];

/** One item of our own outlet, printed as "Guest: title" with its verb. */
export interface OwnSlot extends Slot {
  guest: Wordings;
  medium: Medium;
}

/** A picture with all that must be printed with it. In a text it stands where `![](figure:ID)` is alone on a line, with the
 * number of its id. */
export interface Figure {
  id: string;
  /** Absolute address under which readers see it; "" when it has none yet. */
  url: string;
  /** The picture itself as a data: address, when it is stored here. */
  data: string | null;
  alt: Wordings;
  caption: Wordings;
  credit: string;
  license: string;
}

/** What one editor thinks of a feature, signed. */
export interface Take {
  id: string;
  /** Key of the template's people table. */
  person: string;
  text: Wordings;
}

/** A text under a heading of a feature; the heading is a label's key ("summary", "overview") or a text of its own. */
export interface FeaturePart {
  id: string;
  key: string;
  heading: Wordings | null;
  text: Wordings;
}

export interface Feature {
  id: string;
  /** Id of the story it is about; null for one that rests on a paper or on nothing stored. */
  story: number | null;
  title: Wordings;
  /** What News Highlights prints; the title when missing. */
  shortTitle: Wordings;
  /** The paper, or the reports it rests on. */
  links: readonly { url: string; title: string; outlet: string }[];
  parts: readonly FeaturePart[];
  figures: readonly Figure[];
  takes: readonly Take[];
  sources: readonly SourceText[];
  sensitive: string | null;
  signedOffBy: Partial<Record<IssueLang, string>>;
}

/** One example prompt, with the picture it made. */
export interface Prompt {
  id: string;
  model: string;
  prompt: Wordings;
  figure: Figure | null;
}

/** A reader's thoughts. */
export interface Letter {
  id: string;
  from: string;
  text: Wordings;
}

/** What fills one section of the template; `key` names that section. */
export type SectionContent = { key: string } & (
  | { kind: 'text'; text: Wordings }
  | { kind: 'prompts'; prompts: readonly Prompt[] }
  | { kind: 'feature'; features: readonly Feature[] }
  | { kind: 'own'; slots: readonly OwnSlot[] }
  | { kind: 'list'; slots: readonly Slot[] }
  | { kind: 'letters'; letters: readonly Letter[] }
);

export interface IssueDocument {
  number: number;
  /** The newest night that worked on it. */
  date: Night;
  /** The date it was sent under, in the languages in which readers have it. */
  sent: Partial<Record<IssueLang, Night>>;
  title: Wordings;
  subtitle: Wordings;
  cover: Figure | null;
  /** In any order: the template orders them. A section that is missing is empty. */
  sections: readonly SectionContent[];
}

/** The text in a language; null when there is none to print. */
export function wordingIn(wordings: Wordings, lang: IssueLang): string | null {
  const wording = wordings[lang];
  return wording === undefined || wording.state === 'missing' || wording.text.trim() === ''
    ? null
    : wording.text.trim();
}
