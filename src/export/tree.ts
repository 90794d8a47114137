/**
 * The tree between an issue and its targets. It can hold only what every newsletter editor keeps when it is pasted in:
 * headings, paragraphs, flat lists whose items are one line, quotations, rules, code and images; no tables, no raw HTML.
 */
export type Block = { spot?: Spot } & (
  | { kind: 'heading'; level: number; of: readonly Inline[] }
  | { kind: 'paragraph'; of: readonly Inline[] }
  /** `start` is the first number; null = bullets. */
  | { kind: 'list'; start: number | null; items: readonly (readonly Inline[])[] }
  | { kind: 'quote'; of: readonly Block[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }
);

/** Which text of the issue a block prints; furniture has none. Fields are "" where they say nothing. */
export interface Spot {
  section: string;
  /** Whose text, as the store names it: "slot:12", "piece:7", "section:welcome", "issue". */
  owner: string;
  field: string;
}

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'emphasis' | 'delete'; of: readonly Inline[] }
  | { kind: 'link'; url: string; of: readonly Inline[] }
  | { kind: 'image'; url: string; alt: string }
  | { kind: 'break' };

export const text = (value: string): Inline => ({ kind: 'text', text: value });
export const strong = (value: string): Inline => ({ kind: 'strong', of: [text(value)] });
export const paragraph = (...of: Inline[]): Block => ({ kind: 'paragraph', of });
export const bullets = (items: readonly (readonly Inline[])[]): Block => ({ kind: 'list', start: null, items });

/** A heading; HTML and Markdown know six levels. */
export const heading = (level: number, ...of: Inline[]): Block => ({
  kind: 'heading',
  level: Math.min(Math.max(level, 1), 6),
  of,
});

/** Blocks that know which text they print. */
export const at = (spot: Spot, blocks: readonly Block[]): Block[] => blocks.map((block) => ({ spot, ...block }));

/** Whether an address may be printed: web and mail. Anything else (javascript:, data:, relative) breaks or harms in a mail. */
export function isPrintable(url: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)/i.test(url);
}

/** Inlines that link to an address, or stay without a link where it may not be printed. */
export function linked(url: string, of: readonly Inline[]): readonly Inline[] {
  return isPrintable(url) ? [{ kind: 'link', url, of }] : of;
}

/** The words of inlines, without their marks; an image gives its description. */
export function plainInline(of: readonly Inline[]): string {
  return of
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'code':
          return inline.text;
        case 'image':
          return inline.alt;
        case 'break':
          return '\n';
        case 'strong':
        case 'emphasis':
        case 'delete':
        case 'link':
          return plainInline(inline.of);
      }
    })
    .join('');
}

/** Every address in a tree with the words that link to it, in reading order. */
export function linksOf(blocks: readonly Block[]): { url: string; words: string }[] {
  const ofInline = (inline: Inline): { url: string; words: string }[] => {
    if (inline.kind === 'link') return [{ url: inline.url, words: plainInline(inline.of) }];
    return 'of' in inline ? inline.of.flatMap(ofInline) : [];
  };
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') return linksOf(block.of);
    if (block.kind === 'list') return block.items.flat().flatMap(ofInline);
    return 'of' in block ? block.of.flatMap(ofInline) : [];
  });
}
