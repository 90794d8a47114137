import type { IssueLang } from '../model.ts';

/** The words an issue prints around its texts, per language. A template may replace any of them. */
export const LABELS = {
  highlights: { en: 'News Highlights', ko: '뉴스 하이라이트' },
  prompts: { en: 'Example prompts', ko: '프롬프트 예시' },
  newsFeature: { en: 'News feature', ko: '뉴스 심층' },
  researchFeature: { en: 'Research highlight', ko: '연구 하이라이트' },
  summary: { en: 'Summary', ko: '요약' },
  overview: { en: 'Overview', ko: '개요' },
  figure: { en: 'Figure', ko: '그림' },
  take: { en: 'Our take', ko: '우리의 견해' },
  sources: { en: 'Sources', ko: '출처' },
  own: { en: 'New from us', ko: '새로운 소식' },
  other: { en: 'Other things that caught our eyes', ko: '주목할 만한 다른 소식' },
  news: { en: 'News', ko: '뉴스' },
  papers: { en: 'Papers', ko: '논문' },
  letters: { en: 'Letters from readers', ko: '독자의 생각' },
  closing: { en: 'Closing thoughts', ko: '마무리 생각' },
  listen: { en: 'Listen', ko: '듣기' },
  read: { en: 'Read', ko: '읽기' },
  watch: { en: 'Watch', ko: '보기' },
  credit: { en: 'Credit', ko: '출처' },
  /** Behind a text that is printed as it is in another language. */
  inEnglish: { en: 'in English', ko: '영어 원문' },
  inKorean: { en: 'in Korean', ko: '한국어 원문' },
  inOther: { en: 'in the original language', ko: '외국어 원문' },
} as const satisfies Record<string, Record<IssueLang, string>>;

export type Label = keyof typeof LABELS;
export const LABEL_KEYS = Object.keys(LABELS) as readonly Label[];

/** Whether a word is the key of a label. */
export function isLabel(key: string): key is Label {
  return Object.hasOwn(LABELS, key);
}
