import { assert, array, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupStories } from '../../../src/curate/stories/group.ts';
import type { GroupItem, KnownStoryItem } from '../../../src/curate/stories/model.ts';
import { BASE_WORDS, learnWords } from '../../../src/curate/stories/words.ts';

const NOON = Date.UTC(2026, 3, 7, 12);
const HOUR = 3_600_000;

function item(id: number, title: string, over: Partial<GroupItem> = {}): GroupItem {
  return { id, title, lead: '', outlet: '', published: NOON, language: 'en', addresses: [], cites: [], ...over };
}

/** The groups of a night, each as the ids of its items. */
function groups(
  tonight: readonly GroupItem[],
  known: readonly KnownStoryItem[] = [],
  links = { together: [], apart: [] } as Parameters<typeof groupStories>[3],
): number[][] {
  const stories = new Map<number, number[]>();
  for (const { item: id, story } of groupStories(tonight, known, BASE_WORDS, links))
    stories.set(story, [...(stories.get(story) ?? []), id]);
  return [...stories.values()];
}

const ROBOT = item(1, 'Quillon Robotics recalls 40,000 Pelorus vacuum robots over battery fires');
const ROBOT_TOO = item(2, 'Battery fires: Quillon Robotics recalls 40,000 Pelorus robots', {
  published: NOON + 2 * HOUR,
});
const LAW = item(3, 'Senate committee delays vote on Harrowgate data centre bill');

describe('grouping a night', () => {
  it('joins two reports of one event and leaves another alone', () => {
    expect(groups([ROBOT, LAW, ROBOT_TOO])).toEqual([[1, 2], [3]]);
  });

  it('names a story by its founding item, the first to arrive', () => {
    expect(groupStories([ROBOT_TOO, ROBOT], [], BASE_WORDS).map(({ story }) => story)).toEqual([2, 2]);
  });

  it('says why in words and figures', () => {
    const lead = 'Quillon Robotics is recalling 40,000 Pelorus robots after nine batteries caught fire.';
    const [, join] = groupStories(
      [
        { ...ROBOT, lead },
        { ...ROBOT_TOO, lead },
      ],
      [],
      BASE_WORDS,
    );
    const words = join?.reasons.map(({ value }) => value).join('; ');
    expect(words).toContain('Pelorus');
    expect(words).toContain('40,000');
    expect(words).toContain('lead 1.00');
  });

  it('joins Korean titles whose nouns carry other particles', () => {
    const one = item(1, '퀼론로보틱스, 펠로루스 로봇 4만대 리콜…배터리 화재', { language: 'ko' });
    const two = item(2, '배터리 화재에 퀼론로보틱스가 펠로루스 4만대를 리콜한다', { language: 'ko' });
    const other = item(3, '국회, 하로게이트 데이터센터 법안 표결 연기', { language: 'ko' });
    expect(groups([one, two, other])).toEqual([[1, 2], [3]]);
  });

  it('joins the news about a paper to the paper it links to', () => {
    const paper = item(1, 'Folding Attention: Longer Contexts at No Cost', { addresses: ['arxiv:2604.01234'] });
    const news = item(2, 'A lab says its models can now read whole libraries', { cites: ['arxiv:2604.01234'] });
    expect(groups([paper, news])).toEqual([[1, 2]]);
  });

  it('joins an item to an open story of an earlier night, and says which', () => {
    const known = { ...ROBOT, story: 1 };
    expect(groupStories([ROBOT_TOO], [known], BASE_WORDS)[0]).toMatchObject({ item: 2, story: 1 });
  });

  it('opens a new story when the old one has closed', () => {
    const old = { ...ROBOT, story: 1, published: NOON - 30 * 24 * HOUR };
    expect(groupStories([ROBOT_TOO], [old], BASE_WORDS)[0]).toMatchObject({ story: 2, reasons: [] });
  });

  it('knows a word of every title from a rare one by what earlier nights taught it', () => {
    const night = [
      item(1, 'Pelorus Quillon: harvests fail as rivers dry in the south'),
      item(2, 'Pelorus Quillon: three bridges reopen to traffic'),
    ];
    const taught = learnWords(
      BASE_WORDS,
      Array.from({ length: 5000 }, (_, n) => `Pelorus Quillon: notes of day ${n}`),
    );
    const stories = (stats: typeof taught) => new Set(groupStories(night, [], stats).map(({ story }) => story)).size;
    expect([stories(BASE_WORDS), stories(taught)]).toEqual([1, 2]);
  });
});

describe('a large story under two names', () => {
  const product = [
    'Google launches Pelorus assistant for hospitals',
    'Google unveils Pelorus, an assistant that reads scans',
    'Pelorus of Google reads scans better than doctors',
    'Google Pelorus assistant launched in nine hospitals',
    'Google says its Pelorus assistant reads scans in seconds',
  ];
  const project = [
    'Quillon alliance of Google names forty clinics',
    'Google starts Quillon alliance with forty clinics',
    'Forty clinics join Quillon alliance of Google',
  ];
  const night = (bridges: readonly string[]): number[][] =>
    groups([...product, ...project, ...bridges].map((title, id) => item(id + 1, title)));
  const together = (found: readonly number[][], a: number, b: number): boolean =>
    found.some((group) => group.includes(a) && group.includes(b));

  it('is one when two reports use both', () => {
    const bridges = [
      'Google gives Pelorus assistant to clinics of Quillon alliance',
      'Quillon alliance clinics of Google test Pelorus assistant',
    ];
    expect(together(night(bridges), 1, 6)).toBe(true);
  });

  it('is two when none does', () => {
    expect(together(night([]), 1, 6)).toBe(false);
  });
});

describe('what an editor decided', () => {
  it('keeps together what was merged, whatever the titles say', () => {
    expect(groups([ROBOT, LAW], [], { together: [[1, 3]], apart: [] })).toEqual([[1, 3]]);
  });

  it('keeps apart what was split', () => {
    expect(groups([ROBOT, ROBOT_TOO], [], { together: [], apart: [[1, 2]] })).toEqual([[1], [2]]);
  });

  it('is honoured for items of earlier nights', () => {
    const known = [{ ...ROBOT, story: 1 }];
    expect(groups([ROBOT_TOO], known, { together: [], apart: [[2, 1]] })).toEqual([[2]]);
    expect(groupStories([LAW], known, BASE_WORDS, { together: [[3, 1]], apart: [] })[0]).toMatchObject({
      story: 1,
      reasons: [{ name: 'editor' }],
    });
  });
});

it('always gives each item one story that one of its items founded', () => {
  const word = constantFrom('Quillon', 'recall', 'robots', 'chips', 'Senate', '리콜', '로봇', '4만대', '$200M');
  assert(
    property(array(array(word, { minLength: 1, maxLength: 6 }), { maxLength: 12 }), (titles) => {
      const night = titles.map((words, id) => item(id, words.join(' ')));
      const joins = groupStories(night, [], BASE_WORDS);
      const storyOf = new Map(joins.map(({ item: id, story }) => [id, story]));
      expect(joins.map(({ item: id }) => id)).toEqual(night.map(({ id }) => id));
      for (const story of storyOf.values()) expect(storyOf.get(story)).toBe(story);
    }),
  );
});
