import type { Lang } from '../model.ts';
import { isBoundary } from './sentence-boundary.ts';

/** One sentence of a text: `text.slice(start, end)`, without white space at its ends. */
export interface Sentence {
  /** UTF-16 offset of its first character. */
  start: number;
  /** Offset after its last one. */
  end: number;
  text: string;
}

interface Span {
  start: number;
  end: number;
}

/** Points with whatever closes after them. */
const TERMINATOR = /(?<points>[.!?…।؟۔]+|[。！？]+)(?<closers>["'”’»)\]」』）】]*)/gu;
/** Quotations and brackets hold together, unless they are so long that they are texts of their own. */
const HELD_TOGETHER =
  /“[^“”]*”|«[^«»]*»|「[^「」]*」|『[^『』]*』|‘[^‘’]*’(?!\p{L})|\([^()]*\)|\[[^[\]]*\]|（[^（）]*）/gu;
const STRAIGHT_QUOTATION = /"[^"]*"/gu;
const MAX_HELD = 400;
/** The length of lines that were wrapped for a terminal or by a typesetter. */
const WRAPPED_LINE = { min: 50, max: 100 };

/**
 * The sentences of a plain text in order. Paragraphs end a sentence, and so do line ends unless the text is hard-wrapped;
 * within them points do, but for abbreviations, initials, numbers, list marks and what stands inside a quotation or
 * brackets. Headings and other lines without a point come out as sentences too.
 */
export function splitSentences(text: string, language: Lang): Sentence[] {
  return blocks(text).flatMap((block) => splitBlock(text, block, language));
}

function splitBlock(text: string, block: Span, language: Lang): Sentence[] {
  const content = text.slice(block.start, block.end);
  const insideHeld = membership(heldTogether(content));
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of content.matchAll(TERMINATOR)) {
    const end = match.index + match[0].length;
    const { points = '', closers = '' } = match.groups ?? {};
    if (insideHeld(end)) continue;
    const sides = { before: content.slice(start, match.index), points, closers, after: content.slice(end) };
    if (!isBoundary(sides, language)) continue;
    sentences.push(trimmed(text, block.start + start, block.start + end));
    start = end;
  }
  sentences.push(trimmed(text, block.start + start, block.end));
  return sentences.filter((sentence) => sentence.text !== '');
}

/** Quotations and brackets of a block, in order, not overlapping. */
function heldTogether(content: string): Span[] {
  const straight = [...content.matchAll(STRAIGHT_QUOTATION)];
  // An odd quotation mark (inches, a lost mark) would pair wrongly with all that follow.
  const paired = (content.split('"').length - 1) % 2 === 0 ? straight : [];
  return [...content.matchAll(HELD_TOGETHER), ...paired]
    .filter((match) => match[0].length <= MAX_HELD)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .sort((a, b) => a.start - b.start);
}

/** Tells, for offsets asked in rising order, whether one lies within a span; at its very end it is outside. */
function membership(spans: readonly Span[]): (offset: number) => boolean {
  let next = 0;
  let end = 0;
  return (offset) => {
    for (let span = spans[next]; span !== undefined && span.start < offset; span = spans[next]) {
      end = Math.max(end, span.end);
      next += 1;
    }
    return offset < end;
  };
}

/** Stretches of text that no sentence crosses: paragraphs, and the lines in them that are not mere wrapping. */
function blocks(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const paragraph of text.split(/(\n[^\S\n]*\n\s*)/u)) {
    spans.push(...linesOf(paragraph, start));
    start += paragraph.length;
  }
  return spans;
}

function linesOf(paragraph: string, offset: number): Span[] {
  const lines = paragraph.split('\n');
  const wrapped = isHardWrapped(lines);
  const spans: Span[] = [];
  let start = offset;
  lines.forEach((line, index) => {
    const end = start + line.length;
    const open = spans.at(-1);
    if (open !== undefined && (wrapped || continues(lines[index - 1] ?? '', line))) open.end = end;
    else spans.push({ start, end });
    start = end + 1;
  });
  return spans;
}

function isHardWrapped(lines: readonly string[]): boolean {
  const full = lines.slice(0, -1).map((line) => line.trim().length);
  return full.length >= 2 && full.every((length) => length >= WRAPPED_LINE.min && length <= WRAPPED_LINE.max);
}

function continues(before: string, line: string): boolean {
  return /[\p{L}\p{N},]\s*$/u.test(before.slice(-9)) && /^\s*\p{Ll}/u.test(line);
}

function trimmed(text: string, from: number, to: number): Sentence {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const end = Math.max(start, from + raw.trimEnd().length);
  return { start, end, text: text.slice(start, end) };
}
