import { ISSUE_LANGS, type Section } from '../model.ts';
import { LABELS } from './labels.ts';
import { oneLine, parseMarkdown } from './parse.ts';
import { readHtml } from './read-html.ts';
import { linksOf, paragraph, plainInline, type Block, type Inline } from './tree.ts';

/** One entry of a past issue. */
export interface PrintedEntry {
  /** The list it stood in; null under a heading that is neither. */
  section: Section | null;
  title: string;
  url: string;
  /** Plain text of what stood under it; "" for a title alone. */
  text: string;
}

/**
 * The entries of a past issue, from the Markdown or HTML that was sent: headings that are one link, with the paragraphs
 * under them, and items of lists that start with a link. What a list belongs to is told by the label over it, in any of
 * our languages.
 */
export function readIssue(file: string): PrintedEntry[] {
  return readBlocks(/^\s*</.test(file) ? readHtml(file) : parseMarkdown(file, 0));
}

/** The same, of a document that is read already. */
export function readBlocks(blocks: readonly Block[]): PrintedEntry[] {
  const entries: PrintedEntry[] = [];
  let section: Section | null = null;
  let open: PrintedEntry | null = null;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      open = entryOf(block.of, section);
      if (open === null) section = sectionOf(plainInline(block.of));
      else entries.push(open);
    } else if (block.kind === 'list') {
      entries.push(...block.items.flatMap((item) => entryOf(item, section) ?? []));
    } else if (open !== null) {
      open.text = [open.text, plainInline(oneLine([block]))].filter((part) => part !== '').join('\n\n');
    } else {
      section = isLabel(block) ? sectionOf(plainInline(oneLine([block]))) : section;
    }
  }
  return entries;
}

/** An entry when the line starts with a link and no sentence goes on behind it: only brackets, a dash or a colon may. */
function entryOf(of: readonly Inline[], section: Section | null): PrintedEntry | null {
  const line = plainInline(of).trim();
  const [link] = linksOf([paragraph(...of)]);
  if (link === undefined || !/^https?:/i.test(link.url)) return null;
  const title = link.words.replace(/\s+/g, ' ').trim();
  const behind = line.slice(link.words.trim().length);
  if (title === '' || !line.startsWith(link.words.trim()) || !/^\s*(?:$|[([–—:-])/u.test(behind)) return null;
  return { section, title, url: link.url, text: '' };
}

/** Some editors make bold lines where they mean headings. */
function isLabel(block: Block): boolean {
  return block.kind === 'paragraph' && block.of.length === 1 && block.of[0]?.kind === 'strong';
}

function sectionOf(heading: string): Section | null {
  const label = heading.trim().toLowerCase();
  const is = (section: Section): boolean => ISSUE_LANGS.some((lang) => LABELS[section][lang].toLowerCase() === label);
  if (is('news')) return 'news';
  return is('papers') ? 'papers' : null;
}
