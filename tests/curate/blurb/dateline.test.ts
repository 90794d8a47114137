import { describe, expect, it } from 'vitest';
import { datelineLength } from '../../../src/curate/blurb/dateline.ts';

describe('datelineLength', () => {
  it.each([
    ['SAN FRANCISCO, Aug. 30 (Reuters) - ', 'Acme opened its model.'],
    ['LONDON (AP) — ', 'Acme opened its model.'],
    ['DUBAI, United Arab Emirates — ', 'Acme opened its model.'],
    ['San Francisco (AFP) – ', 'Acme opened its model.'],
    ['NEW DELHI: ', 'Acme opened its model.'],
    ['Washington, DC, United States: ', 'Acme opened its model.'],
    ['(서울=예시통신) 김하나 기자 = ', '예시전자가 새 모델을 공개했다.'],
    ['[서울=예시뉴스]김하나 기자 = ', '예시전자가 새 모델을 공개했다.'],
    ['[예시경제 김하나 기자] ', '예시전자가 새 모델을 공개했다.'],
    ['', 'Acme – the lab in Paris – opened its model.'],
    ['', 'Acme: a new model.'],
    ['', '[단독] 예시전자가 새 모델을 공개했다.'],
  ])('"%s" before "%s"', (dateline, rest) => {
    expect(datelineLength(dateline + rest)).toBe(dateline.length);
  });
});
