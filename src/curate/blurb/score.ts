import type { Lang } from '../../model.ts';
import { splitSentences, type Sentence } from '../../text/sentences.ts';
import { terms } from '../rank/terms.ts';
import { datelineLength } from './dateline.ts';
import { barOf, type Bar } from './guards.ts';
import { leaningOf, type Leaning } from './leaning.ts';
import { STOP_WORDS } from './stop-words.ts';
import { centrality } from './textrank.ts';

/** A sentence of a text with what a blurb, or an editor looking for one, wants to know of it. */
export interface ScoredSentence extends Sentence {
  /** Its place among the sentences of the text, from 0. */
  index: number;
  /** How well it stands for the text: 1 is the mean, higher is better. */
  score: number;
  /** Share of the title's terms in it, 0 to 1. */
  titleAffinity: number;
  bar: Bar | null;
  leaning: Leaning;
  /** A date line was cut off its front. */
  hadDateline: boolean;
  /** What it is compared by: its words without the commonest, pairs of syllables in Korean. */
  terms: readonly string[];
}

/** Sentences after these say nothing a blurb needs, and the time to compare them all grows with their square. */
const MAX_SENTENCES = 300;
/** How much more the first sentence counts than the last ones, and after how many the advantage is down to a third. */
const POSITION_GAIN = 1;
const POSITION_REACH = 4;
/** How much more a sentence with all of the title's terms counts than one with none. */
const TITLE_GAIN = 0.5;

/**
 * The sentences of a text in order, scored by how central they are (BM25-TextRank), how early they stand and how much of
 * the title they take up. Barred ones are among them, but take no part in the walk and score 0.
 */
export function scoreSentences(text: string, title: string, language: Lang): ScoredSentence[] {
  const sentences = splitSentences(text, language).slice(0, MAX_SENTENCES).map(withoutDateline);
  const judged = sentences.map((sentence, index) => ({
    ...sentence,
    index,
    bar: barOf(sentence.text),
    leaning: leaningOf(sentence.text),
    terms: tellingTerms(sentence.text),
  }));
  const usable = judged.filter((sentence) => sentence.bar === null);
  const ranks = centrality(usable.map((sentence) => sentence.terms));
  const rankOf = new Map(usable.map((sentence, i) => [sentence.index, (ranks[i] ?? 0) * usable.length]));
  const titleTerms = new Set(tellingTerms(title));
  return judged.map((sentence) => {
    const titleAffinity = shareOf(titleTerms, sentence.terms);
    const place = 1 + POSITION_GAIN * Math.exp(-sentence.index / POSITION_REACH);
    const score = (rankOf.get(sentence.index) ?? 0) * place * (1 + TITLE_GAIN * titleAffinity);
    return { ...sentence, titleAffinity, score };
  });
}

function tellingTerms(text: string): string[] {
  return terms(text).filter((term) => !STOP_WORDS.has(term));
}

function withoutDateline(sentence: Sentence): Sentence & { hadDateline: boolean } {
  const cut = datelineLength(sentence.text);
  return { start: sentence.start + cut, end: sentence.end, text: sentence.text.slice(cut), hadDateline: cut > 0 };
}

function shareOf(wanted: ReadonlySet<string>, given: readonly string[]): number {
  const found = new Set(given.filter((term) => wanted.has(term)));
  return wanted.size === 0 ? 0 : found.size / wanted.size;
}
