import type { Block, Inline } from './tree.ts';

/** Inline styles per element ("p", "h2", "a"...); an element that has none gets no attribute. */
export type Styles = Readonly<Record<string, string>>;

/** A tree as an HTML body: one block a line, elements that newsletter editors keep, no class, id or script. */
export function blocksToHtml(blocks: readonly Block[], styles: Styles = {}): string {
  return blocks.map((block) => blockHtml(block, styles)).join('\n');
}

/** Text with the characters that mean something in HTML written as references. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function blockHtml(block: Block, styles: Styles): string {
  switch (block.kind) {
    case 'heading':
      return element(`h${block.level}`, inlineHtml(block.of, styles), styles);
    case 'paragraph':
      return element('p', inlineHtml(block.of, styles), styles);
    case 'list': {
      const name = block.start === null ? 'ul' : 'ol';
      const items = block.items.map((item) => element('li', inlineHtml(item, styles), styles));
      const start = block.start === null || block.start === 1 ? '' : ` start="${block.start}"`;
      return element(name, `\n${items.join('\n')}\n`, styles, start);
    }
    case 'quote':
      return element('blockquote', `\n${blocksToHtml(block.of, styles)}\n`, styles);
    case 'code':
      return element('pre', `<code>${escapeHtml(block.text)}\n</code>`, styles);
    case 'rule':
      return openTag('hr', styles);
  }
}

function inlineHtml(of: readonly Inline[], styles: Styles): string {
  return of
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return escapeHtml(inline.text);
        case 'code':
          return element('code', escapeHtml(inline.text), styles);
        case 'break':
          return '<br>';
        case 'image':
          return openTag('img', styles, ` src="${escapeHtml(inline.url)}" alt="${escapeHtml(inline.alt)}"`);
        case 'link':
          return element('a', inlineHtml(inline.of, styles), styles, ` href="${escapeHtml(inline.url)}"`);
        case 'strong':
          return element('strong', inlineHtml(inline.of, styles), styles);
        case 'emphasis':
          return element('em', inlineHtml(inline.of, styles), styles);
        case 'delete':
          return element('s', inlineHtml(inline.of, styles), styles);
      }
    })
    .join('');
}

function element(name: string, content: string, styles: Styles, attributes = ''): string {
  return `${openTag(name, styles, attributes)}${content}</${name}>`;
}

function openTag(name: string, styles: Styles, attributes = ''): string {
  const style = styles[name];
  return `<${name}${attributes}${style === undefined ? '' : ` style="${escapeHtml(style)}"`}>`;
}
