import type { Lang } from '../model.ts';
import { ANYWHERE, BEFORE_A_NUMBER, BEFORE_A_WORD, SENTENCE_STARTERS } from './abbreviations.ts';

/** A point and what stands around it. */
export interface PointInText {
  /** From the sentence's start to the point. */
  before: string;
  points: string;
  /** Quotation marks and brackets closing right after. */
  closers: string;
  /** The rest of the paragraph. */
  after: string;
}

/** Languages in which "3." is an ordinal or a part of a date ("2024. 8. 30."), so that a number's point ends nothing. */
const POINT_AFTER_NUMBER = new Set([
  'ko',
  'ja',
  'de',
  'da',
  'nb',
  'no',
  'fi',
  'cs',
  'sk',
  'hu',
  'pl',
  'et',
  'lv',
  'tr',
]);

/** Korean goes on after a quotation: "…했다." 라고 말했다. Japanese too: 「…。」と述べた。 */
const KOREAN_QUOTED_ON = /^\s*(?:이?라고|이?라며|이?라면서|이?라는|고|며|면서)(?![가-힣])/u;
const JAPANESE_QUOTED_ON = /^(?:と|って|という|など|の|は|が|を|に|も)/u;
/** English too: "Why?" Altman asked. */
const ENGLISH_QUOTED_ON = /^\s+(?:\p{Lu}\S+ ){1,3}(?:said|says|asked|asks|wrote|writes|added|adds|replied|tweeted)\b/u;
/** A word that starts small: not a sentence, unless it is a name such as "iPhone" or "xAI". */
const STARTS_SMALL = /^\s+(?!\p{Ll}+\p{Lu})["'“‘(]?\p{Ll}/u;
const GOES_ON = /^\s*[,;:)\]%&]/u;

/** Whether a sentence ends at this point. Abbreviations and words are English's, quotations also Korean's and Japanese's. */
export function isBoundary(point: PointInText, language: Lang): boolean {
  const { before, points, closers, after } = point;
  if (after.trim() === '') return true;
  if (GOES_ON.test(after)) return false;
  if (closers !== '' && isQuotedOn(after)) return false;
  if (/[。！？]/u.test(points)) return true;
  if (!/^\s/u.test(after)) return isUnspacedKorean(point);
  if (STARTS_SMALL.test(after)) return false;
  return (
    points !== '.' || closers !== '' || (!isAbbreviation(lastWord(before), after, language) && !isListMark(before))
  );
}

function isQuotedOn(after: string): boolean {
  return KOREAN_QUOTED_ON.test(after) || JAPANESE_QUOTED_ON.test(after) || ENGLISH_QUOTED_ON.test(after);
}

/** "…했다.그는": Korean pages lose the space between sentences. */
function isUnspacedKorean({ before, points, closers, after }: PointInText): boolean {
  return points === '.' && closers === '' && /[다요죠까]$/u.test(before) && /^["“‘'[(]?\p{Script=Hangul}/u.test(after);
}

function lastWord(before: string): string {
  // Bounded, because a text may be one endless word.
  return /[^\s"'“‘([「]*$/u.exec(before.slice(-30))?.[0] ?? '';
}

/** `word` is what stands before the point, `after` begins with white space. */
function isAbbreviation(word: string, after: string, language: Lang): boolean {
  const abbreviation = word.toLowerCase();
  if (BEFORE_A_WORD.has(abbreviation)) return true;
  if (BEFORE_A_NUMBER.has(abbreviation)) return /^\s+\d/u.test(after);
  if (/^\d+$/u.test(word)) return POINT_AFTER_NUMBER.has(language);
  const isInitials = /^\p{Lu}$|^(?:\p{L}\.)+\p{L}$/u.test(word);
  if (!isInitials && !ANYWHERE.has(abbreviation)) return false;
  return !SENTENCE_STARTERS.has(/^\s+["“‘']?([\p{L}’']+)/u.exec(after)?.[1]?.toLowerCase() ?? '');
}

/** "1. Open the lid", "a. Close it", "IV. Results": a sentence holds more than its number. */
function isListMark(before: string): boolean {
  return /^\s*[(["“]?(?:\d{1,3}|\p{L}|[IVX]{1,5})$/u.test(before);
}
