/**
 * The numbers of a text by their value, so that "500 million", "5억" and "500,000,000" are one: figures with their
 * multiplier in English and Korean, English number words, and months ("August" and "8월" are both 8).
 */

export interface NumberFound {
  /** UTF-16 offsets in the text. */
  start: number;
  end: number;
  value: number;
}

const ENGLISH_UNITS: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS = 'thirty forty fifty sixty seventy eighty ninety'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const FIGURE = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const KOREAN = new RegExp(String.raw`(?:(?:${FIGURE})\s?[조억만천백십]+\s?)+(?:${FIGURE})?(?![\d.])`, 'gu');
const ENGLISH = new RegExp(
  String.raw`(?<![\p{L}\d.])(${FIGURE})(?:[\s-]?(${Object.keys(ENGLISH_UNITS).join('|')})(?!\p{L}))?`,
  'giu',
);
const WORD = new RegExp(
  String.raw`(?<![\p{L}\d])(${[...WORDS, ...TENS].join('|')}|a)(?:[\s-](hundred|thousand|million|billion|trillion|dozen))?(?!\p{L})`,
  'giu',
);
const MONTH = new RegExp(
  String.raw`(?<!\p{L})(${MONTHS.flatMap((name) => [name, name.slice(0, 3)]).join('|')})(?!\p{Ll})`,
  'gu',
);

/** Figures with their multiplier: what a text claims. */
export function figuresIn(text: string): NumberFound[] {
  const korean = [...text.matchAll(KOREAN)].map((match) => found(match, koreanValue(match[0])));
  const english = [...text.matchAll(ENGLISH)].map((match) =>
    found(match, plainValue(match[1] ?? '') * (ENGLISH_UNITS[(match[2] ?? '').toLowerCase()] ?? 1)),
  );
  return [...korean, ...english.filter((each) => !korean.some((other) => overlap(each, other)))].sort(
    (a, b) => a.start - b.start,
  );
}

/** Every number of a text, words and months too: what a claim may rest on. */
export function numbersIn(text: string): NumberFound[] {
  const words = [...text.matchAll(WORD)].flatMap((match) => {
    const word = (match[1] ?? '').toLowerCase();
    const unit = ENGLISH_UNITS[(match[2] ?? '').toLowerCase()];
    return word === 'a' && unit === undefined ? [] : [found(match, wordValue(word) * (unit ?? 1))];
  });
  const months = [...text.matchAll(MONTH)].map((match) => found(match, monthValue(match[1] ?? '')));
  return [...figuresIn(text), ...words, ...months];
}

function found(match: RegExpMatchArray, value: number): NumberFound {
  const start = match.index ?? 0;
  return { start, end: start + match[0].trimEnd().length, value };
}

function plainValue(figure: string): number {
  return Number(figure.replaceAll(',', ''));
}

function wordValue(word: string): number {
  if (word === 'a') return 1;
  return TENS.includes(word) ? 30 + 10 * TENS.indexOf(word) : WORDS.indexOf(word);
}

function monthValue(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name)) + 1;
}

/** "1억 2천만" = 1e8 + 2e3 * 1e4: small units count within the ten-thousands that 만, 억 and 조 close. */
function koreanValue(text: string): number {
  let total = 0;
  let group = 0;
  let figure = 0;
  for (const [token] of text.matchAll(new RegExp(`${FIGURE}|[조억만천백십]`, 'gu'))) {
    const large = { 만: 1e4, 억: 1e8, 조: 1e12 }[token];
    const small = { 십: 10, 백: 100, 천: 1000 }[token];
    if (large !== undefined) {
      total += (group + figure || 1) * large;
      [group, figure] = [0, 0];
    } else if (small !== undefined) {
      group += (figure || 1) * small;
      figure = 0;
    } else {
      figure = plainValue(token);
    }
  }
  return total + group + figure;
}

function overlap(a: NumberFound, b: NumberFound): boolean {
  return a.start < b.end && b.start < a.end;
}
