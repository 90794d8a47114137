/**
 * Writes the tables and examples of docs/notes/blurbs.md: what blurbs of three hundred real texts look like in figures,
 * how much they hold of what the outlets themselves wrote about their articles, and twenty blurbs of the sample web's
 * articles as they are. Only figures leave the real texts.
 *
 *   node --import tsx scripts/tables/blurbs.ts
 */
import { blurb, type Blurb } from '../../src/curate/blurb.ts';
import { scoreSentences } from '../../src/curate/blurb/score.ts';
import { STOP_WORDS } from '../../src/curate/blurb/stop-words.ts';
import { guessLanguage } from '../../src/text/language.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { countWords } from '../../src/text/tokens.ts';
import { loadContent } from '../sampleweb/content.ts';
import { feedTexts, pageTexts, type RealText } from './real-texts.ts';
import { coverage, rouge1Recall } from './rouge.ts';
import { table, writeBetweenMarkers } from './write-table.ts';

const PAGE = 'docs/notes/blurbs.md';

/** The limits of an issue's news list. */
const LIMITS = { en: { minWords: 60, maxWords: 120 }, ko: { maxWords: 400, maxChars: 400 } } as const;

function blurbOf({ title, text, language }: Omit<RealText, 'description'>): Blurb {
  return blurb(text, { title, language, ...(language === 'ko' ? LIMITS.ko : LIMITS.en) });
}

const pages = await pageTexts();
const korean = await feedTexts('ko');
const texts = [...pages.slice(0, 200), ...korean.slice(0, 100)];

/** The value a share of the sorted values lies below. */
function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)}%`;

function lengthsTable(): string[] {
  const groups: [name: string, of: RealText[], unit: (text: string) => number, min: number][] = [
    ['English, words', texts.filter(({ language }) => language === 'en'), countWords, LIMITS.en.minWords],
    ['Korean, characters', texts.filter(({ language }) => language === 'ko'), (text) => text.length, 150],
    [
      'other languages, words',
      texts.filter(({ language }) => !['en', 'ko'].includes(language)),
      countWords,
      LIMITS.en.minWords,
    ],
  ];
  return table(
    [
      'language',
      'texts',
      '10% shorter than',
      'median',
      '10% longer than',
      'below the least',
      'empty',
      'opens with the first sentence',
      'sentences',
    ],
    groups.map(([name, group, unit, min]) => {
      const made = group.map(blurbOf);
      const lengths = made.map(({ text }) => unit(text));
      const isFirst = ({ reason }: Blurb): boolean => reason.endsWith('sentence 1');
      return [
        name,
        group.length,
        quantile(lengths, 0.1),
        quantile(lengths, 0.5),
        quantile(lengths, 0.9),
        percent(lengths.filter((length) => length > 0 && length < min).length, group.length),
        lengths.filter((length) => length === 0).length,
        percent(made.filter(isFirst).length, group.length),
        (made.reduce((sum, { sentences }) => sum + sentences.length, 0) / group.length).toFixed(1),
      ];
    }),
  );
}

function guardsTable(): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const guard of blurbOf(text).guards) counts.set(guard, (counts.get(guard) ?? 0) + 1);
  return table(
    ['guard', `fired in, of ${texts.length} texts`],
    [...counts].sort((a, b) => b[1] - a[1]).map(([guard, count]) => [guard, count]),
  );
}

/** The first whole sentences that fit. */
function lead({ text, language }: RealText, maxWords: number): string {
  let taken = '';
  for (const sentence of splitSentences(text, language)) {
    const longer = `${taken} ${sentence.text}`;
    if (countWords(longer) > maxWords) break;
    taken = longer;
  }
  return taken;
}

/** The best sentences by score alone, as TextRank is usually run: no opener, no fresh terms. */
function bestScored({ text, title, language }: RealText, maxWords: number): string {
  let taken: { index: number; text: string }[] = [];
  const ranked = scoreSentences(text, title, language).sort((a, b) => b.score - a.score);
  for (const sentence of ranked) {
    const more = [...taken, sentence];
    if (sentence.bar === null && countWords(more.map((one) => one.text).join(' ')) <= maxWords) taken = more;
  }
  return taken
    .sort((a, b) => a.index - b.index)
    .map((sentence) => sentence.text)
    .join(' ');
}

function rougeTable(): string[] {
  const described = pages.filter(({ description }) => description !== '');
  const methods: [name: string, summary: (text: RealText, maxWords: number) => string][] = [
    ['first sentences that fit', lead],
    ['best scores, no opener', bestScored],
    ['blurb', ({ text, title, language }, maxWords) => blurb(text, { title, language, maxWords }).text],
  ];
  const mean = (values: readonly number[]): string =>
    (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);
  const isTelling = (word: string): boolean => word.length > 2 && !STOP_WORDS.has(word);
  const rows = methods.map(([name, summary]) => [
    name,
    ...[40, 60, 100].map((max) => mean(described.map((text) => rouge1Recall(summary(text, max), text.description)))),
    ...[40, 60, 100].map((max) => mean(described.map((text) => coverage(summary(text, max), text.text, isTelling)))),
  ]);
  const words = [40, 60, 100].map((max) => `${max} words`);
  return table(
    [`${described.length} pages`, ...words.map((w) => `ROUGE-1, ${w}`), ...words.map((w) => `matter touched, ${w}`)],
    rows,
  );
}

/** The articles are written in Markdown; their pages carry links. */
const MARKDOWN_LINK = /\[([^\]]*)\]\([^)]*\)/g;

function examples(): string[] {
  const stories = loadContent().articles.filter(({ story }) => story !== null);
  const every = Math.max(1, Math.floor(stories.length / 20));
  return stories
    .filter((_, index) => index % every === 0)
    .slice(0, 20)
    .flatMap(({ title, paragraphs }) => {
      const text = paragraphs.join('\n\n').replace(MARKDOWN_LINK, '$1');
      const made = blurbOf({ title, text, language: guessLanguage(text, 'en') });
      return [
        `**${title}**`,
        '',
        `> ${made.text}`,
        '',
        `*${made.reason}; guards: ${made.guards.join(', ') || 'none'}*`,
        '',
      ];
    });
}

writeBetweenMarkers(PAGE, 'lengths', lengthsTable());
writeBetweenMarkers(PAGE, 'guards', guardsTable());
writeBetweenMarkers(PAGE, 'rouge', rougeTable());
writeBetweenMarkers(PAGE, 'examples', examples());
