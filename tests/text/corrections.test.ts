import { describe, expect, it } from 'vitest';
import { isWithdrawn, newCorrection, otherNumbers } from '../../src/text/corrections.ts';

describe('other numbers', () => {
  it.each([
    ['Acme raised $200M. It was founded in 2019.', 'Acme raised $220M. It was founded in 2019.', '$200M', '$220M'],
    ['The model scores 81.2% on the exam.', 'The model scores 79.8% on the exam.', '81.2%', '79.8%'],
    ['이 모델은 시험에서 120점을 받았다고 밝혔다.', '이 모델은 시험에서 112점을 받았다고 밝혔다.', '120점', '112점'],
  ])('are told with the sentence they stand in: %s', (before, after, was, is) => {
    expect(otherNumbers(before, after, '')).toEqual([
      { before: expect.stringContaining(was) as string, after: expect.stringContaining(is) as string },
    ]);
  });

  it.each([
    [
      'a counter',
      'The model is out now for all. 120 points and 45 comments.',
      'The model is out now for all. 130 points and 51 comments.',
    ],
    ['an age', 'Published by the desk 3 hours ago.', 'Published by the desk 5 hours ago.'],
    ['another sentence', 'Acme raised $200M.', 'Rivals of Acme raised $300M last year.'],
    ['a sentence that was added', 'Acme hired 20 people.', 'Acme hired 20 people. Acme hired 30 people.'],
    ['a line of a table', '1 2 3', '1 2 4'],
    ['nothing', 'Acme raised $200M.', 'Acme raised $200M.'],
  ])('are not told of %s', (_, before, after) => {
    expect(otherNumbers(before, after, 'en')).toEqual([]);
  });
});

describe('a correction', () => {
  it.each([
    'Correction: an earlier version of this article misstated the number of employees.',
    'An earlier version of this story incorrectly named the court.',
    'This article has been corrected to say that the fund is private.',
    '[정정] 본문의 금액을 바로잡습니다.',
  ])('is found: %s', (sentence) => {
    expect(newCorrection('The court ruled on Monday.', `The court ruled on Monday. ${sentence}`, '')).toBe(sentence);
  });

  it('that stood there before is not new, and other words are none', () => {
    const text = 'Correction: the sum was wrong. The court ruled.';
    expect(newCorrection(text, `${text} It rested.`, 'en')).toBeNull();
    expect(
      newCorrection('The market fell.', 'The market fell. Analysts expect a correction of 10 percent.', 'en'),
    ).toBeNull();
  });
});

describe('a withdrawal', () => {
  it.each([
    'This paper has been withdrawn by the authors due to a crucial error in Theorem 2.',
    'Withdrawn due to an error in the data',
    'The authors have withdrawn this submission',
    'This submission has been withdrawn by arXiv administrators',
  ])('is read from %s', (text) => expect(isWithdrawn(text)).toBe(true));

  it.each([
    'We study when users withdraw consent and how models should forget.',
    '12 pages, 3 figures, accepted at ICML',
    'Money withdrawn at machines is modelled with transformers.',
  ])('is not read from %s', (text) => expect(isWithdrawn(text)).toBe(false));
});
