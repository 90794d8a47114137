import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blurb } from '../../src/curate/blurb.ts';

const TITLE = 'Acme Labs opens its largest model';
const TEXT = `By Jane Roe

SAN FRANCISCO, Aug. 30 (Reuters) - Acme Labs opened the weights of its largest language model on Friday. It had sold access to the model for a year. Researchers at three universities said the weights let them check the claims of Acme Labs.

Photo: Acme Labs

What does the model cost? Acme Labs asks nothing of users with fewer than a million customers. Read more about the model here.

Rivals of Acme Labs said “openness has a price. Adam Poe of Beta Corp. called the licence of the model too narrow. But the licence lets firms sell what they build with the model.`;

describe('blurb', () => {
  it('opens with who did what and keeps the guarded sentences out', () => {
    const made = blurb(TEXT, { title: TITLE, language: 'en', maxWords: 80 });
    expect(made.text).toMatch(/^Acme Labs opened the weights of its largest language model on Friday\. /);
    expect(made.text).toMatch(/too narrow\. But the licence lets firms sell what they build with the model\.$/);
    for (const unwanted of ['Jane Roe', 'Reuters', 'Photo', 'What does', 'Read more', '“openness']) {
      expect(made.text).not.toContain(unwanted);
    }
    expect(made.guards).toEqual(['dateline', 'fragment', 'invitation', 'question', 'unclosed']);
  });

  it('gives offsets from which its text can be read back', () => {
    const { text, sentences } = blurb(TEXT, { title: TITLE, language: 'en', maxWords: 60 });
    expect(sentences.map(({ start, end }) => TEXT.slice(start, end)).join(' ')).toBe(text);
  });

  it('takes a sentence that begins with "It" or "But" only after the one it leans on', () => {
    const made = blurb(TEXT, { title: '', language: 'en', maxWords: 26 });
    expect(made.text).not.toMatch(/(?:^| )But /);
    expect(made.text.includes('It had sold')).toBe(made.text.includes('on Friday. It had'));
  });

  it('makes Korean blurbs of 150 to 400 characters', () => {
    const text = `[서울=예시뉴스]김하나 기자 = 예시전자가 사내에서 쓰던 번역 모델을 30일 공개했다. 이 모델은 열두 개 언어를 다루며, 회사는 한국어와 베트남어에서 특히 오류가 적다고 설명했다. 대학 세 곳의 연구자들은 공개된 가중치로 회사의 주장을 직접 확인할 수 있게 됐다고 반겼다.

◆경쟁사 반응은

경쟁사인 보기소프트는 모델의 사용 조건이 지나치게 좁다고 지적했다. 김두리 보기소프트 이사는 "고객이 백만 명을 넘는 회사는 쓸 수 없다. 공개라고 부르기 어렵다"고 말했다. 예시전자는 내년 봄에 더 작은 모델도 내놓을 계획이다. 무단 전재 및 재배포 금지 ⓒ 예시뉴스`;
    const made = blurb(text, { title: '예시전자, 번역 모델 공개', language: 'ko', maxWords: 120, maxChars: 400 });
    expect(made.text).toMatch(/^예시전자가 사내에서 쓰던 번역 모델을 30일 공개했다\. /);
    expect(made.text.length).toBeGreaterThanOrEqual(150);
    expect(made.text.length).toBeLessThanOrEqual(400);
    expect(made.text).not.toMatch(/기자|◆|무단/);
  });

  it('reads Japanese, whose words have no spaces', () => {
    const text = '例示電機は三十日、社内の翻訳モデルを公開した。モデルは十二の言語を扱う。研究者は公開を歓迎した。';
    const made = blurb(text, { title: '翻訳モデルを公開', language: 'ja', maxWords: 20 });
    expect(made.text).toBe('例示電機は三十日、社内の翻訳モデルを公開した。 モデルは十二の言語を扱う。');
  });

  it('says so when it stays short, when nothing fits and when nothing may stand', () => {
    expect(blurb('Acme Labs opened its model.', { title: '', language: 'en', minWords: 60, maxWords: 90 }).reason).toBe(
      '1 of 1 sentences, 5 words, short of 60; opens with sentence 1',
    );
    expect(blurb(TEXT, { title: TITLE, language: 'en', maxWords: 3 })).toMatchObject({ text: '', sentences: [] });
    expect(blurb('', { title: '', language: 'en', maxWords: 60 }).reason).toContain('none of 0');
  });

  it('never exceeds its caps and takes whole sentences in their order, whatever the text', () => {
    const sentence = constantFrom(
      ...TEXT.split(/(?<=\.) |\n\n/u),
      '그는 갔다.',
      '예시전자가 모델을 공개했다.',
      '公開した。',
      'x',
    );
    assert(
      property(array(sentence, { maxLength: 25 }), integer({ min: 1, max: 60 }), (sentences, maxWords) => {
        const text = sentences.join(' ');
        const made = blurb(text, { title: TITLE, language: 'en', maxWords, maxChars: 300 });
        expect(made.text.split(/\s+/u).filter(Boolean).length).toBeLessThanOrEqual(maxWords);
        expect(made.text.length).toBeLessThanOrEqual(300);
        expect(made.sentences.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(made.text);
        expect(made.sentences.every(({ start }, i) => i === 0 || start >= (made.sentences[i - 1]?.end ?? 0))).toBe(
          true,
        );
      }),
    );
  });

  it('reads a text of ten thousand sentences', () => {
    const made = blurb('Acme Labs opened model X to all. '.repeat(10_000), {
      title: TITLE,
      language: 'en',
      maxWords: 60,
    });
    expect(made.text).toContain('Acme Labs opened model X to all.');
  });
});
