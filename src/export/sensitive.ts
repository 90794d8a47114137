/** Why a story needs a second pair of eyes, in the order in which it is told. */
export const SENSITIVE_REASONS = [
  'minors who may come to harm',
  'an accusation against a named person',
  'a court case that may be going on',
] as const;
export type SensitiveReason = (typeof SENSITIVE_REASONS)[number];

/** Kinds of news that may harm somebody when a word of it is wrong, with the words that give them away. */
const MINORS =
  /\b(?:child(?:ren)?|minors?|teen(?:s|agers?|age)?|under-?age|school(?:girl|boy|child)\w*|kids?|toddlers?|infants?)\b|아동|미성년|청소년|십대|10대|초등학생|중학생|고등학생|여학생|남학생|어린이/iu;
const HARM =
  /\b(?:abus\w+|sexual\w*|exploit\w*|suicid\w+|self-harm\w*|porn\w*|explicit|deepfakes?|nudes?|nudif\w+|arrest\w*|died?|dies|death|deaths|killed|victims?|groom(?:ed|ing)|addict\w+|assault\w*|harm(?:s|ed|ful)?)\b|학대|성착취|음란물|성범죄|성폭력|자살|자해|딥페이크|체포|피해|사망|착취|숨진|숨져/iu;
const COURT =
  /\b(?:su(?:es?|ed|ing)|lawsuits?|class action|(?:on|stands?|faces?|jury) trial|trial (?:of|begins|opens|set)|indict\w+|charged (?:with|over)|arraign\w+|prosecutors?|arrest(?:s|ed)|injunction|plaintiffs?|defendants?|court|judges?|subpoena\w*)\b|소송|고소|고발|기소|재판|법원|판사|검찰|체포|구속|피고인|집단소송/iu;
const ACCUSED =
  /\b(?:accus\w+|alleg(?:e|es|ed|edly|ation|ations)|misconduct|fraud\w*|harass\w+|plagiari[sz]\w+|embezzl\w+|whistle-?blow\w*|bribe\w*)\b|의혹|혐의|폭로|비위|성희롱|표절|횡령|사기|고발/iu;

/** Two or three capitalised words in a row that no firm, school or office is called by. */
const PERSON = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?: \p{Lu}\.)?(?: \p{Lu}\p{Ll}+){1,2}(?![\p{L}\p{N}])/gu;
const NO_PERSON =
  /\b(?:Inc|Corp|Labs?|University|Institute|Google|Open|Court|House|Street|Journal|Times|Post|News|Department|Commission|Council|Union|States|Kingdom|Korea|Silicon|Machine|Learning|Artificial|Intelligence|Face|Mind|Studios?|Games|Cloud|Research|Technologies|Security)\b/u;
/** A Korean name is told by the title behind it. */
const KOREAN_PERSON = /[가-힣]{2,4} ?(?:씨|대표|교수|의원|회장|사장|부사장|박사|장관|감독|CEO)(?![가-힣A-Za-z])/u;

/**
 * Why a story needs a second pair of eyes, told from its titles and our text: minors who come to harm, a court case, an
 * accusation against somebody who is named; null when nothing says so. An editor's word stands above it.
 */
export function sensitiveReason(texts: readonly string[]): SensitiveReason | null {
  if (texts.some((text) => MINORS.test(text) && HARM.test(text))) return 'minors who may come to harm';
  if (texts.some((text) => ACCUSED.test(text) && namesPerson(text))) return 'an accusation against a named person';
  return texts.some((text) => COURT.test(text)) ? 'a court case that may be going on' : null;
}

function namesPerson(text: string): boolean {
  const names = text.match(PERSON) ?? [];
  return names.some((name) => !NO_PERSON.test(name)) || KOREAN_PERSON.test(text);
}
