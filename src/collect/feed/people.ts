import { collapse } from '../../text/html.ts';
import type { XmlElement } from '../xml/element.ts';
import { child, children } from '../xml/element.ts';
import { lineOf, plainOf, textOf } from './texts.ts';

const MAIL = /[^\s()<>"',;:]+@[^\s()<>"',;:]+/;

/** Of a name with a mail address; the pattern for those takes quadratic time. */
const LONGEST_NAME = 500;

/** The names of the people that these elements name, each once. */
export function namesOf(elements: readonly XmlElement[]): string[] {
  const names = new Map<string, string>();
  for (const element of elements) {
    for (const name of splitNames(personOf(element))) {
      if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    }
  }
  return [...names.values()];
}

/** Atom and iTunes put a person's name into an element of its own, RSS writes "mail (name)" and every other order. */
function personOf(element: XmlElement): string {
  const name = child(element, 'name') ?? child(element, 'atom:name') ?? child(element, 'itunes:name');
  if (name) return plainOf(name) || mailOf(element);
  return nameIn(allText(element)) || mailOf(element);
}

/** Its text with that of the elements inside it: some authors are links. */
function allText(element: XmlElement): string {
  const inner = Object.keys(element).filter((key) => !key.startsWith('$') && key !== 'email' && key !== 'uri');
  const own = textOf(element);
  return inner.length === 0 ? own : [own, ...inner.flatMap((key) => children(element, key)).map(allText)].join(' ');
}

function mailOf(element: XmlElement): string {
  return textOf(child(element, 'email') ?? child(element, 'atom:email') ?? child(element, 'itunes:email'));
}

/** "jane@example.org (Jane Doe)", "Jane Doe <jane@example.org>", "Jane Doe (jane@example.org)" -> "Jane Doe". */
export function nameIn(text: string): string {
  if (!text.includes('@')) return lineOf(text);
  const written = collapse(text.slice(0, LONGEST_NAME));
  const mail = MAIL.exec(written)?.[0];
  if (mail === undefined) return lineOf(text);
  const rest = written
    .replace(/mailto:/i, '')
    .replace(mail, '')
    .replace(/[<(]\s*[>)]/, '')
    .trim();
  const name = /^\((.*)\)$/.exec(rest)?.[1] ?? rest.replace(/^["']|["']$/g, '').replace(/^[-,;:]\s*|\s*[-,;:]$/g, '');
  return lineOf(name) || mail;
}

/**
 * Several people in one text: "Jane Doe, John Roe and Kim Poe". Split only where every part has a first and a last name
 * (or is written in Hangul), so that "Doe, Jane" and "Smith and Sons" stay whole.
 */
function splitNames(text: string): string[] {
  if (text === '') return [];
  if (!/[,;&]| and /.test(text)) return [text];
  const parts = text
    .split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s+&\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => /\S\s+\S/.test(part) || /^[가-힣]{2,4}$/.test(part))
    ? parts
    : [text];
}
