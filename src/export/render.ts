import type { IssueLang } from '../model.ts';
import type { IssueDocument } from './document.ts';
import { EMAIL_MAX_BYTES, emailPage } from './email.ts';
import type { Finding } from './finding.ts';
import { EMPTY_GLOSSARY, type Glossary } from './glossary.ts';
import { layout, type Layout } from './layout.ts';
import type { Template } from './template.ts';
import { blocksToHtml } from './to-html.ts';
import { issueToJson } from './to-json.ts';
import { blocksToMarkdown } from './to-markdown.ts';
import { blocksToPlain } from './to-plain.ts';
import { heading, paragraph, text, type Block } from './tree.ts';
import { webPage } from './web-page.ts';
import { say } from '../text/said.ts';

export const TARGETS = [
  'markdown',
  'html',
  'email',
  'substack',
  'ghost',
  'buttondown',
  'beehiiv',
  'stibee',
  'json',
] as const;
export type Target = (typeof TARGETS)[number];

/** An issue made for a target. */
export interface Rendered {
  /** For the title field of an editor whose body has none. */
  title: string;
  subtitle: string;
  /** The whole file; for newsletter editors the text/html half of a paste. */
  body: string;
  /** The text/plain half of a paste, or of a mail. */
  plain: string;
  extension: 'md' | 'html' | 'json';
  findings: readonly Finding[];
}

/** Makes an issue in one language for a target. The same input gives the same bytes. */
export function render(
  issue: IssueDocument,
  template: Template,
  target: Target,
  lang: IssueLang,
  glossary: Glossary = EMPTY_GLOSSARY,
): Rendered {
  const laid = layout(issue, template, lang, glossary);
  const { body, extension } = bodyFor(target, laid, { issue, template, lang });
  return {
    title: laid.title,
    subtitle: laid.subtitle,
    body,
    plain: blocksToPlain(laid.blocks),
    extension,
    findings: [...laid.findings, ...sizeFindings(target, body, lang)],
  };
}

function bodyFor(
  target: Target,
  { title, subtitle, blocks }: Layout,
  { issue, template, lang }: { issue: IssueDocument; template: Template; lang: IssueLang },
): Pick<Rendered, 'body' | 'extension'> {
  switch (target) {
    case 'markdown':
      return { body: blocksToMarkdown([...titleBlocks(title, subtitle), ...blocks]), extension: 'md' };
    case 'buttondown':
      // Its editor takes Markdown; the subject is a field of its own.
      return { body: blocksToMarkdown(blocks), extension: 'md' };
    case 'html':
      return { body: webPage(title, subtitle, blocks, lang), extension: 'html' };
    case 'email':
    case 'stibee':
      // Stibee's HTML editor takes a whole message and sends it as it is.
      return { body: emailPage(title, subtitle, blocks, lang), extension: 'html' };
    case 'substack':
    case 'ghost':
    case 'beehiiv':
      return { body: `${blocksToHtml(blocks)}\n`, extension: 'html' };
    case 'json':
      return { body: issueToJson(issue, template, lang), extension: 'json' };
  }
}

function titleBlocks(title: string, subtitle: string): Block[] {
  const first = heading(1, text(title));
  return subtitle === '' ? [first] : [first, paragraph({ kind: 'emphasis', of: [text(subtitle)] })];
}

function sizeFindings(target: Target, body: string, lang: IssueLang): Finding[] {
  const bytes = Buffer.byteLength(body);
  if ((target !== 'email' && target !== 'stibee') || bytes < EMAIL_MAX_BYTES) return [];
  const message = say('check.size', { n: Math.ceil(bytes / 1000), most: EMAIL_MAX_BYTES / 1000 });
  return [{ rule: 'size', place: { lang, section: '', owner: '', field: '' }, message }];
}
