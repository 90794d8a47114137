import { expect, test } from 'vitest';
import { grams, pieces } from '../../src/text/grams.ts';

test.each([
  ['The GPT-4o model', ['the', 'gpt', '4o', 'model']],
  ['연구자들', ['연구', '구자', '자들', '연', '구', '자', '들']],
  ['AI가 온다', ['ai', '가', '온다', '온', '다']],
  ['봄', ['봄']],
  ['東京 v2.0', ['東京', '東', '京', 'v2.0']],
  ['', []],
])('"%s" is indexed as words, pairs and single syllables', (text, expected) => {
  expect(grams(text)).toEqual(expected);
});

test('a syllable typed as its letters is the same syllable', () => {
  expect(pieces('연구'.normalize('NFD'))).toEqual(pieces('연구'));
});
