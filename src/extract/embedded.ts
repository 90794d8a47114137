import { textBlocks } from './blocks.ts';
import { parsePage } from './page.ts';
import { Places } from './surroundings.ts';
import { withoutTail } from './tail.ts';

/** A JSON string literal long enough to hold a paragraph. */
const LITERAL = /"(?:[^"\\]|\\.){200,}"/g;
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
  return (source.match(LITERAL) ?? []).flatMap((literal) => {
    const text = decode(literal);
    return text.trimStart().startsWith('<') ? [text] : htmlStrings(text, levels - 1);
  });
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
