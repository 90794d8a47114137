/** Beginnings and phrases of what stands around articles, in the languages most read here. */
export const PHRASES: Readonly<Record<string, RegExp>> = {
  leadsOn:
    /^(?:read|see|watch|listen|view|check out|learn|find out|click|tap|follow|download|continue|also read|related|more:|more (?:from|on|about)|next|previous|lire|leer|mehr|voir|à lire|関連|관련|[▶▲■☞→»])/i,
  asks: /^(?:share|tweet|print|e-?mail|comment|save|copy|like|pin|subscribe|sign up|log ?in|register|join|get (?:the|our)|newsletter|advert|sponsored|promoted|공유|구독|댓글)/i,
  credits:
    /©|copyright|all rights reserved|무단|전재|재배포|getty|reuters\/|ap photo|photo(?: by|graph|:)|image(?: credit)?:|credit:|courtesy|shutterstock|사진/i,
  byline:
    /^(?:by|von|par|por|written by|posted|published|updated|last (?:updated|modified)|editor'?s note|reporting by|additional reporting|edited by)\b|기자$|@[\w.-]+\.\w+/i,
  dated: /\b\d{1,2}:\d{2}\b|\b(?:19|20)\d{2}\b.{0,12}$|\bmin(?:ute)?s? read\b|\bago\b|\d{4}[.-]\d{2}[.-]\d{2}/i,
  legal:
    /cookie|privacy|terms of|javascript|browser|subscri|sign in|newsletter|affiliate|commission|trademark|comments?\b/i,
};
const PATTERNS = Object.values(PHRASES);
/** Only this much of a long text is looked at for phrases, at either end. */
const ENDS = 120;

/** What a text looks like by itself. */
export interface TextShape extends CharCounts {
  words: number;
  /** Share of the words that begin with a capital; 0 for long texts. */
  titleCase: number;
  endsSentence: boolean;
  /** Which of the PHRASES stand near its ends, in their order. */
  phrases: readonly boolean[];
}

interface CharCounts {
  blanks: number;
  commas: number;
  /** Full stops, question and exclamation marks. */
  stops: number;
  digits: number;
  /** A to Z and a to z. */
  capitals: number;
  latin: number;
}

export function textShape(text: string): TextShape {
  const counts = countChars(text);
  const words = counts.blanks + 1;
  const ends = text.length > 2 * ENDS ? `${text.slice(0, ENDS)} … ${text.slice(-ENDS)}` : text;
  return {
    ...counts,
    words,
    titleCase: text.length > ENDS ? 0 : (text.match(/(?:^|\s)\p{Lu}/gu)?.length ?? 0) / words,
    endsSentence: /[.!?。…]["”’')」\]]*$/.test(ends),
    phrases: PATTERNS.map((pattern) => pattern.test(ends)),
  };
}

/** One pass over the code units; much faster than a regular expression for each. */
function countChars(text: string): CharCounts {
  const counts: CharCounts = { blanks: 0, commas: 0, stops: 0, digits: 0, capitals: 0, latin: 0 };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20) counts.blanks++;
    else if (code >= 0x61 && code <= 0x7a) counts.latin++;
    else if (code >= 0x41 && code <= 0x5a) counts.capitals++;
    else if (code >= 0x30 && code <= 0x39) counts.digits++;
    else if (code === 0x2c || code === 0x3b || code === 0x3001 || code === 0xff0c) counts.commas++;
    else if (code === 0x2e || code === 0x21 || code === 0x3f || code === 0x3002) counts.stops++;
  }
  return counts;
}
