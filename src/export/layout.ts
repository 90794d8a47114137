import type { IssueLang } from '../model.ts';
import { wordingIn, type IssueDocument, type SectionContent } from './document.ts';
import type { Finding } from './finding.ts';
import { fillMarkdown, fillText, titleOf, valuesOf } from './fill.ts';
import { EMPTY_GLOSSARY, type Glossary } from './glossary.ts';
import { oneLine, parseMarkdown } from './parse.ts';
import { layFeature, layFigure, layHighlights, layLetter, layOwn, layPrompt, laySlots } from './sections.ts';
import { createPage, type Page } from './page.ts';
import { headingOf, nameOfSection, type Template, type TemplateSection } from './template.ts';
import { at, heading, plainInline, text, type Block } from './tree.ts';
import { say } from '../text/said.ts';

/** An issue in one language, laid out: title and subtitle apart, because most newsletter editors ask for them apart. */
export interface Layout {
  title: string;
  /** Plain text; "" when there is none. */
  subtitle: string;
  blocks: readonly Block[];
  findings: readonly Finding[];
}

/** Lays out an issue after its template. What a language lacks is printed in another and marked as such. */
export function layout(
  issue: IssueDocument,
  template: Template,
  lang: IssueLang,
  glossary: Glossary = EMPTY_GLOSSARY,
): Layout {
  const page = createPage(template, lang, valuesOf(issue, template, lang), glossary);
  const cover = issue.cover === null ? [] : layFigure(page, issue.cover, { section: '', owner: '', field: '' });
  const sections = template.sections.map((section) => ({ section, ...laySection(page, section, issue) }));
  const kept = sections.filter(
    ({ body, hasHeading }, index) => body.length > 0 || (hasHeading && hasContentBelow(sections.slice(index))),
  );
  const subtitle = wordingIn(issue.subtitle, lang) ?? template.subtitle?.[lang] ?? '';
  return {
    title: titleOf(issue, template, lang),
    subtitle: plainInline(oneLine(parseMarkdown(fillMarkdown(subtitle, page.values, lang)))),
    blocks: [...cover, ...kept.flatMap(({ head, body }) => [...head, ...body])],
    findings: page.findings,
  };
}

interface LaidSection {
  section: TemplateSection;
  head: readonly Block[];
  body: readonly Block[];
  hasHeading: boolean;
}

/** Whether a section that is only a heading stands over sections that have something to print. */
function hasContentBelow([first, ...rest]: readonly LaidSection[]): boolean {
  if (first === undefined) return false;
  const end = rest.findIndex(({ section }) => section.level <= first.section.level);
  return rest.slice(0, end < 0 ? rest.length : end).some(({ body }) => body.length > 0);
}

function laySection(page: Page, section: TemplateSection, issue: IssueDocument): Omit<LaidSection, 'section'> {
  const content = issue.sections.find((each) => each.key === section.key);
  const body = layBody(page, section, content, issue);
  const title = headingOf(page.template, section, page.lang);
  // A feature's heading carries its title, so each prints its own.
  const words = title === null ? '' : fillText(title, page.values, page.lang);
  const head = words === '' || section.kind === 'feature' ? [] : [heading(section.level, text(words))];
  if (body.length === 0 && content !== undefined && section.kind !== 'text')
    page.note(
      section.kind === 'list' ? 'empty' : 'left-out',
      { section: section.key, owner: '', field: '' },
      say('check.empty', { section: nameOfSection(section.key, words) }),
    );
  return { head, body, hasHeading: head.length > 0 };
}

function layBody(
  page: Page,
  section: TemplateSection,
  content: SectionContent | undefined,
  issue: IssueDocument,
): Block[] {
  switch (section.kind) {
    case 'text': {
      const spot = { section: section.key, owner: `section:${section.key}`, field: 'text' };
      const written = content?.kind === 'text' ? page.say(content.text, spot) : null;
      const fixed = section.text?.[page.lang] ?? '';
      const source = written === null ? fixed : written.text;
      const body = parseMarkdown(fillMarkdown(source, page.values, page.lang), section.level);
      return written === null ? body : at(spot, page.marked(body, written));
    }
    case 'highlights':
      return layHighlights(page, section, issue);
    case 'prompts':
      return content?.kind === 'prompts' ? content.prompts.flatMap((each) => layPrompt(page, section, each)) : [];
    case 'feature':
      return content?.kind === 'feature' ? content.features.flatMap((each) => layFeature(page, section, each)) : [];
    case 'own':
      return content?.kind === 'own' ? layOwn(page, section, content.slots) : [];
    case 'list':
      return content?.kind === 'list' ? laySlots(page, section, content.slots) : [];
    case 'letters':
      return content?.kind === 'letters' ? content.letters.flatMap((each) => layLetter(page, section, each)) : [];
  }
}
