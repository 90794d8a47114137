/**
 * Sentences that the product makes of facts: why a story ranks where it does, how a night went, what a check found. They
 * are made and stored in English; the Korean of a stored one is made by reading its facts back out of it. Both come from
 * one table, so what the table has made it can also read.
 */
import { resolveParticles } from './josa.ts';
import { ADDING } from './said/adding.ts';
import { ARXIV } from './said/arxiv.ts';
import { CHECKS } from './said/checks.ts';
import { DESK } from './said/desk.ts';
import { FEEDS } from './said/feeds.ts';
import { NETWORK } from './said/network.ts';
import { NIGHTS } from './said/nights.ts';
import { RANKING } from './said/ranking.ts';
import { REPAIRS } from './said/repairs.ts';
import { STORIES } from './said/stories.ts';
import type { Sentence } from '../model.ts';

export type { Sentence } from '../model.ts';

/**
 * English, Korean. In the English stand {name} for any text, {name:word} for one without spaces, {name:person} for one
 * without colons, {name:n} for a number, {name:spelled} for one up to twelve in words, {name:said} for a phrase of this
 * table or a list of them, {name|one|many} for a word that goes by a number. The Korean names the same values.
 */
export const SAID = {
  ...RANKING,
  ...STORIES,
  ...NIGHTS,
  ...CHECKS,
  ...NETWORK,
  ...ADDING,
  ...DESK,
  ...FEEDS,
  ...REPAIRS,
  ...ARXIV,
} as const satisfies Readonly<Record<string, readonly [en: string, ko: string]>>;

export type Saying = keyof typeof SAID;
export type Values = Readonly<Record<string, string | number>>;

const SLOT = /\{(\w+)(?::(word|person|n|spelled|said)|\|([^|}]*)\|([^}]*))?\}/g;
const SPELLED = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** The sentence in English. */
export function say(saying: Saying, values: Values = {}): Sentence {
  return verbatim(
    SAID[saying][0].replace(SLOT, (_, name: string, kind?: string, one?: string, many?: string) => {
      const value = values[name] ?? '';
      if (one !== undefined) return (value === 1 ? one : many) ?? '';
      return kind === 'spelled' ? (SPELLED[Number(value)] ?? String(value)) : String(value);
    }),
  );
}

/** What is in no language of ours and stays as it is: an address, a code, another machine's words. */
export function verbatim(text: string): Sentence {
  return text as Sentence;
}

/** What an error says: another's words, or a sentence of ours that was thrown. */
export function saidBy(error: unknown): Sentence {
  return verbatim(error instanceof Error ? error.message : String(error));
}

/** Sentences or phrases behind each other. */
export function together(parts: readonly Sentence[], separator: ' ' | ', ' | '; '): Sentence {
  return verbatim(parts.join(separator));
}

/**
 * The Korean of a sentence, or of several behind each other, with the particles that its words ask for; what the table
 * does not know stays as it is. Null when it knows nothing of it.
 */
export function inKorean(english: string): string | null {
  const told = read(english);
  return told === null ? null : resolveParticles(told);
}

function read(english: string): string | null {
  if (english.length > LONGEST) return null;
  const sentences = english.split(/(?<=[.!?]) (?=\S)/);
  return all(english) ?? whole(english) ?? some(english.split('; '), '; ') ?? some(sentences, ' ');
}

/** What is longer than any of the table's, or holds more parts, would only cost time. */
const [LONGEST, MOST] = [2000, 4];

interface Reader {
  /** Where a text could end in two places, one takes the nearer, the other the farther. */
  patterns: readonly RegExp[];
  korean: string;
  kinds: ReadonlyMap<string, string>;
  /** Its longest stretch of letters that stand fast: what does not hold it needs no reading. */
  landmark: string;
  /** Letters that stand fast: of two readers that both can, the one with more of them is right. */
  fixed: number;
}

let readers: readonly Reader[] | null = null;

/** Made at the first use: most commands need none. What is only a text in a frame of punctuation is tried last. */
function allReaders(): readonly Reader[] {
  readers ??= Object.values<readonly [string, string]>(SAID)
    .map(readerOf)
    .toSorted((a, b) => b.fixed - a.fixed);
  return readers;
}

function readerOf([english, korean]: readonly [string, string]): Reader {
  const kinds = new Map<string, string>();
  const literals: string[] = [];
  let pattern = '';
  let from = 0;
  for (const match of english.matchAll(SLOT)) {
    const [all, name = '', kind = 'text', one, many = ''] = match;
    const literal = english.slice(from, match.index);
    pattern += escaped(literal);
    literals.push(literal);
    from = match.index + all.length;
    if (one !== undefined) pattern += `(?:${escaped(one)}|${escaped(many)})`;
    else if (kinds.has(name)) pattern += `\\k<${name}>`;
    else {
      kinds.set(name, kind);
      pattern += `(?<${name}>${FORMS[kind] ?? ANY})`;
    }
  }
  pattern += escaped(english.slice(from));
  literals.push(english.slice(from));
  const patterns = [pattern, pattern.replaceAll(ANY, '.+')].map((each) => new RegExp(`^${each}$`, 's'));
  const [landmark = ''] = literals.toSorted((a, b) => b.length - a.length);
  return { patterns, korean, kinds, landmark, fixed: literals.join('').length };
}

const ANY = '.+?';
const FORMS: Readonly<Record<string, string>> = {
  said: '[^]+?',
  word: String.raw`\S+?`,
  person: String.raw`[^:]+?`,
  n: String.raw`-?[\d.]+`,
  spelled: String.raw`${SPELLED.join('|')}|\d+`,
};

function escaped(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

/** One sentence or phrase. The reading in which most of what the table should know is known is taken. */
function whole(english: string): string | null {
  let first: string | null = null;
  for (const { patterns, korean, kinds, landmark } of allReaders()) {
    if (!english.includes(landmark)) continue;
    for (const pattern of patterns) {
      const match = pattern.exec(english);
      if (match === null) continue;
      const values = match.groups ?? {};
      const told = korean.replace(SLOT, (_, name: string) => valueInKorean(values[name] ?? '', kinds.get(name)));
      if (isKnown(values, kinds)) return told;
      first ??= told;
    }
  }
  return first;
}

function isKnown(values: Readonly<Record<string, string>>, kinds: ReadonlyMap<string, string>): boolean {
  return Object.entries(values).every(([name, value]) => kinds.get(name) !== 'said' || read(value) !== null);
}

function valueInKorean(value: string, kind: string | undefined): string {
  if (kind === 'said') return read(value) ?? some(value.split(', '), ', ') ?? value;
  const spelled = kind === 'spelled' ? SPELLED.indexOf(value) : -1;
  return spelled < 0 ? value : String(spelled);
}

/** A verdict, the traits of a paper: parts behind each other, all of them the table's. */
function all(english: string): string | null {
  for (const separator of ['; ', ', ']) {
    const told = sequence(english.split(separator), separator);
    if (told.length > 1 && told.every(({ korean }) => korean !== null))
      return told.map(({ korean }) => korean).join(separator);
  }
  return null;
}

/** Parts or sentences of which the table knows some. */
function some(parts: readonly string[], separator: string): string | null {
  const told = sequence(parts, separator);
  return parts.length === 1 || told.every(({ korean }) => korean === null)
    ? null
    : told.map(({ part, korean }) => korean ?? part).join(separator);
}

/** Reads parts from the left, as few at once as the table takes for one. */
function sequence(parts: readonly string[], separator: string): { part: string; korean: string | null }[] {
  const told: { part: string; korean: string | null }[] = [];
  for (let from = 0; from < parts.length;) {
    const known = firstKnown(parts.slice(from), separator) ?? { part: parts[from] ?? '', korean: null, many: 1 };
    told.push(known);
    from += known.many;
  }
  return told;
}

function firstKnown(
  parts: readonly string[],
  separator: string,
): { part: string; korean: string; many: number } | null {
  for (let many = 1; many <= Math.min(MOST, parts.length); many++) {
    const part = parts.slice(0, many).join(separator);
    const korean = whole(part);
    if (korean !== null) return { part, korean, many };
  }
  return null;
}
