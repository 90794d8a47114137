/** How much a sentence needs the one before it: never, when it opens the blurb, or wherever it stands. */
export type Leaning = 'none' | 'at-start' | 'always';

const POINTERS =
  "he|she|they|it|its|it['’]s|his|her|their|them|this|that|that['’]s|these|those|such|others|another|both|neither|either|here|there['’]s|as such|because of (?:this|that|it)|at (?:that|this) (?:point|time)";
const TURNS =
  "but|and|or|so|yet|nor|however|instead|therefore|thus|hence|nevertheless|nonetheless|otherwise|consequently|as a result|in contrast|by contrast|on the other hand|for example|for instance|in other words|even so|rather|if so|not so|why|what['’]s more|since then";
/** "The third is …", but "The third model …", "The former head of …" stand alone. */
const BARE_ORDINALS =
  'the (?:former|latter|first|second|third|fourth|last|others?)(?= (?:is|are|was|were|has|have|had|will|would|could|can|says?|said|asks?|asked)\\b)';
/** "This week", "So far", "That summer" lean on nothing. */
const TIMES = 'far|week|month|year|morning|afternoon|evening|summer|autumn|fall|winter|spring|quarter';

const KOREAN_POINTERS =
  '그는|그가|그의|그녀|그들|그 |그런|그렇|그때|이는|이를|이로|이와|이에|이들|이것|이 때문|이 같은|이같은|이런|이러한|이처럼|이렇게|이때|거기|여기에';
const KOREAN_TURNS =
  '그러나|하지만|그런데|그래서|그러면서|그럼에도|따라서|때문에|즉|반면|반대로|다만|대신|예를 들|왜냐|물론';

const ALWAYS = [
  new RegExp(`^["“‘']?(?:${POINTERS}|${TURNS}|${BARE_ORDINALS})(?![\\p{L}-])(?! (?:${TIMES})\\b)`, 'iu'),
  // Somebody speaks whom only the sentence before names: “…,” she said.
  /[,?!]["”’] (?:he|she|they|it)\b|\b(?:he|she|they) (?:said|says|added|adds|told|wrote|explained|noted|continued)\b[^"“”]{0,20}$/iu,
  new RegExp(`^["“‘']?(?:${KOREAN_POINTERS}|${KOREAN_TURNS})`, 'u'),
  /^(?:彼|これ|それ|しかし|だが|そのため|こうした|つまり|ただ)/u,
];

const SPEAKERS = "i|i['’]\\p{L}+|we|we['’]\\p{L}+|my|our|you|your|you['’]\\p{L}+|let['’]?s";
const ADDITIONS =
  'also|additionally|moreover|furthermore|meanwhile|still|then|at the time|by then|similarly|likewise|besides|in addition|in fact|indeed|of course|again|plus|further|finally|overall|ultimately|separately|elsewhere|according to (?:him|her|them|it)';
/** Known only to who has read on, unless they are told apart at once: "The company behind …". */
const KNOWN_THINGS =
  'company|firm|start-?up|group|team|agency|authors?|researchers?|study|paper|report|move|news|decision|deal|announcement|tool|model|system|service|app|feature|product|update|statement|letter|suit|lawsuit|case|plan|project|program(?:me)?|change|result';

const AT_START = [
  new RegExp(`^(?:${SPEAKERS}|${ADDITIONS}|others?)(?![\\p{L}-])`, 'iu'),
  new RegExp(
    `^(?:the|one) (?:${KNOWN_THINGS})\\b(?! (?:of|by|from|behind|that|which|who|led|called|named|known)\\b)`,
    'iu',
  ),
  /^(?:또|또한|한편|특히|앞서|이날|이번|이후|이어|아울러|해당|당시|같은|결국|실제로|오히려|더구나|나아가|게다가|그리고|먼저|우선|현재|최근에는|저는|나는|우리는|제가|우리)(?=[\s,])/u,
  /^(?:また|一方|さらに|そして|なお|同社|同氏|その|この)/u,
  // A bare quotation does not say who did what.
  /^["“‘「『]/u,
];

export function leaningOf(sentence: string): Leaning {
  if (ALWAYS.some((form) => form.test(sentence))) return 'always';
  return AT_START.some((form) => form.test(sentence)) ? 'at-start' : 'none';
}
