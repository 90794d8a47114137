import type { IssueLang } from '../model.ts';
import type { IssueDocument } from './document.ts';
import type { Finding, FindingRule } from './finding.ts';
import type { Glossary } from './glossary.ts';
import { layout } from './layout.ts';
import { checkFigures } from './preflight/figures.ts';
import { checkKorean } from './preflight/korean.ts';
import { checkLink, markdownLinks, type LinkFact, type PrintedLink } from './preflight/links.ts';
import { checkCaps, checkRepeats, checkSensitive, slotsInOrder, type PrintedBefore } from './preflight/slots.ts';
import { checkSources, checkWording } from './preflight/wording.ts';
import type { Template } from './template.ts';
import { printedTexts, type PrintedText } from './texts.ts';

export type { LinkFact, PrintedBefore };

/** What is known beside the issue itself. */
export interface PreflightFacts {
  glossary: Glossary;
  /** Answers by address; an address that was not asked is not judged. */
  links: ReadonlyMap<string, LinkFact>;
  past: readonly PrintedBefore[];
}

/** Findings that no switch turns into warnings: an issue with one of them is not exported. */
export const REFUSED_RULES: readonly FindingRule[] = ['unsourced-link'];

/** Everything an editor should look at before an issue goes out in a language, in reading order within each check. */
export function preflight(issue: IssueDocument, template: Template, lang: IssueLang, facts: PreflightFacts): Finding[] {
  const texts = printedTexts(issue, template, lang);
  return [
    ...layout(issue, template, lang, facts.glossary).findings,
    ...texts.flatMap((text) => [...checkWording(text), ...checkSources(text)]),
    ...linksOf(issue, template, lang, texts).flatMap((link) => checkLink(link, facts.links)),
    ...checkCaps(issue, template, lang),
    ...checkRepeats(issue, template, lang, facts.past),
    ...checkFigures(issue, lang),
    ...checkSensitive(issue, template, lang),
    ...(lang === 'ko' ? checkKorean(texts, facts.glossary) : []),
  ];
}

/** Not every issue has letters or prompts: that such a section is left out is said, and refuses nothing. */
const NOTES: readonly FindingRule[] = ['left-out'];

/** Whether an issue may be exported: never with a refused finding, under `strict` only without any but notes. */
export function mayExport(findings: readonly Finding[], strict: boolean): boolean {
  return !findings.some(({ rule }) => (strict ? !NOTES.includes(rule) : REFUSED_RULES.includes(rule)));
}

/** Every address an issue prints, once: what the network is asked about. */
export function printedAddresses(issue: IssueDocument, template: Template, lang: IssueLang): string[] {
  const links = linksOf(issue, template, lang, printedTexts(issue, template, lang));
  return [...new Set(links.map(({ url }) => url))].filter((url) => /^https?:/i.test(url));
}

function linksOf(
  issue: IssueDocument,
  template: Template,
  lang: IssueLang,
  texts: readonly PrintedText[],
): PrintedLink[] {
  const slots = slotsInOrder(issue, template, lang).map(({ slot, place }) => ({
    place,
    url: slot.url,
    words: slot.original.title,
  }));
  const features = issue.sections.flatMap((section) =>
    section.kind !== 'feature'
      ? []
      : section.features.flatMap(({ id, links }) =>
          links.map(({ url, title }) => ({
            place: { lang, section: section.key, owner: id, field: 'links' },
            url,
            words: title,
          })),
        ),
  );
  const written = texts
    .filter(({ form }) => form === 'body')
    .flatMap(({ place, wording }) => markdownLinks(place, wording.text));
  return [...slots, ...features, ...written];
}
