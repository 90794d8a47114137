import { countWords } from '../../text/tokens.ts';

/** Why a sentence may not stand in a blurb at all. */
export type Bar = 'fragment' | 'list' | 'unclosed' | 'byline' | 'credit' | 'invitation' | 'question';

/** How much a sentence needs the one before it: never, when it opens the blurb, or wherever it stands. */
export type Leaning = 'none' | 'at-start' | 'always';

const BYLINE = [
  /^(?:(?:additional |with )?reporting|editing|edited|writing|written|compiled|translated|photograph(?:s|y)?|graphics?|video|posted|published) by\b/iu,
  /\bcontributed (?:reporting|to (?:this|the) (?:report|story|article|piece))\b/iu,
  /^(?:last |first )?(?:updated|published|posted|modified)\b.{0,40}\d.{0,20}$/iu,
  /\b(?:is|are) an? [^.]{0,60}\b(?:reporter|writer|editor|columnist|correspondent|contributor)\b[^.]{0,60}\b(?:at|for|of|with|covering)\b/iu,
  /[\w.+-]+@[\w-]+\.\w/u,
  /(?:기자|특파원|논설위원|리포터|통신원)\s*(?:=|$|\(|\/|입니다|였습니다)/u,
];
const CREDIT = [
  /^(?:photo|photograph|image|illustration|picture|video|screenshot|credits?|source|caption|figure|fig\.|table)\b\s*(?:credits?|by|courtesy|:|\/|\d)/iu,
  /^(?:in (?:this|an?)|this|file) (?:\p{L}+ ){0,3}(?:photo|photograph|picture|illustration)\b/iu,
  /\((?:[^()]*\W)?(?:photo|image|picture|illustration|getty|shutterstock|ap photo|courtesy)\b[^()]*\)\s*\W?$/iu,
  /(?:사진|자료|그래픽|이미지|영상|출처|삽화)\s*(?:=|[/:]|제공|출처|캡처)/u,
];
const INVITATION = [
  /\b(?:read more|click here|tap here|sign up (?:for|to|here|now|today)|subscribe (?:to|now|here|today|for)|follow (?:us|me|him|her|them)\b|join us\b|share this\b|see also\b|related:|let us know|e-?mail us|comments? (?:section )?below|leave a comment|buy now|register (?:now|here)|log in to|in your inbox|our newsletter|this newsletter|our podcast|(?:this (?:article|story|post)|originally) (?:was|is|has|originally|first|appeared|published|may)|affiliate (?:link|commission)|earn a commission|all rights reserved|terms of (?:use|service)|privacy policy|support our|become a member|free trial)/iu,
  /^(?:please |to )?(?:read|see|watch|listen|check out|learn more|find out|download|visit|click|tap|subscribe|follow|join|contact|advertisement|disclosure|disclaimer|editor['’]s note|correction|update:|tl;dr)\b/iu,
  /©|\(c\) ?\d{4}|\bcopyright ?(?:©|\d{4}|by\b)/iu,
  /무단\s?(?:전재|복제|배포)|재배포\s?금지|저작권자\s*[(:ⓒ©]|ⓒ|기사\s?제보|관련\s?기사|바로\s?가기|(?:클릭|구독|문의|참고)(?:하세요|해 ?주세요|하시기|바랍니다)|더 ?보기|여기를|부탁\s?드|^안녕하|감사합니다|고맙습니다/u,
  /無断転載|会員登録|続きを読む|関連記事/u,
];

const ENDS_WHOLE = /[.!?…。！？]["'”’»)\]」』）】]*$/u;
/** Not the small letter of a name such as "iPhone", nor a command's name in a Korean sentence. */
const STARTS_SMALL = /^["'“‘(]?(?!\p{Ll}+\p{Lu})\p{Ll}(?!.*\p{Script=Hangul})/su;
/** Korean sentences end in their verb: "…다.", "…요.", "…죠.", "…까.", nominal "…음.", "…함."; a list of names does not. */
const ENDS_IN_KOREAN_NOUN = /\p{Script=Hangul}(?<![다요죠까네음함됨임랴자])[.!…]+["'”’)\]]*$/u;
const LIST_MARK = /^(?:[$>%]\s|[•·‣▪■□▶►◆◇○●★☆※*✓✔→-]|[–—]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s|#)/u;
const QUESTION = /[?？]["'”’)\]」』]*$/u;
const MIN_WORDS = 4;
const MIN_EOJEOL = 3;

const ALWAYS_LEANS = [
  /^["“‘']?(?:he|she|they|it|its|it['’]s|his|her|their|them|this|that|these|those|such|but|and|or|so|yet|nor|however|instead|therefore|thus|hence|nevertheless|nonetheless|otherwise|consequently|as a result|in contrast|by contrast|on the other hand|for example|for instance|in other words|even so|rather|as such|the (?:former|latter)|others|another|both|neither|either|here|that['’]s|there['’]s|because of (?:this|that|it)|if so|not so|why|what['’]s more|at (?:that|this) (?:point|time))(?![\p{L}-])(?! (?:far|week|month|year|morning|afternoon|evening|summer|autumn|fall|winter|spring|quarter)\b)/iu,
  /[,?!]["”’] (?:he|she|they|it)\b|\b(?:he|she|they) (?:said|says|added|adds|told|wrote|explained|noted|continued)\b[^"“”]{0,20}$/iu,
  /^["“‘']?(?:그는|그가|그의|그녀|그들|이는|이를|이로|이와|이에|이들|이것|이 같은|이같은|이런|이러한|이처럼|이렇게|그런|그러나|하지만|그런데|그래서|그러면서|그럼에도|그렇|따라서|때문에|즉|반면|반대로|다만|대신|예를 들|왜냐|물론|여기에|이때|그때|거기|그 )/u,
  /^(?:彼|これ|それ|しかし|だが|そのため|こうした|つまり|ただ)/u,
];
const LEANS_AT_START = [
  /^(?:also|additionally|moreover|furthermore|meanwhile|still|then|later|earlier|similarly|likewise|besides|in addition|in fact|indeed|of course|again|plus|further|finally|overall|ultimately|separately|elsewhere|now|there|one|some|many|most|others?|i|i['’]\p{L}+|we|we['’]\p{L}+|my|our|you|your|you['’]\p{L}+|let['’]?s|according to (?:him|her|them|it))(?![\p{L}-])/iu,
  /^(?:the|one) (?:company|firm|start-?up|group|team|agency|authors?|researchers?|study|paper|report|move|news|decision|deal|announcement|tool|model|system|service|app|feature|product|update|statement|letter|suit|lawsuit|case|plan|project|program(?:me)?|change|result|new|same|two|three)\b/iu,
  /^(?:또|또한|한편|특히|앞서|이날|이번|이후|이어|아울러|해당|당시|같은|결국|실제로|오히려|더구나|나아가|게다가|그리고|먼저|우선|현재|최근에는|저는|나는|우리는|제가|우리)(?=[\s,])/u,
  /^(?:また|一方|さらに|そして|なお|同社|同氏|その|この)/u,
  /^["“‘「『]/u,
];

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

export function leaningOf(sentence: string): Leaning {
  if (ALWAYS_LEANS.some((form) => form.test(sentence))) return 'always';
  return LEANS_AT_START.some((form) => form.test(sentence)) ? 'at-start' : 'none';
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

/** "SEOUL, Aug. 30 (Reuters) - ", "(서울=연합뉴스) 홍길동 기자 = ": where and by whom, before the sentence begins. */
const DATELINE = [
  /^\p{Lu}[\p{Lu}.'’ -]{2,30}(?:, (?:\p{Lu}[\p{L}.]+ ?){1,3})?(?:,? (?:\p{Lu}\p{L}+\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}+))?(?: ?\([^()]{2,40}\))? ?[—–-]{1,2}\s+(?=["“]?\p{Lu})/u,
  /^(?:\p{Lu}[\p{L}.]+,? ){1,4}\((?:Reuters|AP|AFP|Bloomberg|UPI|Xinhua|CNN|BBC|dpa|TNS)\) ?[—–-]{1,2}\s+/u,
  /^(?:\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2}, ){1,2}\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2}: (?=["“]?\p{Lu})/u,
  /^(?:[A-Z]{3,}(?: [A-Z]{2,}){0,2}): (?=["“]?\p{Lu})/u,
  /^(?:[([【][^()[\]【】]{2,30}[)\]】]\s*)?(?:\S{2,4}\s?(?:기자|특파원)\s*)=\s*/u,
  /^[([【][^()[\]【】]{1,20}=[^()[\]【】]{2,30}[)\]】]\s*/u,
  /^[[【][^[\]【】]{2,30}(?:뉴스|신문|일보|경제|투데이|데일리|기자|ニュース)[^[\]【】]{0,12}[\]】]\s*/u,
];

/** The length of the date line a sentence begins with, 0 without one. */
export function datelineLength(sentence: string): number {
  for (const form of DATELINE) {
    const match = form.exec(sentence);
    if (match !== null) return match[0].length;
  }
  return 0;
}
