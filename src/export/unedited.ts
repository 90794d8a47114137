import type { IssueLang } from '../model.ts';
import { splitSentences, type Sentence } from '../text/sentences.ts';
import type { SourceText } from './document.ts';

/** So many words in a row that equal a source's are its prose, not ours. */
export const COPIED_WORDS = 12;
/** The same for Korean, in letters: its words carry their particles, so that runs of equal words are short. */
export const COPIED_LETTERS = 30;

/** Licences that let anybody print a text as it is, by name or by address: CC BY, CC BY-SA and CC0. */
export function isOpenLicense(license: string): boolean {
  return /creativecommons\.org\/(?:licenses\/by(?:-sa)?|publicdomain)\/|^CC[ -]?(?:0|BY(?:-SA)?)\b(?!-N)/i.test(
    license,
  );
}

/** A sentence of ours that a source has, too. */
export interface Unedited extends Sentence {
  source: SourceText;
}

/**
 * The sentences that share a run of words (Korean: of letters) with a source. What stands in quotation marks is left
 * out, and so are sources that may be printed under an open licence.
 */
export function uneditedSentences(text: string, sources: readonly SourceText[], lang: IssueLang): Unedited[] {
  const closed = sources.filter((source) => !isOpenLicense(source.license ?? ''));
  const known = closed.map((source) => ({ source, key: keyOf(unitsIn(source.text, lang)) }));
  const runs = runsOf(unitsIn(withoutQuotations(text), lang), lang === 'ko' ? COPIED_LETTERS : COPIED_WORDS);
  return splitSentences(text, lang).flatMap((sentence) => {
    const inside = runs.filter((run) => run.start < sentence.end && run.end > sentence.start);
    const match = known.find((each) => inside.some((run) => each.key.includes(run.key)));
    return match === undefined ? [] : [{ ...sentence, source: match.source }];
  });
}

interface Run {
  key: string;
  start: number;
  end: number;
}

/** A mark that no source holds: a run that a quotation interrupts equals nothing. */
const GAP = '\uFFFC';

function withoutQuotations(text: string): string {
  return text.replace(/“[^“”]*”|"[^"\n]*"|「[^「」]*」|『[^『』]*』/gu, (quotation) => GAP.repeat(quotation.length));
}

/** What is counted: words in English, letters in Korean, where spaces are a matter of taste. */
function unitsIn(text: string, lang: IssueLang): RegExpMatchArray[] {
  return [...text.matchAll(lang === 'ko' ? /[\p{L}\p{N}\uFFFC]/gu : /\uFFFC|[\p{L}\p{N}]+/gu)];
}

/** Every run of so many units. */
function runsOf(units: readonly RegExpMatchArray[], length: number): Run[] {
  return units.slice(0, Math.max(units.length - length + 1, 0)).map((first, index) => {
    const run = units.slice(index, index + length);
    const last = run.at(-1) ?? first;
    return { key: keyOf(run), start: first.index ?? 0, end: (last.index ?? 0) + last[0].length };
  });
}

/** Units in a row, with spaces at both ends, so that one run is found in another by its text. */
function keyOf(units: readonly RegExpMatchArray[]): string {
  return ` ${units.map(([unit]) => unit.toLowerCase()).join(' ')} `;
}
