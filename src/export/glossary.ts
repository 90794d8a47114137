import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseCheckedYaml, type Problem } from '../text/checked-yaml.ts';
import { agree, isParticles } from '../text/josa.ts';

const termSchema = z.strictObject({
  term: z.string().min(1).describe('What stands in the bracket: the English term, the name in Latin letters.'),
  korean: z
    .string()
    .regex(/\p{Script=Hangul}/u, 'must be written in Hangul')
    .describe('How it is written.'),
  also: z.array(z.string().min(1)).default([]).describe('Other renderings that are met; preflight flags them.'),
  kind: z.enum(['term', 'person', 'outlet']).default('term'),
  gloss: z.boolean().default(true).describe('Whether the first mention carries the bracket.'),
});

const glossarySchema = z.strictObject({
  terms: z.array(termSchema).default([]),
  never: z.array(z.string()).default([]).describe('What never stands in a bracket.'),
});

export type Term = z.output<typeof termSchema>;
export type Glossary = z.output<typeof glossarySchema>;

export const EMPTY_GLOSSARY: Glossary = { terms: [], never: [] };

/** Reads a glossary. Throws YamlError with every problem at once. */
export function loadGlossary(yamlText: string, file: string): Glossary {
  return parseCheckedYaml(yamlText, file, glossarySchema, doubles);
}

/** The glossary at a path, or the shipped one for "". Throws YamlError, or when the file cannot be read. */
export function readGlossary(path: string): Glossary {
  const file = path === '' ? fileURLToPath(new URL('shipped/glossary.yaml', import.meta.url)) : path;
  return loadGlossary(readFileSync(file, 'utf8'), file);
}

function doubles({ terms }: Glossary): Problem[] {
  const renderings = terms.flatMap((term, index) => [term.korean, ...term.also].map((word) => ({ word, index })));
  return renderings
    .filter(({ word }, position) => renderings.findIndex((other) => other.word === word) < position)
    .map(({ word, index }) => ({ path: ['terms', index], what: `"${word}" stands in the glossary already` }));
}

/**
 * Glosses Korean texts, which must come in reading order: the first mention of a term carries its bracket, later ones
 * lose theirs, what is on the never list loses it everywhere, and a particle behind a bracket follows the Korean word.
 *
 * A mention is the Korean word with no letter before it and nothing but particles behind it, so that 메타 is not found
 * in 메타버스. A bracket that holds anything else is the writer's own and stays. Code and addresses are left alone.
 */
export function createGlosser(glossary: Glossary): (markdown: string) => string {
  const mentioned = new Set<string>();
  const never = new Set(glossary.never.map(folded));
  const longestFirst = [...glossary.terms].sort((a, b) => b.korean.length - a.korean.length);
  const glossed = (text: string): string =>
    text.replace(
      patternOf(longestFirst),
      (whole: string, word: string, stars: string, bracket: string | undefined, rest: string) => {
        const term = longestFirst.find(({ korean }) => folded(korean) === folded(word));
        if (term === undefined) return whole;
        const own = bracket !== undefined && folded(bracket) !== folded(term.term);
        if (own || (bracket === undefined && !isParticles(rest))) return whole;
        const isFirst = term.gloss && !never.has(folded(term.term)) && !mentioned.has(term.term);
        mentioned.add(term.term);
        return `${word}${stars}${isFirst ? `(${term.term})` : ''}${agree(word, rest)}`;
      },
    );
  const withoutNever = (text: string): string =>
    text.replace(
      /(\p{Script=Hangul})\s?\(([^()]*)\)(\p{Script=Hangul}*)/gu,
      (whole: string, last: string, bracket: string, rest: string) =>
        never.has(folded(bracket)) ? `${last}${agree(last, rest)}` : whole,
    );
  return (markdown) => outsideCode(markdown, (part) => withoutNever(glossed(part)));
}

/** A text with one rendering swapped for another, the particles behind it agreeing with the new word. */
export function swapRendering(markdown: string, from: string, to: string): string {
  const mention = new RegExp(`(?<![\\p{L}\\p{N}])${spaced(from)}([*_]*(?:\\([^()]*\\))?)(\\p{Script=Hangul}*)`, 'gu');
  return outsideCode(markdown, (part) =>
    part.replace(mention, (whole: string, between: string, rest: string) =>
      isParticles(rest) ? `${to}${between}${agree(to, rest)}` : whole,
    ),
  );
}

/** How often a rendering is mentioned in a text. */
export function countMentions(markdown: string, rendering: string): number {
  const mention = new RegExp(`(?<![\\p{L}\\p{N}])${spaced(rendering)}`, 'gu');
  return [...markdown.matchAll(mention)].length;
}

/** A Korean word, stars that close its emphasis, a bracket, and the Hangul that follows. */
function patternOf(terms: readonly Term[]): RegExp {
  const words = terms.map(({ korean }) => spaced(korean)).join('|') || '(?!)';
  return new RegExp(`(?<![\\p{L}\\p{N}])(${words})([*_]*)(?:\\s?\\(([^()]*)\\))?(\\p{Script=Hangul}*)`, 'gu');
}

/** A pattern for a word that does not ask how its spaces were typed. */
function spaced(word: string): string {
  return word
    .split(/\s+/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('\\s*');
}

function folded(word: string): string {
  return word
    .replace(/[\s-]+/g, '')
    .toLowerCase()
    .replace(/s$/, '');
}

/** Applies a change to Markdown outside code spans and the addresses of links. */
function outsideCode(markdown: string, change: (part: string) => string): string {
  return markdown
    .split(/(`+[^`]*`+|\]\([^()\s]*\))/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}
