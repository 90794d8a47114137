import type { IssueLang, Night } from '../model.ts';
import { resolveParticles } from '../text/josa.ts';
import { wordingIn, type IssueDocument } from './document.ts';
import type { Template } from './template.ts';

/**
 * The text of a template with {name} replaced by its value, Korean particles agreeing with what was put in. A name
 * without a value stays as it is.
 */
export function fillText(source: string, values: ReadonlyMap<string, string>, lang: IssueLang): string {
  const filled = source.replace(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
  return lang === 'ko' ? resolveParticles(filled) : filled;
}

/** The same for Markdown: what is put in is plain text, so characters that mean something there are escaped. */
export function fillMarkdown(source: string, values: ReadonlyMap<string, string>, lang: IssueLang): string {
  const escaped = [...values].map(([name, value]): [string, string] => [
    name,
    value.replace(/[\\`*_[\]<>&~|#!]/g, '\\$&'),
  ]);
  return fillText(source, new Map(escaped), lang);
}

/** What {name} stands for in an issue: the template's own values, then number, date and topics. */
export function valuesOf(issue: IssueDocument, template: Template, lang: IssueLang): ReadonlyMap<string, string> {
  const own = Object.entries(template.values).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : (value[lang] ?? ''),
  ]);
  return new Map([
    ...own,
    ['number', String(issue.number)],
    ['date', longDate(issue.sent[lang] ?? issue.date, lang)],
    ['topics', topicsOf(issue, lang).join(lang === 'ko' ? ', ' : ' and ')],
  ]);
}

/** The title of an issue: the editor's, else the one proposed from its two top features. */
export function titleOf(issue: IssueDocument, template: Template, lang: IssueLang): string {
  const written = wordingIn(issue.title, lang);
  const pattern = written ?? template.title[lang] ?? '';
  const hasTopics = topicsOf(issue, lang).length > 0;
  return fillText(
    hasTopics ? pattern : pattern.replace(/[:,]?\s*\{topics\}/, ''),
    valuesOf(issue, template, lang),
    lang,
  );
}

/** Short titles of the two top features; without features, the titles of the two top slots. */
function topicsOf(issue: IssueDocument, lang: IssueLang): string[] {
  const features = issue.sections.flatMap((section) => (section.kind === 'feature' ? section.features : []));
  const slots = issue.sections.flatMap((section) => (section.kind === 'list' ? section.slots : []));
  const names =
    features.length > 0
      ? features.map((feature) => wordingIn(feature.shortTitle, lang) ?? wordingIn(feature.title, lang))
      : slots.map((slot) => wordingIn(slot.title, lang));
  return names.filter((name) => name !== null).slice(0, 2);
}

/** A night in words: "August 26, 2024", "2024년 8월 26일". */
export function longDate(night: Night, lang: IssueLang): string {
  const format = new Intl.DateTimeFormat(lang === 'ko' ? 'ko-KR' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${night}T00:00:00Z`));
}
