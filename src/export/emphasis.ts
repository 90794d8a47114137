/**
 * Korean-safe emphasis. CommonMark closes `**` behind a punctuation mark only when a space or another mark follows
 * (spec 0.31.2, 6.2: right-flanking delimiter runs). Korean writes its particles without a space, so in
 * `**오픈AI(OpenAI)**는` the stars stay on the page. The mend is to close the emphasis before the gloss or the mark.
 */

/** Emphasis whose closing stars touch a letter, or whose opening stars follow one; no stars or line breaks inside. */
const EMPHASIS = /(?<![*\\])(\*{1,3})(?![\s*])([^*\n]+?)(?<![\s\\])\1(?!\*)/gu;
const CODE_OR_TEXT = /(`+)(?:(?!`)[\s\S]|(?!\1(?!`))`+)*?\1(?!`)|[^`]+|`+/g;
const TAIL = /(?:\s*\([^()]*\)|[\p{P}\p{S}])+$/u;
const HEAD = /^[\p{P}\p{S}]+/u;
/** Neither white space nor a mark: what keeps a delimiter run behind a mark from closing. */
const LETTER = /[^\s\p{P}\p{S}]/u;

/** Markdown in which every emphasis that would stay literal is closed (or opened) on the other side of its marks. */
export function mendEmphasis(markdown: string): string {
  return markdown.replace(CODE_OR_TEXT, (part) => (part.startsWith('`') ? part : mendText(part)));
}

/** The stretches of Markdown that would show their stars: what preflight tells an editor of. */
export function literalEmphasis(markdown: string): string[] {
  return [...markdown.matchAll(CODE_OR_TEXT)]
    .filter(([part]) => !part.startsWith('`'))
    .flatMap(([part]) =>
      [...part.matchAll(EMPHASIS)].filter((match) => isLiteral(match, part)).map(([whole]) => whole),
    );
}

function mendText(text: string): string {
  return text.replace(EMPHASIS, (whole: string, stars: string, inner: string, offset: number) => {
    const sides = { before: text.slice(0, offset).slice(-1), after: text.slice(offset + whole.length).slice(0, 1) };
    return needsMending(inner, sides) ? moveOut(inner, stars, sides) : whole;
  });
}

function isLiteral(match: RegExpMatchArray, text: string): boolean {
  const start = match.index ?? 0;
  const sides = { before: text.slice(0, start).slice(-1), after: text.slice(start + match[0].length).slice(0, 1) };
  return needsMending(match[2] ?? '', sides);
}

interface Sides {
  before: string;
  after: string;
}

function needsMending(inner: string, { before, after }: Sides): boolean {
  return (TAIL.test(inner) && LETTER.test(after)) || (HEAD.test(inner) && LETTER.test(before));
}

function moveOut(inner: string, stars: string, { after }: Sides): string {
  const link = /^\[([^[\]]*)\](\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\))$/u.exec(inner);
  if (link !== null) return `[${stars}${link[1]}${stars}]${link[2]}`;
  const tail = LETTER.test(after) ? (TAIL.exec(inner)?.[0] ?? '') : '';
  const rest = inner.slice(0, inner.length - tail.length);
  const head = HEAD.exec(rest)?.[0] ?? '';
  const core = rest.slice(head.length);
  return core === '' ? inner : `${head}${stars}${core}${stars}${tail}`;
}
