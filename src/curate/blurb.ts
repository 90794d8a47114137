import type { Lang } from '../model.ts';
import { countWords } from '../text/tokens.ts';
import { scoreSentences, type ScoredSentence } from './blurb/score.ts';

export interface BlurbOptions {
  title: string;
  language: Lang;
  /** Aimed at, not promised; 0 when left out. */
  minWords?: number;
  /** A hard cap; Korean counts eojeol. */
  maxWords: number;
  /** A hard cap in UTF-16 units, spaces included; none when left out. */
  maxChars?: number;
}

export interface Blurb {
  /** Whole sentences of the text in their order, a space between them; "" when none may stand. */
  text: string;
  /** Where each stands in the text it was taken from. */
  sentences: { start: number; end: number }[];
  /** The guards that kept a sentence out or cut its front off, each once. */
  guards: string[];
  /** How it came about, in words. */
  reason: string;
}

/** Two sentences with a larger share of common terms say the same. */
const SAME = 0.6;

/**
 * A short paragraph of a text's own sentences: one that can open (it names who or what, asks nothing, leans on nothing
 * before it), then the best others that fit. docs/notes/blurbs.md tells the rules, the guards and what they do on real
 * texts.
 */
export function blurb(text: string, options: BlurbOptions): Blurb {
  const all = scoreSentences(text, options.title, options.language);
  const chosen = choose(all, options);
  const words = chosen.reduce((sum, sentence) => sum + countWords(sentence.text), 0);
  return {
    text: join(chosen),
    sentences: chosen.map(({ start, end }) => ({ start, end })),
    guards: guardsOf(all),
    reason: reasonOf(all, chosen, words, options.minWords ?? 0),
  };
}

function choose(all: readonly ScoredSentence[], options: BlurbOptions): ScoredSentence[] {
  const best = all.filter((sentence) => sentence.bar === null).sort((a, b) => b.score - a.score || a.index - b.index);
  const opener = best.filter((sentence) => sentence.leaning === 'none' && fits([sentence], options)).sort(byOpening)[0];
  if (opener === undefined) return [];
  let chosen = [opener];
  for (let next = nextOf(best, chosen, options); next !== undefined; next = nextOf(best, chosen, options)) {
    chosen = [...chosen, next].sort((a, b) => a.index - b.index);
  }
  return chosen;
}

/** Early sentences open best: the score already prefers them, this doubles it. */
function byOpening(a: ScoredSentence, b: ScoredSentence): number {
  return opening(b) - opening(a);
}

function opening(sentence: ScoredSentence): number {
  return sentence.score / (1 + sentence.index);
}

/** The best sentence that may still join: after the opener, fitting, new, and not hanging in the air. */
function nextOf(
  best: readonly ScoredSentence[],
  chosen: readonly ScoredSentence[],
  options: BlurbOptions,
): ScoredSentence | undefined {
  const taken = new Set(chosen.map((sentence) => sentence.index));
  const first = chosen[0]?.index ?? 0;
  return best.find(
    (sentence) =>
      sentence.index > first &&
      !taken.has(sentence.index) &&
      (sentence.leaning !== 'always' || taken.has(sentence.index - 1)) &&
      fits([...chosen, sentence], options) &&
      chosen.every((other) => likeness(sentence, other) < SAME),
  );
}

function fits(sentences: readonly ScoredSentence[], options: BlurbOptions): boolean {
  const text = join(sentences);
  return countWords(text) <= options.maxWords && text.length <= (options.maxChars ?? Number.POSITIVE_INFINITY);
}

function join(sentences: readonly ScoredSentence[]): string {
  return sentences.map((sentence) => sentence.text.replace(/\s+/gu, ' ')).join(' ');
}

/** Jaccard's coefficient of their terms. */
function likeness(a: ScoredSentence, b: ScoredSentence): number {
  const ours = new Set(a.terms);
  const theirs = new Set(b.terms);
  const common = [...ours].filter((term) => theirs.has(term)).length;
  return common / (ours.size + theirs.size - common || 1);
}

function guardsOf(all: readonly ScoredSentence[]): string[] {
  const fired = all.flatMap((sentence) => [
    ...(sentence.bar === null ? [] : [sentence.bar]),
    ...(sentence.leaning === 'none' ? [] : ['dangling']),
    ...(sentence.hadDateline ? ['dateline'] : []),
  ]);
  return [...new Set(fired)].sort();
}

function reasonOf(
  all: readonly ScoredSentence[],
  chosen: readonly ScoredSentence[],
  words: number,
  min: number,
): string {
  const first = chosen[0];
  if (first === undefined) return `none of ${all.length} sentences can open a blurb within the limit`;
  const short = words < min ? `, short of ${min}` : '';
  return `${chosen.length} of ${all.length} sentences, ${words} words${short}; opens with sentence ${first.index + 1}`;
}
