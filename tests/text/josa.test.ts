import { describe, expect, it } from 'vitest';
import { agree, particleAfter, resolveParticles } from '../../src/text/josa.ts';

describe('the particle after a word', () => {
  it.each([
    ['구글', '은', '로'],
    ['삼성', '은', '으로'],
    ['메타', '는', '로'],
    ['오픈AI', '는', '로'],
    ['GPT-4', '는', '로'],
    ['GPT-3', '은', '으로'],
    ['LLM', '은', '으로'],
    ['10', '은', '으로'],
    ['7', '은', '로'],
    ['50%', '는', '로'],
    ['Amazon', '은', '으로'],
    ['Anthropic', '은', '으로'],
    ['Google', '은', '로'],
    ['iPhone', '은', '으로'],
    ['Microsoft', '는', '로'],
    ['미세 조정(fine-tuning)', '은', '으로'],
    ['**오픈AI**(OpenAI)', '는', '로'],
    ['[구글](https://google.com)', '은', '로'],
  ])('%s%s', (word, topic, direction) => {
    expect(particleAfter(word, ['은', '는'])).toBe(topic);
    expect(particleAfter(word, ['으로', '로'])).toBe(direction);
  });
});

it('resolves what a fixed text leaves open', () => {
  expect(resolveParticles('구글은(는) 메타(Meta)을(를) 서울(으)로 이(가) 일본와(과)')).toBe(
    '구글은 메타(Meta)를 서울로 가 일본과',
  );
});

it('puts a particle into the form the word before it asks for, and leaves other words alone', () => {
  expect(agree('멀티모달', '는 모델')).toBe('은 모델');
  expect(agree('메타', '으로부터')).toBe('로부터');
  expect(agree('메타', '이라는')).toBe('라는');
  expect(agree('메타', '은행')).toBe('은행');
  expect(agree('메타', ' 은')).toBe(' 은');
});
