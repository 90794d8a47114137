import { Tokenizer } from 'htmlparser2';
import type { FeedCaps, Repairs } from '../caps.ts';
import { Doctype } from './doctype.ts';
import { resolve } from '../links.ts';
import type { Attributes, Base, Inherited, XmlElement } from './element.ts';
import { append, newAttributes, newElement } from './element.ts';
import { NameScope } from './names.ts';

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

/** Elements a feed can begin with; whatever stands before them (blanks, a PHP warning, a comment) is dropped. */
const ROOTS = new Set(['rss', 'feed', 'rdf:RDF', 'channel', 'oai-pmh']);
const ENTRIES = new Set(['item', 'entry']);
/** An end tag of these ends whatever is still open inside. */
const STRUCTURE = new Set(['item', 'entry', 'channel', ...ROOTS]);

/** Elements whose inner markup is kept as it was written, whether their authors escaped it or not. */
const VERBATIM = new Set(
  (
    'title long:description long:summary long:content content:encoded body fullitem tagline subtitle info copyright rights abstract ' +
    'xhtml:body xhtml:div atom:title atom:subtitle atom:summary atom:content dc:title dc:description dc:rights dcterms:abstract ' +
    'media:title media:description itunes:title itunes:summary itunes:subtitle googleplay:description'
  ).split(' '),
);

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
 * inside an entry ends that one, a "<" that begins no tag is text, and the end of the text closes everything.
 *
 * Characters cost most of the time, so the tokenizer runs without its entity decoder over slices of the one source
 * string, and the inside of a long text is not taken apart.
 */
export class TreeBuilder {
  readonly #source: string;
  readonly #inherited: Inherited;
  readonly #caps: FeedCaps;
  readonly #repairs: Repairs;
  readonly #doctype: Doctype;
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
  #done = false;

  // The start tag that is being read.
  #tag = '';
  #tagStart = 0;
  #attributes: string[] = [];
  #value = '';

  readonly #tokenizer: Tokenizer;
  /** Where the tokenizer's current text begins in the source. */
  #offset = 0;
  #restart = -1;

  constructor(source: string, inherited: Inherited, caps: FeedCaps, repairs: Repairs) {
    this.#source = source;
    this.#caps = caps;
    this.#repairs = repairs;
    this.#doctype = new Doctype(repairs);
    this.#inherited = inherited;
    this.#tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, this);
  }

  build(): XmlTree {
    let from = 0;
    while (from >= 0) {
      this.#restart = -1;
      this.#offset = from;
      this.#tokenizer.write(from === 0 ? this.#source : this.#source.slice(from));
      from = this.#restart;
      if (from >= 0) this.#tokenizer.reset();
    }
    this.#tokenizer.end();
    return this.#tree;
  }

  /** Reads on from there as if the text began there. */
  #restartAt(index: number): void {
    this.#restart = index;
    this.#tokenizer.pause();
  }

  #stop(): void {
    this.#done = true;
    this.#tokenizer.pause();
  }

  // ------------------------------------------------------------------------------------------ the tokenizer's events

  onopentagname(start: number, end: number): void {
    if (this.#done) return;
    const from = start + this.#offset;
    if (!isNameStart(this.#source.charCodeAt(from)))
      return this.#notATag(from, this.#source.lastIndexOf('<', end + this.#offset));
    this.#tag = this.#source.slice(from, end + this.#offset);
    this.#tagStart = from;
    this.#attributes.length = 0;
  }

  onattribname(start: number, end: number): void {
    if (this.#done || this.#restart >= 0) return;
    const name = this.#source.slice(start + this.#offset, end + this.#offset);
    const inside = name.indexOf('<');
    if (inside >= 0) return this.#notATag(this.#tagStart, start + this.#offset + inside);
    this.#value = '';
    if (this.#verbatim === null) this.#attributes.push(name);
  }

  onattribdata(start: number, end: number): void {
    if (this.#verbatim === null) this.#value = this.#source.slice(start + this.#offset, end + this.#offset);
  }

  onattribend(): void {
    if (this.#verbatim === null && !this.#done && this.#restart < 0) this.#attributes.push(this.#value);
  }

  onopentagend(end: number): void {
    if (this.#done || this.#restart >= 0) return;
    this.#start(end + this.#offset + 1, false);
  }

  onselfclosingtag(end: number): void {
    if (this.#done || this.#restart >= 0) return;
    this.#start(end + this.#offset + 1, true);
  }

  onclosetag(start: number, end: number): void {
    if (this.#done) return;
    this.#end(this.#source.slice(start + this.#offset, end + this.#offset), start + this.#offset - 2);
  }

  ontext(start: number, end: number): void {
    if (this.#open.length === 0 || this.#tooDeep > 0 || this.#verbatim?.markup || this.#done) return;
    const text = this.#source.slice(start + this.#offset, end + this.#offset);
    if (this.#verbatim === null && isBlank(text)) return;
    this.#addText(this.#doctype.decode(text));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    if (this.#open.length === 0 || this.#tooDeep > 0 || this.#verbatim?.markup || this.#done) return;
    this.#addText(this.#source.slice(start + this.#offset, end + this.#offset - endOffset));
  }

  ondeclaration(start: number, end: number): void {
    if (this.#open.length === 0) this.#doctype.read(this.#source.slice(start + this.#offset - 1, end + this.#offset));
  }

  onprocessinginstruction(start: number, end: number): void {
    // "<?xml version='1.0'" that is never closed would swallow the root.
    const next = this.#source.indexOf('<', start + this.#offset);
    if (next >= 0 && next < end + this.#offset) this.#restartAt(next);
  }

  onend(): void {
    if (this.#done || this.#open.length === 0) return;
    this.#tree.cut = true;
    this.#repairs.add('the document ends before its root is closed');
    this.#closeTo(0, this.#source.length);
  }

  oncomment(): void {}
  onattribentity(): void {}
  ontextentity(): void {}

  // ------------------------------------------------------------------------------------------------------- the tree

  /** What began before `name` was text, at least up to the next "<"; from there on it is read again. */
  #notATag(name: number, next: number): void {
    const end = Math.max(name, next);
    if (this.#open.length > 0 && !this.#verbatim?.markup && this.#tooDeep === 0) {
      this.#addText(this.#doctype.decode(this.#source.slice(name - 1, end)));
    }
    this.#restartAt(end);
  }

  #addText(text: string): void {
    const element = this.#open[this.#open.length - 1];
    if (!element || element.$text.length >= this.#caps.text) return;
    element.$text = this.#capped(element.$text === '' ? text : element.$text + text);
  }

  #capped(text: string): string {
    if (text.length <= this.#caps.text) return text;
    this.#repairs.add(`a text longer than ${this.#caps.text} characters was cut`);
    return text.slice(0, this.#caps.text);
  }

  #start(inside: number, selfClosing: boolean): void {
    if (this.#verbatim) {
      if (!ENTRIES.has(this.#tag)) return this.#startInVerbatim(this.#verbatim, selfClosing);
      this.#closeTo(this.#open.length - 1, this.#tagStart - 1);
    }
    if (this.#tooDeep > 0) {
      if (!selfClosing) this.#tooDeep++;
      return;
    }
    const parent = this.#open[this.#open.length - 1];
    const scope = this.#scopeOfTag();
    const name = scope.canonical(this.#tag);
    if (!parent) {
      this.#tree.firstElement ??= this.#tag;
      if (!ROOTS.has(name)) return;
    }
    if (this.#open.length >= this.#caps.depth) {
      this.#repairs.add(`elements nested deeper than ${this.#caps.depth} were left out`);
      if (!selfClosing) this.#tooDeep++;
      return;
    }
    if (ENTRIES.has(name) && !this.#startEntry(selfClosing)) return;
    this.#push(name, scope, inside, selfClosing);
  }

  #push(name: string, scope: NameScope, inside: number, selfClosing: boolean): void {
    const parent = this.#open[this.#open.length - 1];
    const attributes = this.#readAttributes(scope);
    const { base, lang } = parent ? { base: parent.$base, lang: parent.$lang } : this.#inherited;
    const element = newElement(attributes, baseOf(attributes, base), attributes['xml:lang'] ?? lang);
    if (parent) append(parent, name, element);
    else Object.assign(this.#tree, { name, root: element });
    this.#open.push(element);
    this.#names.push(name);
    this.#scopes.push(scope);
    if (selfClosing) this.#closeTo(this.#open.length - 1, inside);
    else if (VERBATIM.has(name))
      this.#verbatim = { written: this.#tag.toLowerCase(), start: inside, nested: 0, markup: false };
  }

  /** An entry inside an entry means that the first was not closed. @returns false when this one is not to be kept */
  #startEntry(selfClosing: boolean): boolean {
    const outer = this.#names.findIndex((name) => ENTRIES.has(name));
    if (outer >= 0 && selfClosing) return false;
    if (outer >= 0) {
      this.#repairs.add('an entry that was not closed ends where the next begins');
      this.#closeTo(outer, this.#tagStart - 1);
    }
    if (this.#entries >= this.#caps.entries) {
      this.#repairs.add(`only the first ${this.#caps.entries} entries were read`);
      this.#stop();
      return false;
    }
    this.#entries++;
    return true;
  }

  #startInVerbatim(verbatim: Verbatim, selfClosing: boolean): void {
    verbatim.markup = true;
    if (!selfClosing && this.#tag.toLowerCase() === verbatim.written) verbatim.nested++;
  }

  #end(written: string, at: number): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    const depth = this.#open.length - 1;
    const scope = this.#scopes[depth];
    if (!scope) return;
    if (this.#verbatim) {
      const own = written.toLowerCase() === this.#verbatim.written;
      if (own && this.#verbatim.nested-- === 0) return this.#closeTo(depth, at);
      if (own || !STRUCTURE.has(scope.canonical(written))) return;
    }
    const name = scope.canonical(written);
    const index = this.#names.lastIndexOf(name);
    if (index < 0) return;
    if (index < depth) this.#repairs.add('elements were closed in the wrong order or not at all');
    this.#closeTo(index, at);
  }

  /** Closes the open elements from the innermost out to that index. @param at where in the source they end */
  #closeTo(index: number, at: number): void {
    if (this.#verbatim) {
      const element = this.#open[this.#open.length - 1];
      if (element && this.#verbatim.markup) {
        element.$text = this.#capped(
          unwrapCdata(this.#source.slice(this.#verbatim.start, Math.max(at, this.#verbatim.start))),
        );
        element.$markup = true;
      }
      this.#verbatim = null;
    }
    this.#open.length = index;
    this.#names.length = index;
    this.#scopes.length = index;
    if (index === 0) this.#stop();
  }

  /** The scope of the tag being read: its parent's, unless it declares namespaces of its own. */
  #scopeOfTag(): NameScope {
    const outer = this.#scopes[this.#scopes.length - 1];
    const declared = new Map<string, string>();
    for (let i = 0; i < this.#attributes.length; i += 2) {
      const name = this.#attributes[i] ?? '';
      if (name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')) {
        declared.set(name.slice(6).toLowerCase(), this.#attributes[i + 1] ?? '');
      }
    }
    if (outer) return declared.size === 0 ? outer : outer.with(declared);
    const local = this.#tag.slice(this.#tag.indexOf(':') + 1).toLowerCase();
    return new NameScope(declared, local === 'feed', this.#seen);
  }

  #readAttributes(scope: NameScope): Attributes {
    const read = this.#attributes;
    if (read.length === 0) return NO_ATTRIBUTES;
    const attributes = newAttributes();
    for (let i = 0; i < Math.min(read.length, 2 * this.#caps.attributes); i += 2) {
      const written = read[i] ?? '';
      const name = written.includes(':') ? scope.canonical(written) : written.toLowerCase();
      attributes[name] ??= this.#capped(this.#doctype.decode(read[i + 1] ?? ''));
    }
    if (read.length > 2 * this.#caps.attributes) {
      this.#repairs.add(`an element has more than ${this.#caps.attributes} attributes; the rest were left out`);
    }
    return attributes;
  }
}

function baseOf(attributes: Attributes, inherited: Base): Base {
  const base = attributes['xml:base'];
  return base === undefined ? inherited : { href: resolve(base, inherited.href) ?? inherited.href };
}

function unwrapCdata(markup: string): string {
  return markup.includes('<![CDATA[') ? markup.replace(/<!\[CDATA\[|\]\]>/g, '') : markup;
}

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code > 127;
}

function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 32 && code !== 0xa0) return false;
  }
  return true;
}
