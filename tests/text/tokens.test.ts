import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, hangulBigrams, words } from '../../src/text/tokens.ts';

describe('words', () => {
  it.each([
    ['OpenAI’s GPT-4o beats v2.0, again!', ["openai's", 'gpt', '4o', 'beats', 'v2.0', 'again']],
    ['It raised $1,200.50 in 2024.', ['it', 'raised', '1,200.50', 'in', '2024']],
    ["'quoted' words, don't split", ['quoted', 'words', "don't", 'split']],
    ['연구자들이 새 모델(LLM)을 공개했다.', ['연구자들이', '새', '모델', 'llm', '을', '공개했다']],
    ['café Ünïcode ÉTÉ', ['café', 'ünïcode', 'été']],
    ['U.S. — …', ['u', 's']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('gives the same words for composed and decomposed text', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        expect(words(text.normalize('NFD'))).toEqual(words(text.normalize('NFC')));
      }),
    );
  });
});

describe('hangulBigrams', () => {
  it('pairs syllables within a run and never across one', () => {
    expect(hangulBigrams('연구자들이 AI를 새로')).toEqual(['연구', '구자', '자들', '들이', '새로']);
  });

  it('reads decomposed Hangul', () => {
    expect(hangulBigrams('한국어'.normalize('NFD'))).toEqual(['한국', '국어']);
  });
});

describe('countWords', () => {
  it.each([
    ['  Two words ', 2],
    ['구글이 새 모델을 공개했다.', 4],
    ['人工知能が進む', 4],
    ['美 연준', 2],
    ['a – b', 3],
    ['', 0],
  ])('%s: %i', (text, expected) => {
    expect(countWords(text)).toBe(expected);
  });
});
