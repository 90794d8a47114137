import { plainInline, type Block, type Inline } from './tree.ts';

/** A tree as plain text for mail readers and the clipboard: blocks apart by a blank line, addresses behind their words. */
export function blocksToPlain(blocks: readonly Block[]): string {
  return `${blocks.map(blockPlain).join('\n\n')}\n`;
}

function blockPlain(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return linePlain(block.of);
    case 'list':
      return block.items.map((item, index) => `${markOf(block.start, index)} ${linePlain(item)}`).join('\n');
    case 'quote':
      return blocksToPlain(block.of).trimEnd().replace(/^/gm, '> ');
    case 'code':
      return block.text;
    case 'rule':
      return '* * *';
  }
}

function markOf(start: number | null, index: number): string {
  return start === null ? '-' : `${start + index}.`;
}

function linePlain(of: readonly Inline[]): string {
  return of
    .map((inline) => {
      if (inline.kind === 'link') return linkPlain(inline.url, linePlain(inline.of));
      return 'of' in inline ? linePlain(inline.of) : plainInline([inline]);
    })
    .join('');
}

function linkPlain(url: string, words: string): string {
  return words === '' || words === url || `mailto:${words}` === url ? url.replace(/^mailto:/, '') : `${words} (${url})`;
}
