import type { BlockContent, ListItem, PhrasingContent, RootContent, Text } from 'mdast';
import { gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Block, Inline } from './tree.ts';

/**
 * A tree as CommonMark that marked, markdown-it, micromark and commonmark.js render alike. The GFM extensions are here
 * for what they escape (`~~`, `|`, bare addresses), because marked reads GFM whether asked to or not.
 */
export function blocksToMarkdown(blocks: readonly Block[]): string {
  return toMarkdown(
    { type: 'root', children: blocks.map(nodeOf) },
    {
      bullet: '-',
      emphasis: '*',
      rule: '-',
      listItemIndent: 'one',
      resourceLink: true,
      // marked 18 ends a link's words at `](` even where the bracket is escaped, so the parenthesis is escaped too.
      handlers: { text: ({ value }: Text, _, state, info) => state.safe(value, info).replaceAll('\\](', '\\]\\(') },
      extensions: [gfmAutolinkLiteralToMarkdown(), gfmStrikethroughToMarkdown(), gfmTableToMarkdown()],
    },
  );
}

function nodeOf(block: Block): RootContent & BlockContent {
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', depth: depthOf(block.level), children: block.of.map(inlineOf) };
    case 'paragraph':
      return { type: 'paragraph', children: block.of.map(inlineOf) };
    case 'list':
      return {
        type: 'list',
        ordered: block.start !== null,
        start: block.start,
        spread: false,
        children: block.items.map(itemOf),
      };
    case 'quote':
      return { type: 'blockquote', children: block.of.map(nodeOf) };
    case 'code':
      return { type: 'code', value: block.text };
    case 'rule':
      return { type: 'thematicBreak' };
  }
}

function itemOf(of: readonly Inline[]): ListItem {
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: of.map(inlineOf) }] };
}

function inlineOf(inline: Inline): PhrasingContent {
  switch (inline.kind) {
    case 'text':
      return { type: 'text', value: inline.text };
    case 'code':
      return { type: 'inlineCode', value: inline.text };
    case 'break':
      return { type: 'break' };
    case 'image':
      return { type: 'image', url: inline.url, alt: inline.alt };
    case 'link':
      return { type: 'link', url: inline.url, children: inline.of.map(inlineOf) };
    case 'strong':
    case 'emphasis':
    case 'delete':
      return { type: inline.kind, children: inline.of.map(inlineOf) };
  }
}

function depthOf(level: number): 1 | 2 | 3 | 4 | 5 | 6 {
  const depths = [1, 2, 3, 4, 5, 6] as const;
  return depths[level - 1] ?? 6;
}
