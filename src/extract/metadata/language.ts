import type { Lang } from '../../model.ts';
import { guessLanguage } from '../../text/language.ts';
import { type Claim, metaClaims, type PageFacts } from './facts.ts';

/**
 * The language of the article. The script of the text overrules a label that contradicts it: many templates say
 * "en" over Korean or Japanese text.
 */
export function readLanguage(facts: PageFacts, text: string): Claim<Lang> | null {
  const claims: Claim<string>[] = [
    { value: facts.htmlLang, from: 'html lang' },
    ...metaClaims(facts, 'content-language', 'og:locale', 'dc.language', 'inlanguage', 'language'),
  ];
  const claimed = claims.map(({ value, from }) => ({ value: langCode(value), from })).find(({ value }) => value !== '');
  const guess = guessLanguage(text, claimed?.value ?? '');
  if (claimed && guess === claimed.value) return claimed;
  return guess === '' ? (claimed ?? null) : { value: guess, from: 'text' };
}

/** "en_US", "EN", "zh-Hant" -> ISO 639-1; "" where it is no such code. */
function langCode(label: string): Lang {
  const match = /^([a-z]{2})(?:[-_]|$)/i.exec(label.trim());
  return match?.[1]?.toLowerCase() ?? '';
}
