import { describe, expect, it } from 'vitest';
import { leaningOf } from '../../../src/curate/blurb/leaning.ts';

describe('leaningOf', () => {
  it.each([
    ['Acme opened its model on Friday.', 'none'],
    ['This week Acme opened its model.', 'none'],
    ['So far nobody has tried it.', 'none'],
    ['Itália opened a model.', 'none'],
    ['The company behind the search engine opened a model.', 'none'],
    ['The new model is open.', 'none'],
    ['The former head of Acme praised it.', 'none'],
    ['The former is slow.', 'always'],
    ['The third asks for a governance body.', 'always'],
    ['The third model is open.', 'none'],
    ['He opened the model on Friday.', 'always'],
    ['But the model is slow.', 'always'],
    ['“We are glad,” she said.', 'always'],
    ['These models are slow.', 'always'],
    ['그는 새 모델을 공개했다.', 'always'],
    ['하지만 새 모델은 느리다.', 'always'],
    ['The company opened its model on Friday.', 'at-start'],
    ['Meanwhile, rivals opened theirs.', 'at-start'],
    ['We opened our model on Friday.', 'at-start'],
    ['“Openness has a price,” Jane Roe said.', 'at-start'],
    ['한편 경쟁사도 모델을 공개했다.', 'at-start'],
    ['한편에서는 새 모델을 반겼다.', 'none'],
  ])('%s: %s', (sentence, expected) => {
    expect(leaningOf(sentence)).toBe(expected);
  });
});
