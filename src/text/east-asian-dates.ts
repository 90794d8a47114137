/** East Asian writing in ours: "2024년 3월 4일(월) 오후 9시 5분" is "2024-3-4 9:05 pm". */
const EAST_ASIAN: readonly [pattern: RegExp, instead: string | ((...groups: string[]) => string)][] = [
  [
    /\(?[월화수목금토일]요일\)?|\(?[月火水木金土日]曜日?\)?|星期[一二三四五六日天]|\([월화수목금토일月火水木金土日]\)/g,
    ' ',
  ],
  [
    /(\d{4})\s*[년年]\s*(\d{1,2})\s*[월月](?:\s*(\d{1,2})\s*[일日号]?)?/,
    (_, y, m, d) => `${y}-${m}${d ? `-${d}` : ''} `,
  ],
  [
    /(\d{1,2})\s*[시時时点]\s*(?:(\d{1,2})\s*[분分]?)?(?::?\s*(\d{1,2})\s*[초秒]?)?/,
    (_, h, min = '00', s = '00') => `${h}:${min}:${s}`,
  ],
  [/(?:오전|午前|上午)\s*(\d{1,2}:\d{1,2}(?::\d{1,2})?)/, '$1 am'],
  [/(?:오후|午後|下午)\s*(\d{1,2}:\d{1,2}(?::\d{1,2})?)/, '$1 pm'],
];

/** Dates of East Asia as the other forms have them; other text as it is. @param text in lower case */
export function inOurWriting(text: string): string {
  if (!/[가-힣\u3400-\u9fff]/.test(text)) return text;
  return EAST_ASIAN.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead as string), text).trim();
}
