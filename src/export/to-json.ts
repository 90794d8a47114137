import type { IssueLang } from '../model.ts';
import {
  wordingIn,
  type Figure,
  type IssueDocument,
  type SectionContent,
  type Slot,
  type Wordings,
} from './document.ts';
import { titleOf } from './fill.ts';
import { headingOf, type Template } from './template.ts';

/** An issue in one language as data for other programs: Markdown for texts, null where the language has none. */
export function issueToJson(issue: IssueDocument, template: Template, lang: IssueLang): string {
  const say = (wordings: Wordings): string | null => wordingIn(wordings, lang);
  const sections = template.sections.map((section) => {
    const content = issue.sections.find((each) => each.key === section.key);
    return {
      key: section.key,
      kind: section.kind,
      heading: headingOf(template, section, lang),
      ...(content === undefined ? {} : contentData(content, say)),
    };
  });
  const data = {
    number: issue.number,
    date: issue.sent[lang] ?? issue.date,
    language: lang,
    title: titleOf(issue, template, lang),
    subtitle: say(issue.subtitle),
    cover: issue.cover === null ? null : figureData(issue.cover, say),
    sections,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

type Say = (wordings: Wordings) => string | null;

function contentData(content: SectionContent, say: Say): object {
  switch (content.kind) {
    case 'text':
      return { text: say(content.text) };
    case 'list':
      return { slots: content.slots.map((slot) => slotData(slot, say)) };
    case 'own':
      return {
        slots: content.slots.map((slot) => ({ ...slotData(slot, say), guest: say(slot.guest), medium: slot.medium })),
      };
    case 'prompts':
      return {
        prompts: content.prompts.map(({ model, prompt, figure }) => ({
          model,
          prompt: say(prompt),
          figure: figure === null ? null : figureData(figure, say),
        })),
      };
    case 'letters':
      return { letters: content.letters.map(({ from, text }) => ({ from, text: say(text) })) };
    case 'feature':
      return {
        features: content.features.map((feature) => ({
          id: feature.id,
          title: say(feature.title),
          shortTitle: say(feature.shortTitle),
          links: feature.links,
          parts: feature.parts.map(({ key, heading, text }) => ({
            key,
            heading: heading === null ? null : say(heading),
            text: say(text),
          })),
          figures: feature.figures.map((figure) => figureData(figure, say)),
          takes: feature.takes.map(({ person, text }) => ({ person, text: say(text) })),
        })),
      };
  }
}

function slotData(slot: Slot, say: Say): object {
  return {
    story: slot.story,
    url: slot.url,
    outlet: slot.outlet,
    original: slot.original,
    title: say(slot.title),
    blurb: say(slot.blurb),
  };
}

function figureData(figure: Figure, say: Say): object {
  const { id, url, data, alt, caption, credit, license } = figure;
  return { id, url: url || data, alt: say(alt), caption: say(caption), credit, license };
}
