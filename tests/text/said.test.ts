import { assert, constantFrom, nat, property, record, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperTraits } from '../../src/curate/rank/papers-traits.ts';
import { STARTING_PROFILE } from '../../src/curate/rank/topics.ts';
import { resolveParticles } from '../../src/text/josa.ts';
import { inKorean, SAID, say, type Saying } from '../../src/text/said.ts';

const SAYINGS = Object.keys(SAID) as Saying[];
const SLOT = /\{(\w+)(?::(word|person|n|spelled|said))?(?:\|[^}]*)?\}/g;

/** The values a sentence names, and what kind each is of. */
function slotsOf(text: string): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const [, name = '', kind = 'text'] of text.matchAll(SLOT)) if (!kinds.has(name)) kinds.set(name, kind);
  return kinds;
}

it.each(SAYINGS)('%s says the same in both languages', (saying) => {
  const [english, korean] = SAID[saying];
  const known = slotsOf(english);
  for (const name of slotsOf(korean).keys()) expect(known.has(name)).toBe(true);
  expect(korean).toMatch(/[가-힣]|^\{|^“/);
  // Nothing that was told is left out.
  for (const name of known.keys()) expect(korean).toContain(`{${name}}`);
});

describe('the Korean of a sentence', () => {
  const word = constantFrom('Harbour Post', 'cs.CL', 'GPT-5, 서울', 'a "quoted" title: with marks (2)', 'x');
  const values: Record<string, Arbitrary<string | number>> = {
    text: word,
    word: constantFrom('news.example.org', 'https://a.example/b?c=(d)'),
    person: constantFrom('mina', 'Kim Ha-na'),
    n: nat(5000),
    spelled: nat(30),
    said: constantFrom('the same paper', 'later', 'agents'),
  };

  it.each(SAYINGS)('%s is read back out of the English one', (saying) => {
    const [english, korean] = SAID[saying];
    const kinds = slotsOf(english);
    const given = record(Object.fromEntries([...kinds].map(([name, kind]) => [name, values[kind] ?? word])));
    assert(
      property(given, (told) => {
        const expected = korean.replace(SLOT, (_, name: string) => {
          const value = String(told[name] ?? '');
          return kinds.get(name) === 'said' ? (inKorean(value) ?? value) : value;
        });
        expect(inKorean(say(saying, told))).toBe(resolveParticles(expected));
      }),
      { numRuns: 30 },
    );
  });

  it('is put together of what stands behind each other, and leaves what it does not know', () => {
    expect(inKorean('38 of 40 sources fine; 212 new items; cs.CL, cs.AI and 3 more late')).toBe(
      '소스 40개 중 38개 정상; 새 항목 212건; 지연: cs.CL, cs.AI 외 3개',
    );
    expect(inKorean('3 new, 1 updated of 20. Mended: a title without an end.')).toBe(
      '20건 중 새 항목 3건, 수정 1건. 고쳐 읽음: a title without an end.',
    );
    expect(inKorean('Something else. No answer.')).toBe('Something else. 응답이 없습니다.');
    expect(inKorean('labs and products: gpt-4, chatgpt')).toBe('연구소와 제품: gpt-4, chatgpt');
    expect(inKorean('six outlets, first BBC')).toBe('매체 6곳, 최초 보도 BBC');
    expect(inKorean('It ran in #41, 1 day ago: A title (the same address).')).toBe(
      '이미 실린 기사입니다. 제41호 게재, 1일 전: A title(같은 주소).',
    );
    expect(inKorean('Moved for good to https://new.example/news (seen on 2 nights).')).toBe(
      'https://new.example/news로 영구 이전했습니다(2일 밤 확인).',
    );
    expect(inKorean('words of nobody')).toBeNull();
    expect(inKorean('our own subject: tides')).toBeNull();
  });

  it('knows the subjects of the profile that ships, and the traits by which papers are ranked', () => {
    for (const { name } of STARTING_PROFILE.topics) expect(inKorean(`${name}: words`)).toMatch(/^[가-힣 ]+: words$/);
    const paper = {
      story: 1,
      title: 'Bench: Towards a Survey?',
      abstract: 'We introduce GPT-4 agents',
      authors: [],
      categories: [],
      published: 0,
    };
    const named = [...paperTraits(paper, []).keys()].filter((trait) =>
      /^(?:title|subject):(?!length|words)/.test(trait),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((trait) => inKorean(trait.replace(/^\w+:/, '')) === null)).toEqual([]);
  });
});
