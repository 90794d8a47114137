import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../src/text/language.ts';

describe('the language of a text', () => {
  it.each([
    ['새 모델 Reader 2.0이 긴 문서를 읽는다', '', 'ko'],
    ['新しいモデル「Reader」が長い文書を読む', 'en', 'ja'],
    ['新模型可以一次读完很长的文件', '', 'zh'],
    ['Новая модель читает длинные тексты', '', 'ru'],
    ['Нова модель читає довгі тексти', 'uk', 'uk'],
    [
      'The model reads the text of a page in one pass, and it is said to cost less than all that came before it.',
      '',
      'en',
    ],
    [
      'Das Modell liest den Text einer Seite in einem Zug, und es kostet nicht so viel wie die, die vor ihm da waren.',
      'en',
      'de',
    ],
    ['A model', 'fr', 'fr'],
    ['2024-08-22', '', ''],
  ])('%s (labelled "%s") is %s', (text, label, language) => {
    expect(guessLanguage(text, label)).toBe(language);
  });

  it('believes a label that it cannot check', () => {
    const danish =
      'Modellen læser en hel side på én gang, og den siges at koste mindre end alt det, der kom før den i år.';
    expect(guessLanguage(danish, 'da')).toBe('da');
  });
});
