import { agree } from '../../text/josa.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { Finding } from '../finding.ts';
import { countMentions, type Glossary } from '../glossary.ts';
import type { PrintedText } from '../texts.ts';
import { plainText } from './wording.ts';
import { say, type Saying } from '../../text/said.ts';

/** What only a Korean text can get wrong; the texts of a whole issue, because most of it is about agreeing. */
export function checkKorean(texts: readonly PrintedText[], glossary: Glossary): Finding[] {
  return [
    ...texts.flatMap((text) => [...renderings(text, glossary), ...particles(text), ...forms(text)]),
    ...registers(texts),
    ...quotationMarks(texts),
  ];
}

function renderings({ place, wording }: PrintedText, glossary: Glossary): Finding[] {
  return glossary.terms.flatMap(({ korean, also }) =>
    also
      .filter(
        (rendering) => countMentions(wording.text, rendering) > 0 && !unspaced(korean).includes(unspaced(rendering)),
      )
      .map((rendering) => ({ rule: 'rendering', place, message: say('check.rendering', { word: rendering, korean }) })),
  );
}

/** A particle behind a bracket that does not follow the Korean word before it. */
function particles({ place, wording }: PrintedText): Finding[] {
  return [...wording.text.matchAll(/(\p{Script=Hangul}+)\([A-Za-z][^()]*\)(\p{Script=Hangul}+)/gu)].flatMap(
    ([whole, word = '', after = '']) => {
      const right = agree(word, after);
      return right === after
        ? []
        : [{ rule: 'particle', place, message: say('check.particle', { whole, word, right }) }];
    },
  );
}

const FORMS: readonly { rule: Finding['rule']; pattern: RegExp; mend: Saying }[] = [
  {
    rule: 'date-form',
    pattern:
      /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2})\b/u,
    mend: 'check.dates',
  },
  {
    rule: 'unit-form',
    pattern:
      /\d\s?(?:million|billion|trillion|thousand)\b|[$€£]\s?\d|\d\s?(?:마일|피트|인치|갤런|파운드|miles?|feet|inch(?:es)?|lbs?)(?![A-Za-z])|화씨/iu,
    mend: 'check.units',
  },
];

function forms(text: PrintedText): Finding[] {
  const plain = plainText(text);
  return FORMS.flatMap(({ rule, pattern, mend }) => {
    const found = pattern.exec(plain);
    return found === null ? [] : [{ rule, place: text.place, message: say(mend, { found: found[0] }) }];
  });
}

type Register = 'plain' | 'polite';

/** The register of a text by the ends of its sentences: -다 is plain, -습니다, -요 and -까 are polite; null for neither. */
function registerOf(text: PrintedText): Register | 'mixed' | null {
  const ends = splitSentences(plainText(text), 'ko').map((sentence) => sentence.text.replace(/[^\p{L}\p{N}]+$/u, ''));
  const polite = ends.filter((end) => /(?:니다|니까|세요|어요|아요|에요|예요|지요|죠)$/u.test(end)).length;
  const plain = ends.filter((end) => end.endsWith('다') && !end.endsWith('니다')).length;
  if (polite > 0 && plain > 0) return 'mixed';
  if (polite + plain === 0) return null;
  return polite > 0 ? 'polite' : 'plain';
}

/** Texts of one section that speak in another register than most of them; what somebody signs is their own. */
function registers(texts: readonly PrintedText[]): Finding[] {
  const read = texts
    .filter(({ form, place }) => form === 'body' && !place.field.startsWith('take '))
    .map((text) => ({ text, register: registerOf(text) }));
  return read.flatMap(({ text, register }) => {
    const { place } = text;
    if (register === 'mixed') return [{ rule: 'register', place, message: say('check.mixed') }];
    const others = read.filter((other) => other.text.place.section === place.section && other.register !== null);
    const same = others.filter((other) => other.register === register).length;
    if (register === null || same * 2 >= others.length) return [];
    return [
      {
        rule: 'register',
        place,
        message: say('check.register', { register: register === 'plain' ? '~다' : '~습니다' }),
      },
    ];
  });
}

/** Straight and curly quotation marks in one issue, or one that does not close. */
function quotationMarks(texts: readonly PrintedText[]): Finding[] {
  const curly = texts.filter(({ wording }) => /[“”]/u.test(wording.text)).length;
  const straight = texts.filter(({ wording }) => wording.text.includes('"'));
  const opened = texts.filter(({ wording }) => count(wording.text, '“') !== count(wording.text, '”'));
  return [
    ...(curly >= straight.length ? straight : [])
      .filter(() => curly > 0)
      .map(({ place }) => ({
        rule: 'quotes' as const,
        place,
        message: say('check.straight'),
      })),
    ...opened.map(({ place }) => ({ rule: 'quotes' as const, place, message: say('check.unclosed') })),
  ];
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

function unspaced(word: string): string {
  return word.replace(/\s+/g, '');
}
