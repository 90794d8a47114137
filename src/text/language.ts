import type { Lang } from '../model.ts';

/** Characters looked at; more do not change the answer. */
const SAMPLE = 2_000;
/** In Latin script so many suffice: fifty words. */
const LATIN_SAMPLE = 300;
/** Letters of lower case up to the phonetic ones: what {@link BEYOND_LATIN} leaves. A property (\p{L}) takes four times as long. */
const LATIN_WORDS = /[a-zªµºß-öø-ʯ]+/g;
/** Any letter beyond Latin; general punctuation and symbols lie between the two ranges. */
const BEYOND_LATIN = /[\u0370-\u1dff\u2c00-\uffff]/;
/** A script with this share of the letters decides; Korean and Japanese texts carry many Latin names and terms. */
const SHARE = 0.2;

/** Languages by the script that only they (or almost only they) are written in, strongest sign first. */
const SCRIPTS: readonly (readonly [Lang, RegExp])[] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
];

/** Languages that share a script with the one named above: among them the label is believed. */
const KIN: Readonly<Record<Lang, readonly Lang[]>> = {
  zh: ['ja'],
  ru: ['uk', 'bg', 'sr', 'be', 'mk', 'kk', 'ky', 'mn', 'tg'],
  ar: ['fa', 'ur', 'ps', 'ku', 'ug'],
  hi: ['mr', 'ne', 'sa'],
  he: ['yi'],
};

/** Small common words of languages in Latin script; a handful suffices to tell them apart in running text. */
const SMALL_WORDS: Readonly<Record<Lang, string>> = {
  en: 'the of and to in is that for with on as are was by this from have not be it at',
  de: 'der die das und ist nicht ein eine zu den mit von für auf dem sich auch im',
  fr: 'le la les des et est une dans pour que qui sur du au pas avec plus ce',
  es: 'el la los las y es una en por que con para del se no al lo como',
  it: 'il di che la per una con non del della sono le gli alla nel è più',
  pt: 'o os as e que de da do em um uma para com não por na no mais',
  nl: 'de het een en van is dat op te zijn voor met niet aan er ook',
};
const LATIN_LANGS = Object.keys(SMALL_WORDS);
/** The languages that have a small word, by their place in the list. */
const LANGS_OF = new Map<string, number[]>();
for (const [index, words] of Object.values(SMALL_WORDS).entries())
  for (const word of words.split(' ')) LANGS_OF.set(word, [...(LANGS_OF.get(word) ?? []), index]);
const LONGEST_SMALL_WORD = Math.max(...[...LANGS_OF.keys()].map(({ length }) => length));
/** Fewer words than this tell nothing about a language in Latin script. */
const MIN_WORDS = 20;

/**
 * The language of a text by its script and, in Latin script, by its small words.
 *
 * @param fallback what a label says; believed wherever the text does not contradict it
 * @returns ISO 639-1, or the fallback where the text does not tell
 */
export function guessLanguage(text: string, fallback: Lang = ''): Lang {
  const sample = text.slice(0, SAMPLE);
  if (!BEYOND_LATIN.test(sample)) return bySmallWords(sample, fallback);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return fallback;
  for (const [lang, script] of SCRIPTS) {
    if ((sample.match(script)?.length ?? 0) / letters < SHARE) continue;
    return KIN[lang]?.includes(fallback) ? fallback : lang;
  }
  return bySmallWords(sample, fallback);
}

/** A label of a language we can tell loses only to a clear majority; any other label is believed. */
function bySmallWords(sample: string, fallback: Lang): Lang {
  const tokens = sample.slice(0, LATIN_SAMPLE).toLowerCase().match(LATIN_WORDS) ?? [];
  if (tokens.length < MIN_WORDS) return fallback;
  const counts = LATIN_LANGS.map(() => 0);
  /** The languages in the order in which they were met: the earlier wins a tie. */
  const met: number[] = [];
  for (const word of tokens) {
    if (word.length > LONGEST_SMALL_WORD) continue;
    for (const lang of LANGS_OF.get(word) ?? []) {
      const before = counts[lang] ?? 0;
      if (before === 0) met.push(lang);
      counts[lang] = before + 1;
    }
  }
  const winner = met.reduce((a, b) => ((counts[b] ?? 0) > (counts[a] ?? 0) ? b : a), met[0] ?? -1);
  const best = LATIN_LANGS[winner] ?? '';
  const most = counts[winner] ?? 0;
  const labelled = counts[LATIN_LANGS.indexOf(fallback)] ?? 0;
  if (fallback in SMALL_WORDS ? most < 2 * labelled : fallback !== '') return fallback;
  return most >= tokens.length / 10 ? best : fallback;
}
