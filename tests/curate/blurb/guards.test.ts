import { describe, expect, it } from 'vitest';
import { barOf } from '../../../src/curate/blurb/guards.ts';

describe('barOf', () => {
  it.each([
    ['Acme opened its model on Friday.', null],
    ['iPhone owners may try the new model on Friday.', null],
    ['npm 패키지 하나가 서버를 멈추게 했다.', null],
    ['„Wir öffnen das Modell“, sagte die Leiterin von Acme.', null],
    ['연구진은 “새 모델이 더 빠르다"고 말했다.', null],
    ['Published in 1963, the book about machines has sold well ever since.', null],
    ['Authors sued Acme over the copyright of their books.', null],
    ['Contact lenses with a display were shown in Paris.', null],
    ['The terms of service forbid the training of rivals.', null],
    ['Banks lend to those who buy now and pay later.', null],
    ['Acme opens its largest model', 'fragment'],
    ['of the model on Friday, the company said.', 'fragment'],
    ['No.', 'fragment'],
    ['행사는 서울 코엑스에서 사흘간.', 'fragment'],
    ['배우로는 김하나, 이두리, 박세찬.', 'fragment'],
    ['• Acme opened its model on Friday.', 'list'],
    ['3. Acme opened its model on Friday.', 'list'],
    ['◆새 모델이 공개된 배경은 이렇다.', 'list'],
    ['Acme said “openness has a price.', 'unclosed'],
    ['Acme (which opened its model was first.', 'unclosed'],
    ['What does the new model cost?', 'question'],
    ['새 모델은 얼마나 빠를까?', 'question'],
    ['Jane Roe in Paris contributed to this report.', 'byline'],
    ['Reporting by Jane Roe; editing by John Doe.', 'byline'],
    ['Jane Roe is a senior reporter at Daily Example covering machines.', 'byline'],
    ['Last updated: 30 August 2024 at noon.', 'byline'],
    ['문의는 jane@news.example로 하면 된다.', 'byline'],
    ['Photo: the head office of Acme in Paris.', 'credit'],
    ['In this file photo Acme’s head speaks in Paris.', 'credit'],
    ['The head of Acme speaks in Paris (Photo: Jane Roe).', 'credit'],
    ['새 모델을 시연하고 있다(사진=에이미 제공).', 'credit'],
    ['Read more about the new model here.', 'invitation'],
    ['Sign up for our newsletter to hear about models.', 'invitation'],
    ['See our guide to the best models.', 'invitation'],
    ['Disclosure: the author owns shares of Acme.', 'invitation'],
    ['This story originally appeared in Daily Example.', 'invitation'],
    ['저작권자 ⓒ 예시일보, 무단 전재 및 재배포를 금지합니다.', 'invitation'],
    ['안녕하세요, 예시팀의 개발자 김하나입니다.', 'invitation'],
  ])('%s: %s', (sentence, expected) => {
    expect(barOf(sentence)).toBe(expected);
  });
});
