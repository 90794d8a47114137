import { countWords } from '../../text/tokens.ts';

/** Why a sentence may not stand in a blurb at all. */
export type Bar = 'fragment' | 'list' | 'unclosed' | 'byline' | 'credit' | 'invitation' | 'question';

const MAKERS = 'reporter|writer|editor|columnist|correspondent|contributor';
const MAKING =
  '(?:(?:additional |with )?reporting|editing|edited|writing|written|compiled|translated|photograph(?:s|y)?|graphics?|video|posted|published) by';

const BYLINE = [
  new RegExp(`^${MAKING}\\b`, 'iu'),
  new RegExp(`\\b(?:is|are) an? [^.]{0,60}\\b(?:${MAKERS})\\b[^.]{0,60}\\b(?:at|for|of|with|covering)\\b`, 'iu'),
  /\bcontributed (?:reporting|to (?:this|the) (?:report|story|article|piece))\b/iu,
  /^(?:last |first )?(?:updated|published|posted|modified)\b.{0,40}\d.{0,20}$/iu,
  /[\w.+-]+@[\w-]+\.\w/u,
  /(?:기자|특파원|논설위원|리포터|통신원)\s*(?:=|$|\(|\/|입니다|였습니다)/u,
];

const PICTURES = 'photo|photograph|image|illustration|picture|video|screenshot|figure|fig\\.|table';

const CREDIT = [
  new RegExp(`^(?:${PICTURES}|credits?|source|caption)\\b\\s*(?:credits?|by|courtesy|:|/|\\d)`, 'iu'),
  /^(?:in (?:this|an?)|this|file) (?:\p{L}+ ){0,3}(?:photo|photograph|picture|illustration)\b/iu,
  /\((?:[^()]*\W)?(?:photo|image|picture|illustration|getty|shutterstock|ap photo|courtesy)\b[^()]*\)\s*\W?$/iu,
  /(?:사진|자료|그래픽|이미지|영상|출처|삽화)\s*(?:[=/:]|제공\W*$|캡처\W*$)/u,
];

const CALLS =
  'read more|click here|tap here|sign up (?:here|now|today|for (?:our|the|a free))|subscribe (?:to our|now|here|today)|follow (?:us|me|him|her|them) on|join us\\b|share this (?:article|story|post)|see also\\b|let us know|e-?mail us|comments? (?:section )?below|leave a comment|register (?:now|here)|log in to (?:read|see|view|comment|continue)|in your inbox|support our (?:work|journalism)';
const OUTLETS_OWN =
  'our (?:newsletter|podcast|privacy policy|terms of)|this (?:newsletter|podcast) (?:is|was)|this (?:article|story|post) (?:was|is|has|first|may|(?:originally )?appeared)|originally (?:published|appeared) (?:in|on|at)|affiliate links?|earn a commission|all rights reserved';
/** They begin a sentence that tells the reader what to do; elsewhere, and before other words, they are news. */
const COMMANDS =
  'read|see|listen|check out|learn more|find out|visit|sign up|subscribe|follow|join|advertisement|(?:watch|download|click|tap|contact) (?:here|on|the|our|your|this|it|us|me|now|how)';
const LABELS = "disclosure|disclaimer|editor['’]s note|correction|update|related|buy now|tl;dr";
const KOREAN_CALLS =
  '기사\\s?제보|관련\\s?기사|바로\\s?가기|(?:클릭|구독|문의|참고)(?:하세요|해 ?주세요|하시기|바랍니다)|더 ?보기|여기를|부탁\\s?드|^안녕하|감사합니다|고맙습니다';

const INVITATION = [
  new RegExp(`\\b(?:${CALLS}|${OUTLETS_OWN})`, 'iu'),
  new RegExp(`^(?:please |to )?(?:(?:${COMMANDS})\\b|(?:${LABELS}) ?[:(])`, 'iu'),
  new RegExp(KOREAN_CALLS, 'u'),
  /©|ⓒ|\(c\) ?\d{4}|\bcopyright ?(?:\d{4}|by\b)/iu,
  /무단\s?(?:전재|복제|배포)|재배포\s?금지|저작권자\s*[(:]/u,
  /無断転載|会員登録|続きを読む|関連記事/u,
];

const ENDS_WHOLE = /[.!?…。！？।؟۔]["'”’»)\]」』）】]*$/u;
/** Not the small letter of a name such as "iPhone", nor a command's name in a Korean sentence. */
const STARTS_SMALL = /^["'“‘(]?(?!\p{Ll}+\p{Lu})\p{Ll}(?!.*\p{Script=Hangul})/su;
/** Korean sentences end in their verb: "…다.", "…요.", "…죠.", "…까.", nominal "…음.", "…함."; a list of names does not. */
const ENDS_IN_KOREAN_NOUN = /\p{Script=Hangul}(?<![다요죠까네음함됨임랴자])[.!…]+["'”’)\]]*$/u;
const LIST_MARK = /^(?:[$>%+]\s|[•·‣▪■□▶►◆◇○●★☆※*✓✔→-]|[–—]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s|#)/u;
const QUESTION = /[?？]["'”’)\]」』]*$/u;
const MIN_WORDS = 4;
const MIN_EOJEOL = 3;

/** What bars a sentence from every blurb, or null. */
export function barOf(sentence: string): Bar | null {
  if (LIST_MARK.test(sentence)) return 'list';
  if (!isWhole(sentence)) return 'fragment';
  if (!isClosed(sentence)) return 'unclosed';
  if (QUESTION.test(sentence)) return 'question';
  if (BYLINE.some((form) => form.test(sentence))) return 'byline';
  if (CREDIT.some((form) => form.test(sentence))) return 'credit';
  return INVITATION.some((form) => form.test(sentence)) ? 'invitation' : null;
}

function isWhole(sentence: string): boolean {
  const words = countWords(sentence);
  const least = /\p{Script=Hangul}/u.test(sentence) ? MIN_EOJEOL : MIN_WORDS;
  const isCutOff = STARTS_SMALL.test(sentence) || ENDS_IN_KOREAN_NOUN.test(sentence);
  return ENDS_WHOLE.test(sentence) && !isCutOff && words >= least;
}

const DOUBLE_QUOTE = /["“”„]/gu;
const PAIRS = ['()', '[]', '「」', '『』', '（）', '«»'] as const;

/** Every quotation and bracket that opens closes; the forms of double quotation marks are mixed freely by outlets. */
function isClosed(sentence: string): boolean {
  const count = (mark: string): number => sentence.split(mark).length - 1;
  const quotes = sentence.match(DOUBLE_QUOTE)?.length ?? 0;
  return quotes % 2 === 0 && PAIRS.every((pair) => count(pair.charAt(0)) === count(pair.charAt(1)));
}
