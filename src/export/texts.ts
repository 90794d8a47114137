import type { IssueLang } from '../model.ts';
import type {
  Feature,
  Figure,
  IssueDocument,
  SectionContent,
  Slot,
  SourceText,
  Wording,
  Wordings,
} from './document.ts';
import type { Place } from './finding.ts';
import type { Spot } from './tree.ts';
import type { Limit, Template, TemplateSection } from './template.ts';

/** One text an issue prints in one language, with all that a check of it needs. */
export interface PrintedText {
  place: Place;
  /** A title is plain text, a body Markdown. */
  form: 'title' | 'body';
  wording: Wording;
  /** What it may rest on; empty for texts that report nothing. */
  sources: readonly SourceText[];
  limit: Limit | null;
}

/** One text of an issue in all its languages. */
export interface IssueText extends Pick<PrintedText, 'form' | 'sources'> {
  spot: Spot;
  wordings: Wordings;
  limits: Partial<Record<IssueLang, Limit>> | null;
}

/** The texts of an issue that exist in a language, in reading order. */
export function printedTexts(issue: IssueDocument, template: Template, lang: IssueLang): PrintedText[] {
  return issueTexts(issue, template).flatMap(({ spot, wordings, form, sources, limits }) => {
    const wording = wordings[lang];
    if (wording === undefined || wording.text.trim() === '') return [];
    return [{ place: { lang, ...spot }, form, wording, sources, limit: limits?.[lang] ?? null }];
  });
}

/** Every text of an issue that a person may write, in reading order, also those that no language has yet. */
export function issueTexts(issue: IssueDocument, template: Template): IssueText[] {
  return [
    ...textAt({ section: '', owner: 'issue', field: 'title' }, issue.title, 'title'),
    ...textAt({ section: '', owner: 'issue', field: 'subtitle' }, issue.subtitle, 'title'),
    ...(issue.cover === null ? [] : figureTexts(issue.cover, '')),
    ...template.sections.flatMap((section) => {
      const content = issue.sections.find((each) => each.key === section.key);
      return content === undefined ? [] : textsOf(section, content);
    }),
  ];
}

function textAt(
  spot: Spot,
  wordings: Wordings,
  form: PrintedText['form'],
  { sources = [], limits = null }: Partial<Pick<IssueText, 'sources' | 'limits'>> = {},
): IssueText[] {
  return [{ spot, wordings, form, sources, limits }];
}

function textsOf(section: TemplateSection, content: SectionContent): IssueText[] {
  const spot = { section: section.key, owner: `section:${section.key}`, field: 'text' };
  switch (content.kind) {
    case 'text':
      return textAt(spot, content.text, 'body');
    case 'letters':
      return content.letters.flatMap((letter) => textAt({ ...spot, owner: letter.id }, letter.text, 'body'));
    case 'prompts':
      return content.prompts.flatMap(({ id, prompt, figure }) => [
        ...textAt({ ...spot, owner: id, field: 'prompt' }, prompt, 'title'),
        ...(figure === null ? [] : figureTexts(figure, section.key)),
      ]);
    case 'feature':
      return content.features.flatMap((feature) => featureTexts(section, feature));
    case 'own':
      return content.slots.flatMap((slot) => [
        ...textAt({ section: section.key, owner: slot.id, field: 'guest' }, slot.guest, 'title'),
        ...slotTexts(section, slot),
      ]);
    case 'list':
      return content.slots.flatMap((slot) => slotTexts(section, slot));
  }
}

function slotTexts(section: TemplateSection, slot: Slot): IssueText[] {
  const spot = { section: section.key, owner: slot.id, field: 'title' };
  const limits = section.kind === 'list' && section.line === 'heading' ? section.blurb : null;
  return [
    ...textAt(spot, slot.title, 'title', { sources: slot.sources }),
    ...(limits === null
      ? []
      : textAt({ ...spot, field: 'blurb' }, slot.blurb, 'body', { sources: slot.sources, limits })),
  ];
}

function featureTexts(section: TemplateSection, feature: Feature): IssueText[] {
  const spot = { section: section.key, owner: feature.id, field: 'title' };
  const { sources } = feature;
  const limits = section.kind === 'feature' ? (section.limits ?? null) : null;
  return [
    ...textAt(spot, feature.title, 'title', { sources }),
    ...textAt({ ...spot, field: 'shortTitle' }, feature.shortTitle, 'title', { sources }),
    ...feature.parts.flatMap((part, index) => [
      ...(part.heading === null ? [] : textAt({ ...spot, owner: part.id, field: 'heading' }, part.heading, 'title')),
      ...textAt({ ...spot, owner: part.id, field: 'text' }, part.text, 'body', {
        sources,
        limits: index === 0 ? limits : null,
      }),
    ]),
    ...feature.figures.flatMap((figure) => figureTexts(figure, section.key)),
    ...feature.takes.flatMap((take) => textAt({ ...spot, owner: take.id, field: 'text' }, take.text, 'body')),
  ];
}

function figureTexts(figure: Figure, section: string): IssueText[] {
  const spot = { section, owner: figure.id };
  return [
    ...textAt({ ...spot, field: 'alt' }, figure.alt, 'title'),
    ...textAt({ ...spot, field: 'caption' }, figure.caption, 'body'),
  ];
}
