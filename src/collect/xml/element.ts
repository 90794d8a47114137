/** An address that references are relative to. One object serves all elements below the one that set it (xml:base). */
export interface Base {
  href: string;
}

/** What elements inherit. */
export interface Inherited {
  base: Base;
  lang: string;
}

export type Attributes = Record<string, string>;

/**
 * One element in the shape that rss-parser's mapping expects of its XML parser (xml2js): `$` holds the attributes, and
 * the children stand in arrays under their names. The text is not called `_` as xml2js would: rss-parser would copy it
 * out and make snippets of it, which nobody here reads. No XML name begins with "$".
 */
export interface XmlElement {
  $: Attributes;
  /** Decoded text, or markup where `$markup` says so. */
  $text: string;
  /** Elements stood inside, whose markup was kept verbatim in `$text`. */
  $markup: boolean;
  $base: Base;
  $lang: string;
  readonly [child: string]: unknown;
}

/**
 * Makes objects without Object's properties, so that a document's "__proto__" and "constructor" are names like any
 * other. Object.create(null) would do it too, but gives V8's slow dictionaries.
 */
const Bare = function Bare(): void {} as unknown as new () => Record<string, unknown>;
Bare.prototype = Object.freeze(Object.create(null));

export function newElement(attributes: Attributes, base: Base, lang: string): XmlElement {
  const element = new Bare() as XmlElement;
  element.$ = attributes;
  element.$text = '';
  element.$markup = false;
  element.$base = base;
  element.$lang = lang;
  return element;
}

export function newAttributes(): Attributes {
  return new Bare() as Attributes;
}

/** The children of that name, in document order. */
export function children(element: XmlElement, name: string): readonly XmlElement[] {
  return (element[name] as readonly XmlElement[] | undefined) ?? [];
}

export function child(element: XmlElement, name: string): XmlElement | undefined {
  return children(element, name)[0];
}

export function append(parent: XmlElement, name: string, element: XmlElement): void {
  const record = parent as Record<string, unknown>;
  const list = record[name] as XmlElement[] | undefined;
  if (list) list.push(element);
  else record[name] = [element];
}
