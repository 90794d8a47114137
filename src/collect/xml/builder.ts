import type { FeedCaps, Repairs } from '../caps.ts';
import { Doctype } from './doctype.ts';
import { resolve } from '../addresses.ts';
import type { Attributes, Base, Inherited, XmlElement } from './element.ts';
import { append, newAttributes, newElement } from './element.ts';
import { NameScope } from './names.ts';
import { type TagHandler, TagReader } from './reader.ts';
import { ENTRIES, FIELDS, LEAVES, LINKS, NEVER_HTML, ROOTS, STRUCTURE, VERBATIM } from './vocabulary.ts';
import type { SourceText } from '../../text/source.ts';
import { say } from '../../text/said.ts';

/** The root that was found, and whether the document went on until it closed. */
export interface XmlTree {
  /** Canonical name of the root; null when none of ROOTS was met. */
  name: string | null;
  root: XmlElement | null;
  /** Canonical names of all elements. */
  names: ReadonlySet<string>;
  cut: boolean;
  /** The first element of the document, as written: what it is when it is no feed. */
  firstElement: string | null;
}

/** What is left of a document type's inner declarations. */
const SUBSET_END = /^[\s\]>]*$/;

const NO_ATTRIBUTES: Attributes = Object.freeze(newAttributes());

interface Verbatim {
  written: string;
  /** Where its inside begins in the source. */
  start: number;
  /** Elements of the same name open inside it. */
  nested: number;
  markup: boolean;
}

/**
 * Builds the tree of a feed out of whatever text there is; never throws. It keeps to the text's own order of tags, with
 * these recoveries: an end tag closes what is open inside it, an end tag without start is dropped, an entry that begins
 * inside an entry ends that one, and the end of the text closes everything. The inside of a long text is not taken apart.
 */
export class TreeBuilder implements TagHandler {
  readonly #source: SourceText;
  readonly #inherited: Inherited;
  readonly #caps: FeedCaps;
  readonly #repairs: Repairs;
  readonly #doctype: Doctype;
  readonly #reader: TagReader;
  readonly #seen = new Set<string>();
  readonly #tree: XmlTree = { name: null, root: null, names: this.#seen, cut: false, firstElement: null };

  // The elements that are open, their names and scopes, outermost first.
  readonly #open: XmlElement[] = [];
  readonly #names: string[] = [];
  readonly #scopes: NameScope[] = [];
  #verbatim: Verbatim | null = null;
  /** Open elements below the deepest that is kept. */
  #tooDeep = 0;
  #entries = 0;

  constructor(source: SourceText, inherited: Inherited, caps: FeedCaps, repairs: Repairs) {
    this.#source = source;
    this.#inherited = inherited;
    this.#caps = caps;
    this.#repairs = repairs;
    this.#doctype = new Doctype(repairs);
    this.#reader = new TagReader(source, this);
  }

  build(): XmlTree {
    this.#reader.read();
    return this.#tree;
  }

  // ---------------------------------------------------------------------------------------------- the reader's events

  start(tag: string, attributes: readonly string[], at: number, inside: number, selfClosing: boolean): void {
    this.#closeLeaf(tag, at);
    if (this.#verbatim) {
      if (!ENTRIES.has(tag)) return startInVerbatim(this.#verbatim, tag, selfClosing);
      this.#closeTo(this.#open.length - 1, at);
    }
    if (this.#isTooDeep(selfClosing)) return;
    const scope = this.#scopeOf(tag, attributes);
    const name = scope.canonical(tag);
    if (this.#open.length === 0) {
      this.#tree.firstElement ??= tag;
      if (!ROOTS.has(name)) return;
    }
    if (ENTRIES.has(name) && !this.#startEntry(selfClosing, at)) return;
    const read = this.#readAttributes(attributes, scope);
    this.#push(name, scope, read);
    // A link with an address holds nothing, closed or not.
    if (selfClosing || (LINKS.has(name) && read['href'] !== undefined)) this.#closeTo(this.#open.length - 1, inside);
    else if (VERBATIM.has(name)) {
      this.#verbatim = { written: tag.toLowerCase(), start: inside, nested: 0, markup: false };
    }
  }

  end(tag: string, at: number): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    const depth = this.#open.length - 1;
    const scope = this.#scopes[depth];
    if (!scope) return;
    const name = scope.canonical(tag);
    if (this.#verbatim) {
      const isOwn = tag.toLowerCase() === this.#verbatim.written;
      if (isOwn && this.#verbatim.nested-- === 0) return this.#closeTo(depth, at);
      if (isOwn || !STRUCTURE.has(name)) return;
    }
    const index = this.#names.lastIndexOf(name);
    if (index < 0) return;
    if (index < depth) this.#repairs.add(say('repair.order'));
    this.#closeTo(index, at);
  }

  text(text: string, isCdata: boolean): void {
    const element = this.#open[this.#open.length - 1];
    if (this.#tree.root === null && !isBlank(text) && !SUBSET_END.test(text))
      this.#repairs.add(say('repair.beforeRoot'));
    if (!element || this.#tooDeep > 0 || this.#verbatim?.markup || element.$text.length >= this.#caps.text) return;
    if (this.#verbatim === null && isBlank(text)) return;
    const decoded = isCdata ? text : this.#doctype.decode(text);
    element.$text = this.#capped(element.$text === '' ? decoded : element.$text + decoded);
  }

  declaration(text: string): void {
    if (this.#open.length === 0) this.#doctype.read(text);
  }

  finish(): void {
    if (this.#open.length === 0) return;
    this.#tree.cut = true;
    this.#repairs.add(say('repair.ends'));
    this.#closeTo(0, this.#source.characters.length);
  }

  // ------------------------------------------------------------------------------------------------------- the tree

  #isTooDeep(selfClosing: boolean): boolean {
    if (this.#tooDeep === 0 && this.#open.length < this.#caps.depth) return false;
    this.#repairs.add(say('repair.depth', { n: this.#caps.depth }));
    if (!selfClosing) this.#tooDeep++;
    return true;
  }

  /** A field that begins inside a field of text means that the outer one was not closed, or under another name. */
  #closeLeaf(tag: string, at: number): void {
    const depth = this.#open.length - 1;
    if (depth < 1 || !ENTRIES.has(this.#names[depth - 1] ?? '')) return;
    const isLeaf = LEAVES.has(this.#names[depth] ?? '');
    if (!isLeaf && this.#verbatim === null) return;
    const name = this.#scopes[depth]?.canonical(tag) ?? tag;
    if (!(isLeaf ? FIELDS : NEVER_HTML).has(name)) return;
    this.#repairs.add(say('repair.element'));
    this.#closeTo(depth, at);
  }

  /** An entry inside an entry means that the first was not closed. @returns false when this one is not to be kept */
  #startEntry(selfClosing: boolean, at: number): boolean {
    const outer = this.#names.findIndex((name) => ENTRIES.has(name));
    if (outer >= 0 && selfClosing) return false;
    if (outer >= 0) {
      this.#repairs.add(say('repair.entry'));
      this.#closeTo(outer, at);
    }
    if (this.#entries >= this.#caps.entries) {
      this.#repairs.add(say('repair.entries', { n: this.#caps.entries }));
      this.#reader.stop();
      return false;
    }
    this.#entries++;
    return true;
  }

  #push(name: string, scope: NameScope, attributes: Attributes): void {
    const parent = this.#open[this.#open.length - 1];
    const base = parent?.$base ?? this.#inherited.base;
    const lang = attributes['xml:lang'] ?? parent?.$lang ?? this.#inherited.lang;
    const element = newElement(attributes, baseOf(attributes, base), lang);
    if (parent) append(parent, name, element);
    else Object.assign(this.#tree, { name, root: element });
    this.#open.push(element);
    this.#names.push(name);
    this.#scopes.push(scope);
  }

  /** Closes the open elements from the innermost out to that index. @param at where in the source they end */
  #closeTo(index: number, at: number): void {
    const element = this.#open[this.#open.length - 1];
    if (this.#verbatim?.markup && element) {
      element.$text = this.#capped(unwrapCdata(this.#source.cut(this.#verbatim.start, at)));
      element.$markup = true;
    }
    this.#verbatim = null;
    this.#open.length = index;
    this.#names.length = index;
    this.#scopes.length = index;
    if (index === 0) this.#reader.stop();
  }

  /** The scope of a tag: its parent's, unless it declares namespaces of its own. */
  #scopeOf(tag: string, attributes: readonly string[]): NameScope {
    const outer = this.#scopes[this.#scopes.length - 1];
    const declared = declarationsIn(attributes);
    if (outer) return declared ? outer.with(declared) : outer;
    const local = tag.slice(tag.indexOf(':') + 1).toLowerCase();
    return new NameScope(declared ?? new Map(), local === 'feed', this.#seen);
  }

  #readAttributes(written: readonly string[], scope: NameScope): Attributes {
    if (written.length === 0) return NO_ATTRIBUTES;
    const attributes = newAttributes();
    for (let i = 0; i < Math.min(written.length, 2 * this.#caps.attributes); i += 2) {
      const name = written[i] ?? '';
      const key = name.includes(':') ? scope.canonical(name) : name.toLowerCase();
      attributes[key] ??= this.#capped(this.#doctype.decode(written[i + 1] ?? ''));
    }
    if (written.length > 2 * this.#caps.attributes) {
      this.#repairs.add(say('repair.attributes', { n: this.#caps.attributes }));
    }
    return attributes;
  }

  #capped(text: string): string {
    if (text.length <= this.#caps.text) return text;
    this.#repairs.add(say('repair.text', { n: this.#caps.text }));
    return text.slice(0, this.#caps.text);
  }
}

function startInVerbatim(verbatim: Verbatim, tag: string, selfClosing: boolean): void {
  verbatim.markup = true;
  if (!selfClosing && tag.toLowerCase() === verbatim.written) verbatim.nested++;
}

function declarationsIn(attributes: readonly string[]): Map<string, string> | null {
  let declared: Map<string, string> | null = null;
  for (let i = 0; i < attributes.length; i += 2) {
    const name = attributes[i] ?? '';
    if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
    declared ??= new Map();
    declared.set(name.slice(6).toLowerCase(), attributes[i + 1] ?? '');
  }
  return declared;
}

function baseOf(attributes: Attributes, inherited: Base): Base {
  const base = attributes['xml:base'];
  return base === undefined ? inherited : { href: resolve(base, inherited.href) ?? inherited.href };
}

function unwrapCdata(markup: string): string {
  return markup.includes('<![CDATA[') ? markup.replace(/<!\[CDATA\[|\]\]>/g, '') : markup;
}

function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 32 && code !== 0xa0) return false;
  }
  return true;
}
