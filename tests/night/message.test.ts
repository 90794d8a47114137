import { expect, it } from 'vitest';
import { type Morning, morningMessage, PLAIN } from '../../src/night/message.ts';

const note =
  'The news ranker and 12 new decisions: learned anew it puts 81.0 % of their pairs right, as it was 74.2 %; the new one is in service.';
const morning: Morning = {
  summary: {
    night: '2026-02-15',
    verdict: '1 of 2 sources fine; 3 new items; board late',
    sources: { asked: 2, ok: 1, failed: 0, late: 1 },
    items: { new: 3, updated: 0, unchanged: 0 },
    stories: 3,
    issue: null,
    ms: 1,
    notes: [note],
  },
  top: [],
  added: [],
  removed: [],
  desk: '',
};

it('tells under the verdict what the night learned, in both languages', () => {
  expect(morningMessage(morning, 'en', PLAIN).text).toBe(`${morning.summary.verdict}\n${note}`);
  expect(morningMessage(morning, 'ko', PLAIN).text).toBe(
    '소스 2개 중 1개 정상; 새 항목 3건; 지연: board\n뉴스 순위 모델, 새 결정 12건: 결정과 일치하는 비율이 새 모델 81.0 %, 이전 모델 74.2 %입니다. 새 모델을 씁니다.',
  );
});
