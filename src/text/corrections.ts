/**
 * What a text says now that it did not say before, as far as an editor who has used it must know: other numbers, a
 * correction, a withdrawal. The rules and their guards are told in docs/notes/changed.md.
 */
import type { Lang } from '../model.ts';
import { splitSentences } from './sentences.ts';

/** Digits with their inner points and commas, the sign of a currency before them and of a share behind them. */
const NUMBER = /[$€£₩¥]?\d(?:[\d.,]*\d)?%?/gu;
/** Counters that a page keeps beside its text, and ages; they change every hour. */
const COUNTER =
  /\b(?:points?|comments?|views?|likes?|shares?|stars?|forks?|downloads|upvotes?|followers?|min(?:ute)?s? read|(?:seconds?|minutes?|hours?|days?|weeks?) ago)\b|조회|댓글|추천수|(?:초|분|시간|일) ?전|기사입력|입력 ?\d/iu;
const CORRECTION =
  /\b(?:corrections?:|clarification:|corrected version|(?:this|an earlier version of this) (?:article|story|post|piece|report)\b[^.]{0,80}\b(?:corrected|misstated|incorrectly|amended)|has been (?:corrected|retracted|amended)|retraction:|retracted:|we regret the error)|\[?정정(?:합니다|보도|\s?:|\])|바로잡습니다|바로 잡습니다/iu;
const WITHDRAWN =
  /\b(?:paper|article|submission|manuscript|preprint|work|version)\b(?: has been| have been| is| was)(?: now)? withdrawn\b|\bauthors?\b(?: have| has)? (?:withdrawn|withdrew) (?:this|the|their|our)\b|\bwithdrawn (?:by (?:the )?(?:authors?|arxiv)|due to)\b|^\W*withdrawn\W*(?:$|by|due|because|as)\b/iu;

/** One sentence that says the same with other numbers. */
export interface OtherNumbers {
  before: string;
  after: string;
}

/** The sentences that stand in both texts and differ in their numbers alone, in the order of the newer text. */
export function otherNumbers(before: string, after: string, language: Lang): OtherNumbers[] {
  if (before === after) return [];
  const older = new Map(sentencesOf(before, language).map((sentence) => [masked(sentence), sentence]));
  const newer = sentencesOf(after, language);
  const stillSaid = new Set(newer);
  return newer.flatMap((sentence) => {
    const old = older.get(masked(sentence));
    if (old === undefined || old === sentence || stillSaid.has(old) || COUNTER.test(sentence)) return [];
    return [{ before: old, after: sentence }];
  });
}

/** The first sentence in which a text says that it was corrected and the older one did not; null when there is none. */
export function newCorrection(before: string, after: string, language: Lang): string | null {
  const older = new Set(sentencesOf(before, language));
  return sentencesOf(after, language).find((sentence) => CORRECTION.test(sentence) && !older.has(sentence)) ?? null;
}

/** Whether a paper's comment or abstract says that it was withdrawn. */
export function isWithdrawn(text: string): boolean {
  return WITHDRAWN.test(text.slice(0, 600));
}

function sentencesOf(text: string, language: Lang): string[] {
  return splitSentences(text, language).map((sentence) => sentence.text.replace(/\s+/gu, ' '));
}

/** A sentence without its numbers; one that is little more than numbers is a table's line, and like no other. */
function masked(sentence: string): string {
  const rest = sentence.replace(NUMBER, '#');
  return rest.replace(/[#\P{L}]/gu, '').length < 8 ? sentence : rest;
}
