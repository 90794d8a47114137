import type { PrintedEntry } from '../store/printed.ts';
import { addressKey } from '../text/urls.ts';
import { alignLines } from './align.ts';
import type { IssueDocument } from './document.ts';
import type { Layout } from './layout.ts';
import { parseMarkdown } from './parse.ts';
import { readHtml } from './read-html.ts';
import { blocksToMarkdown } from './to-markdown.ts';
import { linksOf, paragraph, plainInline, type Block, type Inline, type Spot } from './tree.ts';

/** One line of the published page that is not as the desk has it. */
export interface Difference {
  kind: 'changed' | 'removed' | 'added';
  /** The text of the issue that it belongs to; null for furniture, and for what stands outside every text. */
  spot: Spot | null;
  /** Markdown; "" when the desk has no such line. */
  desk: string;
  page: string;
}

/** A text as readers got it. */
export interface SentText {
  spot: Spot;
  /** Plain text for a title, else Markdown. */
  text: string;
}

export interface Reconciled {
  /** Share of the desk's lines that the page has, 0 to 1: a page with hardly any is not this issue. */
  found: number;
  differences: readonly Difference[];
  /** The whole text of every spot that differs and is on the page: what is stored once an editor has confirmed it. */
  sent: readonly SentText[];
  /** What the page has of the issue, in Markdown. */
  page: string;
}

/**
 * Compares a published page (HTML or Markdown) with the desk's text. Lines that stand on the page before the first or behind the last line
 * of the issue are the site's own and are left out.
 */
export function reconcile(issue: IssueDocument, laid: Layout, page: string): Reconciled {
  const desk = linesOf(laid.blocks, slotTitles(issue));
  const there = linesOf(/^\s*</.test(page) ? readHtml(page) : parseMarkdown(page, 0), new Map());
  const pairs = withoutFrame(alignLines(desk.map(comparable), there.map(comparable)));
  const lines = pairs.map(({ before, after }) => ({
    desk: before === null ? null : (desk[before] ?? null),
    page: after === null ? null : (there[after] ?? null),
  }));
  const placed = withSpots(lines);
  const found = pairs.filter(({ before, after }) => before !== null && after !== null).length;
  return {
    found: found / Math.max(desk.length, 1),
    differences: placed.flatMap(differenceOf),
    sent: sentTexts(placed, takesOf(issue)),
    page: blocksToMarkdown(lines.flatMap(({ page }) => (page === null ? [] : [page.block]))),
  };
}

interface Line {
  block: Block;
  words: string;
  spot: Spot | null;
}

interface PlacedPair {
  spot: Spot | null;
  desk: Line | null;
  page: Line | null;
}

/** Blocks as lines: the items of a list and what is in a quotation one by one. A list item is known by its address. */
function linesOf(blocks: readonly Block[], titles: ReadonlyMap<string, Spot>): Line[] {
  return blocks.flatMap((block): Line[] => {
    if (block.kind === 'quote')
      return linesOf(
        block.of.map((inner) => withSpot(inner, block.spot)),
        titles,
      );
    if (block.kind === 'list') {
      return block.items.map((of) => {
        const [link] = linksOf([paragraph(...of)]);
        const spot = block.spot ?? titles.get(addressKey(link?.url ?? '')) ?? null;
        return { block: paragraph(...of), words: plainInline(of), spot };
      });
    }
    const words = block.kind === 'code' ? block.text : block.kind === 'rule' ? '' : plainInline(block.of);
    return words.trim() === '' ? [] : [{ block, words, spot: block.spot ?? null }];
  });
}

function withSpot(block: Block, spot: Spot | undefined): Block {
  return spot === undefined ? block : { spot, ...block };
}

function slotTitles(issue: IssueDocument): ReadonlyMap<string, Spot> {
  const titles = issue.sections.flatMap((section) =>
    section.kind === 'list' || section.kind === 'own'
      ? section.slots.map(({ id, url }): [string, Spot] => [
          addressKey(url),
          { section: section.key, owner: id, field: 'title' },
        ])
      : [],
  );
  return new Map(titles);
}

/** Editors' programs turn quotation marks, dashes and spaces into their favourite ones; that is no difference. */
function comparable({ words }: Line): string {
  return words
    .normalize('NFC')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutFrame(pairs: ReturnType<typeof alignLines>): ReturnType<typeof alignLines> {
  const first = pairs.findIndex(({ before }) => before !== null);
  const last = pairs.findLastIndex(({ before }) => before !== null);
  return pairs.slice(Math.max(first, 0), last + 1);
}

/** A line that was added inside a text belongs to the text of the line before it; a heading begins something new. */
function withSpots(lines: readonly { desk: Line | null; page: Line | null }[]): PlacedPair[] {
  let current: Spot | null = null;
  return lines.map(({ desk, page }) => {
    if (desk !== null) current = desk.spot;
    else if (page?.block.kind === 'heading' || current?.field === 'title') current = null;
    return { spot: current, desk, page };
  });
}

function differenceOf({ spot, desk, page }: PlacedPair): Difference[] {
  const [before, after] = [desk === null ? '' : markdownOf(desk), page === null ? '' : markdownOf(page)];
  if (desk === null) return [{ kind: 'added', spot, desk: '', page: after }];
  if (page === null) return [{ kind: 'removed', spot, desk: before, page: '' }];
  const isSame = comparable(desk) === comparable(page) && sameLinks(desk, page);
  return isSame ? [] : [{ kind: 'changed', spot, desk: before, page: after }];
}

function sameLinks(desk: Line, page: Line): boolean {
  const [before, after] = [linksOf([desk.block]), linksOf([page.block])];
  return (
    before.length === after.length &&
    before.every(({ url }, index) => addressKey(url) === addressKey(after[index]?.url ?? ''))
  );
}

/** A figure is printed with its number and credit, so its caption cannot be read off the page; its difference is shown. */
function sentTexts(pairs: readonly PlacedPair[], takes: ReadonlySet<string>): SentText[] {
  const changed = pairs.filter((pair) => pair.spot?.field !== 'figure' && differenceOf(pair).length > 0);
  const spots = new Map(changed.flatMap(({ spot }) => (spot === null ? [] : [[JSON.stringify(spot), spot] as const])));
  return [...spots.values()].flatMap((spot) => {
    const own = pairs.filter((pair) => JSON.stringify(pair.spot) === JSON.stringify(spot));
    const blocks = own.flatMap(({ page }) => (page === null ? [] : [page.block]));
    if (blocks.length === 0) return [];
    return [{ spot, text: spot.field === 'title' ? titleOf(blocks) : textOf(blocks, takes.has(spot.owner)) }];
  });
}

/** A title is the words of its link; what stands behind it (a paper's original, a mark of language) is ours. */
function titleOf(blocks: readonly Block[]): string {
  const [first] = blocks;
  const words =
    linksOf(blocks)[0]?.words ??
    (first !== undefined && 'of' in first && first.kind !== 'quote' ? plainInline(first.of) : '');
  return words.replace(/\s+/g, ' ').trim();
}

function takesOf(issue: IssueDocument): ReadonlySet<string> {
  const features = issue.sections.flatMap((section) => (section.kind === 'feature' ? section.features : []));
  return new Set(features.flatMap(({ takes }) => takes.map(({ id }) => id)));
}

function textOf(blocks: readonly Block[], isTake: boolean): string {
  const markdown = blocksToMarkdown(blocks).trim();
  // A take is printed with the name of who signs it.
  return isTake ? markdown.replace(/\s[—–-]\s\S+$/u, '') : markdown;
}

function markdownOf({ block }: Line): string {
  const of: readonly Inline[] = 'of' in block && block.kind !== 'quote' ? block.of : [];
  return blocksToMarkdown([of.length > 0 ? paragraph(...of) : block]).trim();
}

/** The entries of an issue as readers got them: without those that are not on the page, and with the page's addresses. */
export function asPublished(
  entries: readonly PrintedEntry[],
  issue: IssueDocument,
  { differences }: Reconciled,
): PrintedEntry[] {
  const owners = new Map([...slotTitles(issue)].map(([key, spot]) => [key, spot.owner]));
  const titles = differences.filter(({ spot }) => spot?.field === 'title');
  return entries.flatMap((entry) => {
    const owner = owners.get(addressKey(entry.url));
    const change = titles.find(({ spot }) => owner !== undefined && spot?.owner === owner);
    if (change?.kind === 'removed') return [];
    const [link] = linksOf(parseMarkdown(change?.page ?? '', 0));
    return [link === undefined ? entry : { ...entry, url: link.url }];
  });
}
