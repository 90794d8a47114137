import type { IssueLang } from '../model.ts';
import { splitSentences } from '../text/sentences.ts';
import { addressKey } from '../text/urls.ts';
import type { SourceText } from './document.ts';
import { figuresIn, numbersIn } from './numbers.ts';

export const CLAIM_KINDS = ['link', 'number', 'quotation', 'name'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Something in a text that must not be made up, and where the sources have it. Offsets are UTF-16. */
export interface Trace {
  kind: ClaimKind;
  start: number;
  end: number;
  value: string;
  /** null = no stored source has it. */
  found: Origin | null;
}

export interface Origin {
  /** Index among the sources. */
  source: number;
  field: 'url' | 'title' | 'text';
  from: number;
  to: number;
}

/**
 * Every link, number, quotation and name of a text with its place in the sources. Numbers are compared by value, names
 * and quotations by their words; a Korean quotation is left out when no source is in Korean, since a translation cannot
 * be found by its words.
 */
export function trace(text: string, sources: readonly SourceText[], lang: IssueLang): Trace[] {
  const numbersOf = remembering(numbersIn);
  const links = linksIn(text);
  const words = blankOut(text, links);
  const claims = [
    ...links.map((claim) => ({ ...claim, found: findLink(claim.value, sources) })),
    ...figuresIn(words).map(({ start, end, value }) => ({
      ...claimAt('number', words, start, end),
      found: inEach(sources, (each) => numbersOf(each).find((number) => number.value === value)),
    })),
    ...quotationsIn(words, sources).map((claim) => ({ ...claim, found: findWords(claim.value, sources) })),
    ...namesIn(words, lang).map((claim) => ({ ...claim, found: findName(claim.value, sources) })),
  ];
  return claims.sort((a, b) => a.start - b.start);
}

/** A function that reads each text once. */
function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? read(text);
    known.set(text, value);
    return value;
  };
}

type Claim = Omit<Trace, 'found'>;

function claimAt(kind: ClaimKind, text: string, start: number, end: number): Claim {
  return { kind, start, end, value: text.slice(start, end) };
}

/** Addresses of Markdown links and bare ones. */
function linksIn(text: string): Claim[] {
  return [...text.matchAll(/\]\(<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?\)|(https?:\/\/[^\s()<>\]]+)/gu)].map(
    (match) => {
      const value = match[1] ?? match[2] ?? '';
      const start = match.index + match[0].indexOf(value);
      return { kind: 'link', start, end: start + value.length, value };
    },
  );
}

/** The text with its links' addresses replaced by spaces, so that offsets stay and no figure in an address counts. */
function blankOut(text: string, links: readonly Claim[]): string {
  return links.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
}

/** A quotation shorter than this is a word in quotation marks. */
const MIN_QUOTED_WORDS = 3;

function quotationsIn(text: string, sources: readonly SourceText[]): Claim[] {
  const hasKorean = sources.some((source) => /\p{Script=Hangul}/u.test(source.text));
  return [...text.matchAll(/“([^“”]+)”|"([^"\n]+)"|「([^「」]+)」/gu)]
    .map((match) => {
      const value = match[1] ?? match[2] ?? match[3] ?? '';
      return claimAt('quotation', text, match.index + 1, match.index + 1 + value.length);
    })
    .filter(({ value }) => value.split(/\s+/).length >= MIN_QUOTED_WORDS)
    .filter(({ value }) => hasKorean || !/\p{Script=Hangul}/u.test(value));
}

/** In Latin letters: a Korean particle behind a name is none of it. */
const NAME =
  /\p{Lu}[\p{Script=Latin}\p{N}]*(?:[-'’.&]\p{Script=Latin}[\p{Script=Latin}\p{N}]*)*(?:\s+(?:(?:of|de|van|von|for)\s+)?\p{Lu}[\p{Script=Latin}\p{N}]*(?:[-'’.&]\p{Script=Latin}[\p{Script=Latin}\p{N}]*)*)*/gu;

/**
 * Names: runs of capitalised words. The first word of a sentence is capitalised anyway, so alone it counts only with a
 * second capital or a figure in it ("OpenAI", "GPT").
 */
function namesIn(text: string, lang: IssueLang): Claim[] {
  const starts = new Set(splitSentences(text, lang).map((sentence) => sentence.start + leadingMarks(sentence.text)));
  return [...text.matchAll(NAME)].flatMap((match) => {
    const claim = claimAt('name', text, match.index, match.index + match[0].length);
    if (!starts.has(claim.start) || lang === 'ko') return [claim];
    const [first = '', ...others] = claim.value.split(/\s+/);
    if (/.[\p{Lu}\d]/u.test(first)) return [claim];
    if (others.length === 0) return [];
    return [claimAt('name', text, claim.end - others.join(' ').length, claim.end)];
  });
}

function leadingMarks(sentence: string): number {
  return /^[^\p{L}\p{N}]*/u.exec(sentence)?.[0].length ?? 0;
}

function findLink(url: string, sources: readonly SourceText[]): Origin | null {
  const key = addressKey(url);
  const source = sources.findIndex((each) => addressKey(each.url) === key);
  if (source >= 0) return { source, field: 'url', from: 0, to: sources[source]?.url.length ?? 0 };
  return inEach(sources, (text) => {
    const start = text.indexOf(url);
    return start < 0 ? undefined : { start, end: start + url.length };
  });
}

/** A name as a whole; else, when each of its words is somewhere, where its last one is (the surname). */
function findName(name: string, sources: readonly SourceText[]): Origin | null {
  const whole = findWords(name, sources);
  if (whole !== null) return whole;
  const parts = name.split(/\s+/).map((word) => findWords(word, sources));
  return parts.every((part) => part !== null) ? (parts.at(-1) ?? null) : null;
}

/** The first place where the words stand in this order, whatever stands between them that is not a word. */
function findWords(words: string, sources: readonly SourceText[]): Origin | null {
  const parts = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[^\\p{L}\\p{N}]+')}(?![\\p{Ll}\\p{N}])`, 'iu');
  return inEach(sources, (text) => {
    const match = parts.length === 0 ? null : pattern.exec(text);
    return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
  });
}

function inEach(
  sources: readonly SourceText[],
  find: (text: string) => { start: number; end: number } | undefined,
): Origin | null {
  for (const [source, each] of sources.entries()) {
    for (const field of ['title', 'text'] as const) {
      const place = find(each[field]);
      if (place !== undefined) return { source, field, from: place.start, to: place.end };
    }
  }
  return null;
}
