import { expect, it } from 'vitest';
import { offerSentences } from '../../src/export/offers.ts';
import { source } from './demo-issue.ts';

const harbour = source(
  'Harbour Post',
  'Lumo weighs accounts for teenagers',
  'Lumo is thinking about accounts that let teenagers ride alone in its robotaxis. The office is on Pier 4. ' +
    'It would be the first such service in the state, and could bring the firm families as customers. ' +
    'However, critics warn that nobody knows how a child gets help in an empty car. Ha.',
);
const ledger = source(
  'The Ledger',
  'Teenagers may ride Lumo alone',
  'Lumo is thinking about accounts that let teenagers ride alone in its robotaxis, it said. ' +
    'It is unclear whether the regulator will allow it at all.',
);

it('offers sentences for what, why and doubt, from all reports, each with its place', () => {
  const offers = offerSentences([harbour, ledger], 'en');
  const of = (part: string): string[] => offers.filter((offer) => offer.part === part).map(({ text }) => text);
  expect(of('what')[0]).toMatch(/^Lumo is thinking about accounts/);
  expect(of('why')[0]).toMatch(/^It would be the first/);
  expect(of('doubt').map((text) => text.slice(0, 15))).toEqual(['However, critic', 'It is unclear w']);
  for (const { text, source: index, from, to } of offers)
    expect([harbour, ledger][index]?.text.slice(from, to)).toBe(text);
});

it('offers what two outlets tell in the same words only once', () => {
  const told = offerSentences([harbour, ledger], 'en').filter(({ text }) => text.startsWith('Lumo is thinking'));
  expect(told).toHaveLength(1);
});

it('offers Korean sentences', () => {
  const text =
    '루모가 청소년이 혼자 타는 계정을 검토하고 있다. 이 지역에서 처음 나오는 서비스여서 의미가 크다. 그러나 안전을 우려하는 목소리도 나온다.';
  const offers = offerSentences([source('항구일보', '루모, 청소년 계정 검토', text)], 'ko');
  expect(offers.map(({ part }) => part)).toEqual(expect.arrayContaining(['what', 'why', 'doubt']));
});

it('offers nothing where there is nothing to say', () => {
  expect(offerSentences([], 'en')).toEqual([]);
  expect(offerSentences([source('A', 'B', '')], 'en')).toEqual([]);
});
