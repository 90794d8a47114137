import { Tokenizer } from 'htmlparser2';
import type { SourceText } from '../../text/source.ts';

const CDATA = '<![CDATA[';
const CDATA_END = ']]>';

/** What a reader finds, in document order. Offsets are of the source. */
export interface TagHandler {
  /**
   * A start tag: its name as written, its attributes (name, value, name, value ...; still encoded), where it begins and
   * where its inside does, and whether it is its own end tag.
   */
  start(tag: string, attributes: readonly string[], at: number, inside: number, selfClosing: boolean): void;
  /** An end tag and where it begins. */
  end(tag: string, at: number): void;
  /** Text with its references, or CDATA without any. */
  text(text: string, isCdata: boolean): void;
  /** The inside of a "<!...>". */
  declaration(text: string): void;
  /** The source is at its end. */
  finish(): void;
}

/**
 * Finds the tags of a source with htmlparser2's tokenizer, and decides what is none: where a "<" turns out to begin no
 * tag ("I <3 you", "a <b and c</title>"), it is given out as text and reading goes on behind it.
 *
 * The tokenizer runs over slices of the one source string and without its entity decoder: characters cost most of the
 * time of reading a feed.
 */
export class TagReader {
  readonly #source: SourceText;
  readonly #handler: TagHandler;
  readonly #tokenizer: Tokenizer;
  /** Where the text that the tokenizer was given begins in the source. */
  #offset = 0;
  /** Where to begin anew; -1 = nowhere. */
  #restart = -1;
  #stopped = false;

  // The start tag that is being read.
  #tag = '';
  #tagStart = 0;
  readonly #attributes: string[] = [];
  #value = '';

  constructor(source: SourceText, handler: TagHandler) {
    this.#source = source;
    this.#handler = handler;
    this.#tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, this);
  }

  read(): void {
    let from = 0;
    while (from >= 0 && !this.#stopped) {
      this.#restart = -1;
      this.#offset = from;
      const { characters } = this.#source;
      this.#tokenizer.write(from === 0 ? characters : characters.slice(from));
      from = this.#restart;
      if (from >= 0) this.#tokenizer.reset();
    }
    this.#tokenizer.end();
    if (!this.#stopped) this.#handler.finish();
  }

  /** Gives out nothing more. */
  stop(): void {
    this.#stopped = true;
    this.#tokenizer.pause();
  }

  #restartAt(index: number): void {
    this.#restart = index;
    this.#tokenizer.pause();
  }

  /** The "<" before `name` was text, and so is everything up to `next`; from there on it is read again. */
  #notATag(name: number, next: number): void {
    const end = Math.max(name, next);
    this.#handler.text(this.#source.cut(name - 1, end), false);
    this.#restartAt(end);
  }

  /** The tokenizer still gives out what it has begun when it is paused. */
  get #ignores(): boolean {
    return this.#stopped || this.#restart >= 0;
  }

  // ------------------------------------------------------------------------------------------ the tokenizer's events

  onopentagname(start: number, end: number): void {
    if (this.#stopped) return;
    const from = start + this.#offset;
    if (!isNameStart(this.#source.characters.charCodeAt(from))) {
      return this.#notATag(from, this.#source.characters.lastIndexOf('<', end + this.#offset));
    }
    this.#tag = this.#source.cut(from, end + this.#offset);
    this.#tagStart = from;
    this.#attributes.length = 0;
  }

  onattribname(start: number, end: number): void {
    if (this.#ignores) return;
    const name = this.#source.cut(start + this.#offset, end + this.#offset);
    const next = name.indexOf('<');
    if (next >= 0) return this.#notATag(this.#tagStart, start + this.#offset + next);
    this.#attributes.push(name);
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    this.#value = this.#source.cut(start + this.#offset, end + this.#offset);
  }

  onattribend(): void {
    if (!this.#ignores) this.#attributes.push(this.#value);
  }

  onopentagend(end: number): void {
    this.#startTag(end, false);
  }

  onselfclosingtag(end: number): void {
    this.#startTag(end, true);
  }

  #startTag(end: number, selfClosing: boolean): void {
    if (this.#ignores) return;
    const inside = end + this.#offset + 1;
    this.#handler.start(this.#tag, this.#attributes, this.#tagStart - 1, inside, selfClosing);
    if (!selfClosing && !this.#stopped) this.#passOverText(inside);
  }

  /**
   * An element that holds text, or one CDATA section, and nothing else: its end is looked up, which takes a fraction of the
   * time of reading up to it. Anything else is left to the tokenizer.
   */
  #passOverText(inside: number): void {
    const { characters } = this.#source;
    const isCdata = characters.startsWith(CDATA, inside);
    const from = isCdata ? inside + CDATA.length : inside;
    const to = characters.indexOf(isCdata ? CDATA_END : '<', from);
    const end = isCdata ? to + CDATA_END.length : to;
    const close = `</${this.#tag}>`;
    if (to < 0 || !characters.startsWith(close, end)) return;
    if (to > from) this.#handler.text(this.#source.cut(from, to), isCdata);
    this.#handler.end(this.#tag, end);
    if (!this.#stopped) this.#restartAt(end + close.length);
  }

  onclosetag(start: number, end: number): void {
    if (this.#stopped) return;
    this.#handler.end(this.#source.cut(start + this.#offset, end + this.#offset), start + this.#offset - 2);
  }

  ontext(start: number, end: number): void {
    if (!this.#stopped) this.#handler.text(this.#source.cut(start + this.#offset, end + this.#offset), false);
  }

  oncdata(start: number, end: number, endOffset: number): void {
    if (this.#stopped) return;
    this.#handler.text(this.#source.cut(start + this.#offset, end + this.#offset - endOffset), true);
  }

  ondeclaration(start: number, end: number): void {
    if (!this.#stopped) this.#handler.declaration(this.#source.cut(start + this.#offset - 1, end + this.#offset));
  }

  onprocessinginstruction(start: number, end: number): void {
    // "<?xml version='1.0'" that is never closed would swallow the root.
    const next = this.#source.characters.indexOf('<', start + this.#offset);
    if (next >= 0 && next < end + this.#offset) this.#restartAt(next);
  }

  onend(): void {}
  oncomment(): void {}
  onattribentity(): void {}
  ontextentity(): void {}
}

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code > 127;
}
