import { say } from '../../text/said.ts';

/** A form of article that the news section does without, and how its title gives it away. */
interface Form {
  /** As an editor would call it. */
  name: string;
  /** Matches the title. */
  like: RegExp;
}

/**
 * Forms, told by the title alone: a text may mention a price or a share without being about one. The list is short and
 * each pattern strict, because a penalty for a story that is none of these costs more than a missed deal.
 */
const FORMS: readonly Form[] = [
  {
    name: say('form.deal'),
    like: /\b(?:deals?\b.*(?:\boff\b|[$€£%])|\d+% off|[$€£]\d+ off|save (?:up to )?[$€£]?\d+|best deals|lowest price|black friday|cyber monday|prime day|coupons?|promo codes?|on sale (?:for|this|now|today))\b|최저가|특가|할인\s*(?:행사|코드|쿠폰)|쿠폰/iu,
  },
  {
    name: say('form.tips'),
    like: /^(?:the )?(?:\d+|three|five|seven|ten)\s+(?:\p{L}+\s+){0,3}(?:ways|things|tips|tricks|reasons|tools|apps|prompts|hacks|gadgets|books|courses|gifts)\b|\bbest \p{L}+(?: \p{L}+)? (?:of|in|for) 20\d\d\b|^how to (?:use|get|make|write|choose|turn|set up|install)\b|(?:꿀팁|추천\s*\d+선|\d+가지\s*(?:방법|이유|팁))/iu,
  },
  {
    name: say('form.stock'),
    like: /\b(?:price target|shares? (?:dip|rise|fall|jump|surge|slip|climb|drop|slide|soar|tumble|gain)s?|stocks? (?:to (?:buy|watch|own|sell)|that (?:could|will|may))|(?:buy|sell|hold) rating|(?:up|down)grade[sd]? (?:to|by|at)|market cap tops|is (?:it|nvidia|this) .{0,30}stock a buy|(?:nasdaq|nyse|kosdaq):|earnings (?:call|preview)|dow jones|wall street (?:opens|closes))\b|목표주가|주가\s*(?:급등|급락|상승|하락)|(?:급등|급락)주|특징주|관련주|테마주/iu,
  },
  {
    name: say('form.horoscope'),
    like: /\b(?:horoscopes?|zodiac|tarot|astrolog\w+)\b|운세|별자리|사주|타로/iu,
  },
  {
    name: say('form.paid'),
    like: /\b(?:sponsored|advertorial|paid (?:post|content)|partner content|press release|pr newswire|globe ?newswire|business wire)\b|\[광고\]|보도자료|협찬/iu,
  },
  {
    name: say('form.event'),
    like: /\b(?:webinar|register now|save the date|join us (?:for|at|on))\b|웨비나|사전\s*등록/iu,
  },
  { name: say('form.puzzle'), like: /\b(?:wordle|connections|crossword|quiz|sudoku)\b|퀴즈|십자말/iu },
];

/** The forms a title shows; usually none. */
export function formsOf(title: string): string[] {
  return FORMS.filter(({ like }) => like.test(title)).map(({ name }) => name);
}

const RETOLD =
  /\b(?:according to|as (?:first )?reported by|first reported by|reports? from|told) (?:the )?(?:new york times|nyt|wall street journal|wsj|bloomberg|reuters|the information|financial times|ft|techcrunch|the verge|axios|cnbc|wired|washington post|politico|business insider|bbc|associated press|ap|time|guardian|404 media|semafor|nikkei)\b|(?:로이터|블룸버그|월스트리트저널|WSJ|뉴욕타임스|파이낸셜타임스|테크크런치|더\s?버지|CNBC|BBC)\S{0,6}(?:에 따르면|보도|인용)|외신에 따르면/iu;
/** Characters of the text in which a retelling names its source. */
const OPENING = 800;

/** Whether a report says in its opening that it retells another outlet's. */
export function isRetold(text: string): boolean {
  return RETOLD.test(text.slice(0, OPENING));
}
