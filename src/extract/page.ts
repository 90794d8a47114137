import { Element, type ChildNode, Document, Text } from 'domhandler';
import { Parser } from 'htmlparser2';
import { say, type Sentence } from '../text/said.ts';

/** Characters of markup read of one page; the longest of some thousand news pages has 1.7 million. */
export const MAX_PAGE_CHARS = 5_000_000;
/** Elements and texts kept of one page; long encyclopedia pages have 25,000, all others below 7,000. */
export const MAX_PAGE_NODES = 32_000;
/** Open elements at once; pages have 20 to 60, and browsers flatten from 512 (Blink's kMaximumHTMLParserDOMTreeDepth). */
export const MAX_PAGE_DEPTH = 256;
/**
 * Depths of all elements and texts in sum: what one of them costs, it costs again for each element around it. The longest
 * encyclopedia pages have 300,000, all others below 120,000.
 */
export const MAX_PAGE_LEVELS = 600_000;

/** Shorter scripts carry neither structured data nor text. */
const MIN_SCRIPT_CHARS = 30;

/** Never shown as text, or not ours to read; left out of the tree with all they hold. */
const SKIPPED: ReadonlySet<string> = new Set(['style', 'template', 'svg', 'noscript', 'iframe', 'canvas', 'object']);

/** A page as a tree without scripts and styles, and what its structured-data scripts said. */
export interface Page {
  root: Document;
  /** Bodies of `<script type="application/ld+json">`, in order. */
  jsonLd: readonly string[];
  /** Bodies of the other scripts that carry text: application state, player data. */
  scripts: readonly string[];
  /** Which cap ended the reading, in words; null when the page was read to its end. */
  reason: Sentence | null;
}

/** Raised by the builder to stop the parser in the middle of a chunk. */
class CapFired extends Error {
  readonly reason: Sentence;
  constructor(reason: Sentence) {
    super(reason);
    this.reason = reason;
  }
}

/** Builds the tree while the parser calls it; holds the open elements. */
class PageBuilder {
  readonly root = new Document([]);
  readonly jsonLd: string[] = [];
  readonly scripts: string[] = [];
  private readonly open: (Document | Element)[] = [this.root];
  /** How many elements are open inside a skipped one, itself included. */
  private skipping = 0;
  /** The script being read: where its body goes, and the body so far. */
  private script: { list: string[]; body: string } | null = null;
  private nodes = 0;
  private levels = 0;

  onopentag(name: string, attributes: Record<string, string>): void {
    if (name === 'script') {
      this.skipping++;
      this.script = { list: /ld\+json/i.test(attributes['type'] ?? '') ? this.jsonLd : this.scripts, body: '' };
    } else if (this.skipping > 0 || SKIPPED.has(name)) {
      this.skipping++;
    } else {
      const element = new Element(name, attributes);
      this.append(element);
      this.open.push(element);
      if (this.open.length > MAX_PAGE_DEPTH) throw new CapFired(say('page.depth', { n: MAX_PAGE_DEPTH }));
    }
  }

  ontext(data: string): void {
    if (this.script) this.script.body += data;
    if (this.skipping > 0) return;
    const last = this.open.at(-1)?.lastChild;
    if (last instanceof Text) last.data += data;
    else this.append(new Text(data));
  }

  onclosetag(): void {
    if (this.script && this.script.body.length >= MIN_SCRIPT_CHARS) this.script.list.push(this.script.body);
    this.script = null;
    if (this.skipping > 0) this.skipping--;
    else this.open.pop();
  }

  private append(node: ChildNode): void {
    if (++this.nodes > MAX_PAGE_NODES) throw new CapFired(say('page.nodes', { n: MAX_PAGE_NODES }));
    this.levels += this.open.length;
    if (this.levels > MAX_PAGE_LEVELS) throw new CapFired(say('page.levels', { n: MAX_PAGE_LEVELS }));
    const parent = this.open.at(-1) ?? this.root;
    const previous = parent.lastChild;
    if (previous) {
      previous.next = node;
      node.prev = previous;
    }
    node.parent = parent;
    parent.children.push(node);
  }
}

/**
 * Parses a page with htmlparser2, within the caps above. Never throws; a broken or hostile page gives what was read up
 * to the cap, with the reason. Fed in chunks, because the parser itself slows down with the square of the depth.
 */
export function parsePage(html: string): Page {
  const builder = new PageBuilder();
  const parser = new Parser(builder);
  let reason = html.length > MAX_PAGE_CHARS ? say('page.long', { n: MAX_PAGE_CHARS }) : null;
  try {
    parser.write(html.slice(0, MAX_PAGE_CHARS));
    parser.end();
  } catch (error) {
    if (!(error instanceof CapFired)) throw error;
    reason = error.reason;
  }
  return { root: builder.root, jsonLd: builder.jsonLd, scripts: builder.scripts, reason };
}

/** Calls `visit` for each element of the tree in document order; `visit` answers false to pass over what is inside. */
export function walk(root: Document | Element, visit: (element: Element) => boolean | void): void {
  for (const child of root.children) {
    if (child instanceof Element && visit(child) !== false) walk(child, visit);
  }
}

/** The first element that `test` accepts, or null. */
export function find(root: Document | Element, test: (element: Element) => boolean): Element | null {
  for (const child of root.children) {
    if (!(child instanceof Element)) continue;
    const found = test(child) ? child : find(child, test);
    if (found) return found;
  }
  return null;
}

/** All text inside, white space collapsed. */
export function textOf(node: Document | Element): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

function rawText(node: Document | Element): string {
  let text = '';
  for (const child of node.children) {
    if (child instanceof Text) text += child.data;
    else if (child instanceof Element) text += child.name === 'br' ? ' ' : rawText(child);
  }
  return text;
}
