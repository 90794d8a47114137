const PLACE = '\\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+){0,2}';
const DAY = '\\p{Lu}\\p{L}+\\.? \\d{1,2}|\\d{1,2} \\p{Lu}\\p{L}+';
const STARTS_WELL = '(?=["“]?\\p{Lu})';

const FORMS = [
  // SAN FRANCISCO, Calif., Aug. 30 (Reuters) -
  new RegExp(
    `^\\p{Lu}[\\p{Lu}.'’ -]{2,30}(?:, (?:\\p{Lu}[\\p{L}.]+ ?){1,3})?(?:,? (?:${DAY}))?(?: ?\\([^()]{2,40}\\))? ?[—–-]{1,2}\\s+${STARTS_WELL}`,
    'u',
  ),
  // San Francisco (AFP) –
  /^(?:\p{Lu}[\p{L}.]+,? ){1,4}\((?:Reuters|AP|AFP|Bloomberg|UPI|Xinhua|CNN|BBC|dpa|TNS)\) ?[—–-]{1,2}\s+/u,
  // Washington, DC, United States:
  new RegExp(`^(?:${PLACE}, ){1,2}${PLACE}: ${STARTS_WELL}`, 'u'),
  // NEW DELHI:
  new RegExp(`^[A-Z]{3,}(?: [A-Z]{2,}){0,2}: ${STARTS_WELL}`, 'u'),
  // (서울=연합뉴스) 홍길동 기자 =
  /^(?:[([【][^()[\]【】]{2,30}[)\]】]\s*)?\S{2,4}\s?(?:기자|특파원)\s*=\s*/u,
  // (서울=연합뉴스)
  /^[([【][^()[\]【】]{1,20}=[^()[\]【】]{2,30}[)\]】]\s*/u,
  // [예시경제 홍길동 기자]
  /^[[【][^[\]【】]{2,30}(?:뉴스|신문|일보|경제|투데이|데일리|기자|ニュース)[^[\]【】]{0,12}[\]】]\s*/u,
];

/** The length of the date line a sentence begins with (where, when and by whom it was sent), 0 without one. */
export function datelineLength(sentence: string): number {
  for (const form of FORMS) {
    const match = form.exec(sentence);
    if (match !== null) return match[0].length;
  }
  return 0;
}
