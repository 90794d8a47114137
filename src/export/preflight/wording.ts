import { countWords } from '../../text/tokens.ts';
import { literalEmphasis } from '../emphasis.ts';
import type { Finding } from '../finding.ts';
import { oneLine, parseMarkdown } from '../parse.ts';
import type { PrintedText } from '../texts.ts';
import { trace } from '../trace.ts';
import { plainInline } from '../tree.ts';
import { uneditedSentences } from '../unedited.ts';
import { markdownLinks } from './links.ts';
import { say, type Sentence } from '../../text/said.ts';

const PLACEHOLDER = /\bTK\b|\bTKTK\b|\bTODO\b|\bFIXME\b|\bXXX\b|확인 ?필요|추후 ?작성|lorem ipsum/iu;

/** The words a reader sees of a text. */
export function plainText({ form, wording }: PrintedText): string {
  return form === 'title' ? wording.text : plainInline(oneLine(parseMarkdown(wording.text)));
}

/** What one text shows by itself: placeholders, length, literal stars, a language that has moved on. */
export function checkWording(text: PrintedText): Finding[] {
  const { place, wording, form } = text;
  const found: Finding[] = [];
  const note = (rule: Finding['rule'], message: Sentence): number => found.push({ rule, place, message });
  const placeholder = PLACEHOLDER.exec(wording.text);
  if (placeholder !== null) note('todo', say('check.placeholder', { words: placeholder[0] }));
  if (wording.state === 'stale') note('stale', say('check.stale'));
  const length = lengthProblem(text);
  if (length !== null) note('length', length);
  if (form === 'body')
    for (const stars of literalEmphasis(wording.text)) note('emphasis', say('check.stars', { stars }));
  return found;
}

function lengthProblem(text: PrintedText): Sentence | null {
  if (text.limit === null) return null;
  const { min, max, unit } = text.limit;
  const plain = plainText(text);
  const length = unit === 'words' ? countWords(plain) : plain.length;
  if (length >= min && length <= max) return null;
  return say('check.tooLong', { n: length, unit, min, max });
}

/**
 * What a text says that its sources do not. Links of a machine-made text must be stored: such an export is refused.
 * Numbers and copied sentences are an editor's to judge.
 */
export function checkSources(text: PrintedText): Finding[] {
  const { place, wording, sources } = text;
  const found: Finding[] = [];
  const note = (rule: Finding['rule'], message: Sentence): number => found.push({ rule, place, message });
  const traced = trace(wording.text, sources, place.lang).filter((each) => each.found === null);
  if (wording.by === null) {
    const links = new Set(markdownLinks(place, wording.text).map((link) => link.url));
    for (const { kind, value } of traced)
      if (kind === 'link' && (links.has(value) || URL.canParse(value)))
        note('unsourced-link', say('check.unsourcedLink', { value }));
  }
  if (sources.length === 0) return found;
  for (const { kind, value } of traced)
    if (kind === 'number') note('unsourced-number', say('check.unsourcedNumber', { value }));
  if (text.form === 'title') return found;
  for (const { text: sentence, source } of uneditedSentences(plainText(text), sources, place.lang))
    note('unedited', say('check.unedited', { sentence, outlet: source.outlet }));
  return found;
}
