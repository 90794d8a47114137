import { expect, it } from 'vitest';
import { sensitiveReason } from '../../src/export/sensitive.ts';

it.each([
  ['Teenager arrested over deepfakes of classmates', 'minors who may come to harm'],
  ['미성년자 딥페이크 피해 급증', 'minors who may come to harm'],
  ['Founder Ada Byrne accused of fraud by former staff', 'an accusation against a named person'],
  ['김철수 대표, 횡령 의혹 부인', 'an accusation against a named person'],
  ['Artists sue maker of an image generator', 'a court case that may be going on'],
  ['화가들, 이미지 생성기 개발사 상대로 소송 제기', 'a court case that may be going on'],
])('tells %s', (title, reason) => {
  expect(sensitiveReason(['An innocent line', title])).toBe(reason);
});

it.each([
  'Child safety features come to chat apps',
  'Robotaxi firm weighs accounts for teenagers',
  'Critics accuse Harbour Labs of hype',
  'OpenAI alleged to train on books',
  'A new model sets a record in 5 of 7 tests',
  '어린이용 학습 앱 출시',
])('is calm about %s', (title) => {
  expect(sensitiveReason([title])).toBeNull();
});
