import { addressKey } from '../text/urls.ts';
import { oneLine } from './parse.ts';
import type { PrintedEntry } from './read-issue.ts';
import { linksOf, paragraph, plainInline, type Block, type Inline } from './tree.ts';

/** Words of a link that say nothing of what it leads to. */
const MUTE =
  /^(?:(?:read|see|learn|find out|continue)\b.*|more|here|link|source|via|paper|pdf|code|github|arxiv|blog|demo|video|tweet|thread|full (?:story|article)|원문|링크|기사|출처|자세히.*|더 ?보기|논문|바로 ?가기|여기)[\s.>→»]*$/iu;
/** A title of fewer words is a name ("Wired"), not what happened. */
const TELLING_WORDS = 4;
/** A heading of fewer words names a section. */
const HEADING_WORDS = 3;
const LONGEST_TITLE = 160;

/**
 * Every address that an issue prints elsewhere than in the entries of its lists, each once: what a title says above it,
 * in bold at the head of its line, or the line itself.
 */
export function otherLinks(blocks: readonly Block[], listed: readonly PrintedEntry[]): PrintedEntry[] {
  const known = new Set(listed.map(({ url }) => addressKey(url)));
  const entries: PrintedEntry[] = [];
  let over = '';
  for (const block of blocks) {
    if (block.kind === 'heading') over = plainInline(block.of).trim();
    for (const line of linesOf(block)) {
      for (const { url, words } of linksOf([paragraph(...line)])) {
        const key = addressKey(url);
        if (known.has(key)) continue;
        known.add(key);
        const text = plainInline(line).replace(/\s+/gu, ' ').trim();
        entries.push({ section: null, title: titleOf(words.trim(), line, text, over), url, text });
      }
    }
  }
  return entries;
}

function linesOf(block: Block): readonly (readonly Inline[])[] {
  if (block.kind === 'list') return block.items;
  if (block.kind === 'quote') return block.of.flatMap(linesOf);
  return 'of' in block ? [block.of] : [oneLine([block])];
}

function titleOf(words: string, line: readonly Inline[], text: string, over: string): string {
  const [first] = line;
  const bold = first?.kind === 'strong' ? plainInline(first.of).trim() : '';
  const isTelling = wordsIn(words) >= TELLING_WORDS && !MUTE.test(words);
  const sentence = /^.*?[.!?。](?=\s|$)/u.exec(text)?.[0] ?? text;
  const title = isTelling ? words : bold || (wordsIn(over) >= HEADING_WORDS ? over : sentence);
  return (title || words).slice(0, LONGEST_TITLE);
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}
