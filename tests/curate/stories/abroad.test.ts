import { describe, expect, it } from 'vitest';
import { groupStories } from '../../../src/curate/stories/group.ts';
import type { GroupItem, KnownStoryItem } from '../../../src/curate/stories/model.ts';
import { latinNames } from '../../../src/curate/stories/names.ts';
import { readTerms } from '../../../src/curate/stories/terms.ts';
import { BASE_WORDS } from '../../../src/curate/stories/words.ts';

const NOON = Date.UTC(2026, 3, 7, 12);
const DAY = 86_400_000;

function item(id: number, title: string, over: Partial<GroupItem> = {}): GroupItem {
  const language = /\p{Script=Hangul}/u.test(title) ? 'ko' : 'en';
  return { id, title, lead: '', outlet: '', published: NOON, language, addresses: [], cites: [], ...over };
}

function stories(tonight: readonly GroupItem[], known: readonly KnownStoryItem[] = []): number[] {
  return groupStories(tonight, known, BASE_WORDS).map(({ story }) => story);
}

const ENGLISH = item(1, 'Quillon raises $110 billion led by Harrowgate and SoftBank');
const KOREAN = item(2, 'Quillon, 1100억달러 조달…Harrowgate·소프트뱅크 참여');

describe('one story in two languages', () => {
  it('is one when names and numbers are shared, in either order of arrival', () => {
    expect(stories([ENGLISH, KOREAN])).toEqual([1, 1]);
    expect(stories([KOREAN, ENGLISH])).toEqual([2, 2]);
  });

  it('says what they share', () => {
    const [, join] = groupStories([ENGLISH, KOREAN], [], BASE_WORDS);
    expect(join?.reasons.find(({ name }) => name === 'shares')?.value).toContain('Quillon');
  });

  it('joins an open story of an earlier night', () => {
    expect(stories([KOREAN], [{ ...ENGLISH, published: NOON - DAY, story: 1 }])).toEqual([1]);
  });

  it('is two when they share only names that every second title has', () => {
    expect(stories([item(1, 'OpenAI and Google hire more lawyers'), item(2, '오픈AI·구글, 요금 내린다')])).toEqual([
      1, 2,
    ]);
  });

  it('is two when they share only numbers', () => {
    const english = item(1, 'What we know so far of the toolkits 26 and 27 and their new compilers');
    expect(stories([english, item(2, '경찰, 오는 26~27일 공천헌금 의혹 의원 소환 조사')])).toEqual([1, 2]);
  });

  it('does not keep other English reports out', () => {
    const another = item(3, 'SoftBank and Harrowgate lead $110 billion round for Quillon');
    expect(stories([ENGLISH, KOREAN, another])).toEqual([1, 1, 1]);
  });
});

it.each([
  ['오픈AI, 메타와 손잡아', ['openai', 'meta']],
  ['앤스로픽 "美국방부 최후통첩 거부"', ['anthropic', 'pentagon']],
  ['새 드라마 촬영 시작', []],
  ['라마단 시작한 두바이', []],
  ['메타버스 애플리케이션', []],
  ['SK하이닉스 실적', ['hynix']],
])('reads the Latin names of %s', (title, names) => {
  expect(latinNames(title)).toEqual(names);
});

it.each([
  ['$110 billion', '1,100억'],
  ['$110B', '1100억달러'],
  ['40,000 robots', '로봇 4만대'],
  ['3 trillion', '3조원'],
])('takes %s and %s for one number', (english, korean) => {
  expect(readTerms(korean).numbers).toEqual(readTerms(english).numbers);
});

it('does not count what kind of post a board says it is', () => {
  expect(readTerms('Show HN: Quillon').terms).toEqual(readTerms('Quillon').terms);
});
