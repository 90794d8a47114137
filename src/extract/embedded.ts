import { textBlocks } from './blocks.ts';
import { parsePage } from './page.ts';
import { Places } from './surroundings.ts';
import { withoutTail } from './tail.ts';

/** A shorter string literal holds no paragraph. */
const MIN_LITERAL = 200;
/** A paragraph's tag, as it stands in HTML or escaped in JSON. */
const MAYBE_PARAGRAPH = /(?:<|\\u003c)p[\s\\>]/i;
/** Application state is JSON inside a JSON string inside a script, at the deepest. */
const MAX_LEVELS = 3;

/**
 * The article's text where the page is drawn by a script: the longest HTML among the strings in the page's scripts, for
 * that is how such pages carry the article. "" when there is none.
 */
export function embeddedText(scripts: readonly string[]): string {
  const texts = scripts.flatMap((script) => htmlStrings(script, MAX_LEVELS)).map(paragraphsOf);
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}

function htmlStrings(source: string, levels: number): string[] {
  if (levels === 0 || !MAYBE_PARAGRAPH.test(source)) return [];
  return longLiterals(source).flatMap((literal) => {
    const text = decode(literal);
    return text.trimStart().startsWith('<') ? [text] : htmlStrings(text, levels - 1);
  });
}

/**
 * What stands between two double quotes in a row. Which of them opens cannot be known in the middle of a script, so that
 * the text between two literals is among them; it is no HTML.
 */
function longLiterals(source: string): string[] {
  const literals: string[] = [];
  let open = -1;
  for (let at = source.indexOf('"'); at >= 0; at = source.indexOf('"', at + 1)) {
    if (isEscaped(source, at)) continue;
    if (open >= 0 && at - open > MIN_LITERAL) literals.push(source.slice(open, at + 1));
    open = at;
  }
  return literals;
}

function isEscaped(source: string, at: number): boolean {
  let slashes = 0;
  while (source[at - slashes - 1] === '\\') slashes++;
  return slashes % 2 === 1;
}

function decode(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return '';
  }
}

function paragraphsOf(html: string): string {
  const blocks = textBlocks(parsePage(html).root);
  const places = new Places(blocks);
  return withoutTail(blocks.filter((block) => places.at(block.element).cutBy === 0))
    .map((block) => block.text)
    .join('\n\n');
}
