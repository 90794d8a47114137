import type { IssueLang } from '../model.ts';
import type { PrintedEntry, SentIssue } from '../store/printed.ts';
import { wordingIn, type Feature, type IssueDocument, type Slot } from './document.ts';
import type { Glossary } from './glossary.ts';
import { oneLine, parseMarkdown } from './parse.ts';
import { render } from './render.ts';
import type { Template } from './template.ts';
import { plainInline } from './tree.ts';

/** What readers of an issue get in one language: what memory, training and corrections rest on. */
export function sentIssue(issue: IssueDocument, template: Template, lang: IssueLang, glossary: Glossary): SentIssue {
  const entries = template.sections.flatMap((section): PrintedEntry[] => {
    const content = issue.sections.find((each) => each.key === section.key);
    if (section.kind === 'list' && content?.kind === 'list')
      return content.slots.map((slot) => entryOf(slot, section.of, lang));
    if (content?.kind === 'own') return content.slots.map((slot) => entryOf(slot, 'own', lang));
    return content?.kind === 'feature' ? content.features.flatMap((feature) => featureEntries(feature, lang)) : [];
  });
  return { entries, markdown: render(issue, template, 'markdown', lang, glossary).body };
}

function entryOf({ title, original, url, blurb, story }: Slot, section: string, lang: IssueLang): PrintedEntry {
  return {
    section,
    title: wordingIn(title, lang) ?? original.title,
    url,
    text: plainWords(wordingIn(blurb, lang) ?? ''),
    story,
  };
}

function featureEntries({ title, links, parts, story }: Feature, lang: IssueLang): PrintedEntry[] {
  const text = parts.map((part) => plainWords(wordingIn(part.text, lang) ?? '')).join('\n\n');
  return links.map(({ url, title: name }) => ({
    section: 'feature',
    title: wordingIn(title, lang) ?? name,
    url,
    text,
    story,
  }));
}

function plainWords(markdown: string): string {
  return plainInline(oneLine(parseMarkdown(markdown)));
}
