import { expect, it } from 'vitest';
import { finderOf, flatText, wordsIn } from '../../../src/curate/rank/topics.ts';

const WORDS = ['a.i.', 'open source', 'gpt-4', 'c++', '소송'];

it.each([
  'A.I. in court',
  'Open-source is not it, open source is',
  'GPT-4 and GPT-40',
  'gpt-40 alone',
  'c++',
  'cc',
  '저작권소송이 시작됐다',
  'nothing of it',
])('a finder finds a word where the list of words has one: %s', (text) => {
  expect(finderOf(WORDS)(flatText(text))).toBe(wordsIn(flatText(text), WORDS).length > 0);
});

it('a finder of no words finds nothing', () => {
  expect(finderOf([])(flatText('anything'))).toBe(false);
});
