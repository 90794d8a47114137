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
  /** Where each stands in the text it was taken from, and how it is printed: on one line. */
  sentences: { start: number; end: number; text: string }[];
  /** The guards that kept a sentence out, or cut its front off, on the way to the last one taken; each once. */
  guards: string[];
  /** How it came about, in words. */
  reason: string;
}

/** How much of a sentence's score hangs on what it says that the chosen ones have not said. */
const FRESHNESS = 0.5;

/**
 * A short paragraph of a text's own sentences: one that can open (it asks nothing and leans on nothing before it), then
 * the best others that fit. docs/notes/blurbs.md tells the rules, the guards and what they do on real texts.
 */
export function blurb(text: string, options: BlurbOptions): Blurb {
  const sentences = scoreSentences(text, options.title, options.language);
  const chosen = choose(sentences, options);
  return {
    text: join(chosen),
    sentences: chosen.map(({ start, end, text: sentence }) => ({ start, end, text: onOneLine(sentence) })),
    guards: guardsOnTheWay(sentences, chosen),
    reason: reasonOf(sentences.length, chosen, options.minWords ?? 0),
  };
}

function choose(sentences: readonly ScoredSentence[], options: BlurbOptions): ScoredSentence[] {
  const usable = sentences.filter((sentence) => sentence.bar === null);
  const openers = usable.filter((sentence) => sentence.leaning === 'none' && fits([sentence], options));
  // The first sentences open best: the second counts half, the third a third.
  const opener = bestOf(openers, (sentence) => sentence.score / (1 + usable.indexOf(sentence)));
  if (opener === undefined) return [];
  const frequency = sentencesWith(usable);
  let chosen = [opener];
  for (;;) {
    const said = new Set(chosen.flatMap((sentence) => sentence.terms));
    const mayJoin = usable.filter((sentence) => joins(sentence, chosen) && fits([...chosen, sentence], options));
    const next = bestOf(
      mayJoin,
      ({ score, terms }) => score * (1 - FRESHNESS + FRESHNESS * newShare(terms, said, frequency)),
    );
    if (next === undefined) return chosen;
    chosen = [...chosen, next].sort((a, b) => a.index - b.index);
  }
}

/** Only after the opener, and a sentence that begins with "He" or "But" only right after the one it leans on. */
function joins(sentence: ScoredSentence, chosen: readonly ScoredSentence[]): boolean {
  const has = (index: number): boolean => chosen.some((other) => other.index === index);
  const comesLater = sentence.index > (chosen[0]?.index ?? 0) && !has(sentence.index);
  return comesLater && (sentence.leaning !== 'always' || has(sentence.index - 1));
}

/** In how many sentences each term stands. */
function sentencesWith(sentences: readonly ScoredSentence[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of sentences) for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** The share of the terms that was not said yet, each weighing as often as the text uses it. */
function newShare(terms: readonly string[], said: ReadonlySet<string>, frequency: ReadonlyMap<string, number>): number {
  let all = 0;
  let fresh = 0;
  for (const term of new Set(terms)) {
    const weight = frequency.get(term) ?? 0;
    all += weight;
    if (!said.has(term)) fresh += weight;
  }
  return all === 0 ? 0 : fresh / all;
}

function bestOf(
  sentences: readonly ScoredSentence[],
  value: (sentence: ScoredSentence) => number,
): ScoredSentence | undefined {
  let best: { sentence: ScoredSentence; value: number } | undefined;
  for (const sentence of sentences) {
    const its = value(sentence);
    if (best === undefined || its > best.value) best = { sentence, value: its };
  }
  return best?.sentence;
}

function fits(sentences: readonly ScoredSentence[], { maxWords, maxChars }: BlurbOptions): boolean {
  const text = join(sentences);
  return countWords(text) <= maxWords && (maxChars === undefined || text.length <= maxChars);
}

function join(sentences: readonly ScoredSentence[]): string {
  return sentences.map((sentence) => onOneLine(sentence.text)).join(' ');
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function guardsOnTheWay(sentences: readonly ScoredSentence[], chosen: readonly ScoredSentence[]): string[] {
  const taken = new Set(chosen.map((sentence) => sentence.index));
  const last = chosen.at(-1)?.index ?? sentences.length;
  const fired = sentences.slice(0, last + 1).flatMap(({ index, bar, leaning, hadDateline }) => {
    if (taken.has(index)) return hadDateline ? ['dateline'] : [];
    if (bar !== null) return [bar];
    const leans = leaning === 'always' || (leaning === 'at-start' && index < (chosen[0]?.index ?? 0));
    return leans ? ['dangling'] : [];
  });
  return [...new Set(fired)].sort();
}

function reasonOf(count: number, chosen: readonly ScoredSentence[], minWords: number): string {
  const first = chosen[0];
  if (first === undefined) return `none of ${count} sentences can open a blurb within the limit`;
  const words = countWords(join(chosen));
  const short = words < minWords ? `, short of ${minWords}` : '';
  return `${chosen.length} of ${count} sentences, ${words} words${short}; opens with sentence ${first.index + 1}`;
}
