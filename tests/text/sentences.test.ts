import { assert, constantFrom, oneof, property, string, array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';

/** Sentences parted by " | ". */
const ENGLISH = [
  'It works. | It really does! | Does it?',
  'The U.S. Senate met on Aug. 30. | Sen. Smith spoke to Dr. J. R. Doe about v2.0 of the bill.',
  'They left the U.S. | The move came late.',
  'Apple Inc. said so. | He works for Apple Inc. | It pays well.',
  'See Fig. 2 and No. 5, e.g. the left one, i.e. this. | No. | That is all.',
  'It costs $1.5 million, or 3.2 percent. | Version 2.0 is out at 9 a.m. on Monday.',
  '“We won. We really did,” she said. | “It was hard.”',
  '"We won. We did," she said. | He left.',
  '“Why now?” Altman asked. | Nobody knew.',
  '“Why now?” he asked. | Nobody knew.',
  'Yahoo! said it would. | Well... maybe. | Then again… | No.',
  'They shipped iOS 18. | iPhone owners cheered. | xAI did not.',
  'It failed (again. Sadly). | It failed. | (We tried.) | They stopped.',
  'A 6" screen is small. | It is cheap. | It sells.',
  '1. Open the lid. | 2. Close it.',
  'Roe v. Wade was cited. | Smith et al. showed it. | Prices rose in 2024. | The rest fell.',
  'He met J. Edgar at St. Mary’s. | Then he left.',
  'Read example.com. | It has Node.js in it.',
];
const KOREAN = [
  '구글이 새 모델을 공개했다. | 성능은 두 배다. | 왜 지금인가? | 아직 모른다!',
  '김 대표는 "곧 나온다. 기다려 달라"고 말했다. | 주가는 올랐다.',
  '김 대표는 “곧 나온다.” 라고 말했다. | 주가는 올랐다.',
  '행사는 2024. 8. 30. 열린다. | 장소는 서울이다.',
  '매출은 3.5조 원이다. | GPT-4.5는 U.S. 시장에 먼저 나온다.',
  '이제 쓸 수 있어요. | 정말이죠? | 네.',
  '오픈AI(대표 샘 올트먼. 39)는 부인했다. | 끝.',
];
const JAPANESE = [
  '新モデルを公開した。|性能は二倍だ。|なぜ今か？|不明だ。',
  '社長は「もうすぐ出る。待って」と述べた。|株価は上がった。',
  '「出る。」と述べた。|株価は上がった。',
];

const texts = (text: string, language: string) => splitSentences(text, language).map((sentence) => sentence.text);

describe('splitSentences', () => {
  it.each(ENGLISH)('%s', (marked) => {
    expect(texts(marked.replaceAll(' | ', ' '), 'en')).toEqual(marked.split(' | '));
  });

  it.each(KOREAN)('%s', (marked) => {
    expect(texts(marked.replaceAll(' | ', ' '), 'ko')).toEqual(marked.split(' | '));
  });

  it.each(JAPANESE)('%s', (marked) => {
    expect(texts(marked.replaceAll('|', ''), 'ja')).toEqual(marked.split('|'));
  });

  it('parts Korean sentences that lost their space', () => {
    expect(texts('모델을 공개했다.그는 웃었다.', 'ko')).toEqual(['모델을 공개했다.', '그는 웃었다.']);
  });

  it('ends a sentence with its paragraph, and headings with their line', () => {
    expect(texts('A heading\nFirst one. Second\n\nThird one', 'en')).toEqual([
      'A heading',
      'First one.',
      'Second',
      'Third one',
    ]);
  });

  it('reads on over the line ends of wrapped text', () => {
    const line =
      'This sentence runs on over the end of the line, because a\nmail program wrapped it at sixty signs, and it ends on the\nThird line. Done.';
    expect(texts(line, 'en')).toEqual([line.slice(0, -6), 'Done.']);
    expect(texts('It stops in the middle\nof the line.', 'en')).toEqual(['It stops in the middle\nof the line.']);
  });

  it('lets a quotation of many sentences be parted when it is a text of its own', () => {
    const speech = `“${'We will go on. '.repeat(40)}”`;
    expect(texts(speech, 'en').length).toBeGreaterThan(30);
  });

  it('gives offsets into the text it was given, loses no word and keeps the order', () => {
    const piece = oneof(
      constantFrom(
        '. ',
        '! ',
        '.” ',
        '"',
        '“',
        '”',
        '(',
        ')',
        '\n',
        '\n\n',
        'Dr. ',
        'U.S. ',
        '1. ',
        '다.',
        '。',
        '「',
        '」',
        '…',
      ),
      string({ unit: 'grapheme', maxLength: 6 }),
    );
    assert(
      property(array(piece, { maxLength: 40 }), constantFrom('en', 'ko', 'ja'), (pieces, language) => {
        const text = pieces.join('');
        const sentences = splitSentences(text, language);
        let end = 0;
        for (const sentence of sentences) {
          expect(text.slice(end, sentence.start).trim()).toBe('');
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(sentence.text).toBe(sentence.text.trim());
          end = sentence.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('reads a megabyte without line ends', () => {
    expect(splitSentences('He said “no. Never” to Dr. X. '.repeat(35_000), 'en')).toHaveLength(35_000);
    expect(splitSentences('a'.repeat(1_000_000), 'en')).toHaveLength(1);
    expect(splitSentences('(. '.repeat(300_000), 'en').length).toBeGreaterThan(0);
  });
});
