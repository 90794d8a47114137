import type { Feature, FeaturePart, Figure, IssueDocument, Letter, OwnSlot, Prompt, Slot, Take } from './document.ts';
import { withoutInvisible } from '../text/invisible.ts';
import { fillText } from './fill.ts';
import { isLabel } from './labels.ts';
import type { Page, Said } from './page.ts';
import { oneLine, parseMarkdown } from './parse.ts';
import { headingOf, labelOf, type ListSection, type TemplateSection } from './template.ts';
import {
  at,
  bullets,
  heading,
  isPrintable,
  linked,
  paragraph,
  strong,
  text,
  type Block,
  type Inline,
  type Spot,
} from './tree.ts';
import { say } from '../text/said.ts';

type SectionOf<Kind extends TemplateSection['kind']> = Extract<TemplateSection, { kind: Kind }>;

/** The short titles of all features, in their order. */
export function layHighlights(page: Page, section: SectionOf<'highlights'>, issue: IssueDocument): Block[] {
  const content = page.template.sections.map(({ key }) => issue.sections.find((each) => each.key === key));
  const features = content.flatMap((each) => (each?.kind === 'feature' ? each.features : []));
  const items = features.flatMap((feature) => {
    const spot = { section: section.key, owner: feature.id, field: 'shortTitle' };
    const said = page.say({ ...feature.title, ...feature.shortTitle }, spot);
    return said === null ? [] : [[text(titleText(said.text)), ...page.mark(said)]];
  });
  return items.length === 0 ? [] : [bullets(items)];
}

/** News as linked headings with a paragraph each, or a list of linked titles. */
export function laySlots(page: Page, section: ListSection, slots: readonly Slot[]): Block[] {
  if (slots.length === 0) return [];
  if (section.line === 'title') return [bullets(slots.map((slot) => titleLine(page, section, slot)))];
  return slots.flatMap((slot) => {
    const spot = { section: section.key, owner: slot.id, field: 'blurb' };
    const title = at({ ...spot, field: 'title' }, [heading(section.level + 1, ...titleLine(page, section, slot))]);
    const said = page.say(slot.blurb, spot);
    return [
      ...title,
      ...(said === null ? [] : at(spot, page.marked(parseMarkdown(said.text, section.level + 1), said))),
    ];
  });
}

function titleLine(page: Page, section: ListSection, slot: Slot): Inline[] {
  const original: Said = { text: slot.original.title, lang: slot.original.lang };
  const said = page.say(slot.title, { section: section.key, owner: slot.id, field: 'title' }, original) ?? original;
  const carried =
    section.of === 'papers' && carriesOriginal(page, said, original) ? [text(` (${titleText(original.text)})`)] : [];
  return [...linked(slot.url, [text(titleText(said.text))]), ...carried, ...page.mark(said)];
}

/** A paper's translated title is printed with the original, by which it is cited and found. */
function carriesOriginal(page: Page, said: Said, original: Said): boolean {
  return said.lang === page.lang && original.lang !== page.lang && !said.text.includes(original.text);
}

/** Items of our own outlet: "Guest: title" and the verb of the medium. */
export function layOwn(page: Page, section: SectionOf<'own'>, slots: readonly OwnSlot[]): Block[] {
  const items = slots.map((slot) => {
    const spot = { section: section.key, owner: slot.id, field: 'title' };
    const title = page.say(slot.title, spot, { text: slot.original.title, lang: slot.original.lang });
    const guest = page.say(slot.guest, { ...spot, field: 'guest' });
    const words = [guest?.text, title?.text].filter((each) => each !== undefined).map(titleText);
    const mark = title === null ? [] : page.mark(title);
    return [
      ...linked(slot.url, [text(words.join(': '))]),
      ...mark,
      text(` – ${labelOf(page.template, slot.medium, page.lang)}`),
    ];
  });
  return items.length === 0 ? [] : [bullets(items)];
}

export function layPrompt(page: Page, section: SectionOf<'prompts'>, prompt: Prompt): Block[] {
  const spot = { section: section.key, owner: prompt.id, field: 'prompt' };
  const said = page.say(prompt.prompt, spot);
  if (said === null) return [];
  const words = paragraph(strong(titleText(prompt.model)), text(`: “${titleText(said.text)}”`), ...page.mark(said));
  return [words, ...(prompt.figure === null ? [] : layFigure(page, prompt.figure, spot))];
}

export function layLetter(page: Page, section: SectionOf<'letters'>, letter: Letter): Block[] {
  const said = page.say(letter.text, { section: section.key, owner: letter.id, field: 'text' });
  if (said === null) return [];
  return [
    { kind: 'quote', of: page.marked(parseMarkdown(said.text, section.level), said) },
    paragraph(text(`— ${letter.from}`)),
  ];
}

/** A feature: title, parts with their figures, takes with their names, and what it rests on. */
export function layFeature(page: Page, section: SectionOf<'feature'>, feature: Feature): Block[] {
  const spot = { section: section.key, owner: feature.id, field: 'title' };
  const figures = placeFigures(page, feature.figures, spot);
  const title = page.say(feature.title, spot);
  const label = fillText(headingOf(page.template, section, page.lang) ?? '', page.values, page.lang);
  const paper = section.about === 'research' ? feature.links[0] : undefined;
  const name = title === null ? [] : [text(titleText(title.text))];
  return [
    heading(
      section.level,
      text(`${label}: `),
      ...(paper === undefined ? name : linked(paper.url, name)),
      ...(title === null ? [] : page.mark(title)),
    ),
    ...feature.parts.flatMap((part) => layPart(page, section, part, spot, figures)),
    ...figures.rest(),
    ...layTakes(page, section, feature.takes, spot),
    ...(paper === undefined ? laySources(page, feature) : []),
  ];
}

function layPart(page: Page, section: TemplateSection, part: FeaturePart, spot: Spot, figures: PlacedFigures): Block[] {
  const place = { ...spot, owner: part.id, field: 'text' };
  const said = page.say(part.text, place);
  if (said === null) return [];
  const own = part.heading === null ? null : page.say(part.heading, { ...place, field: 'heading' });
  const words = own?.text ?? (isLabel(part.key) ? labelOf(page.template, part.key, page.lang) : part.key);
  const body = parseMarkdown(said.text, section.level + 1).flatMap((block) => figures.at(block) ?? [block]);
  return [heading(section.level + 1, text(titleText(words))), ...at(place, page.marked(body, said))];
}

/** Signed takes under one heading; each ends in its editor's name. */
function layTakes(page: Page, section: TemplateSection, takes: readonly Take[], spot: Spot): Block[] {
  const body = takes.flatMap((take) => {
    const place = { ...spot, owner: take.id, field: 'text' };
    const said = page.say(take.text, place);
    if (said === null) return [];
    const name = page.template.people[take.person]?.[page.lang];
    if (name === undefined) page.note('unknown-person', place, say('check.person', { person: take.person }));
    return at(place, signed(page.marked(parseMarkdown(said.text, section.level + 1), said), name ?? take.person));
  });
  return body.length === 0
    ? []
    : [heading(section.level + 1, text(labelOf(page.template, 'take', page.lang))), ...body];
}

function signed(blocks: readonly Block[], name: string): Block[] {
  const last = blocks.at(-1);
  if (last?.kind !== 'paragraph') return [...blocks, paragraph(text(`— ${name}`))];
  return [...blocks.slice(0, -1), paragraph(...last.of, text(` — ${name}`))];
}

function laySources(page: Page, feature: Feature): Block[] {
  if (feature.links.length === 0) return [];
  const links = feature.links.flatMap((link, index) => [
    ...(index === 0 ? [] : [text(', ')]),
    ...linked(link.url, [text(titleText(link.outlet === '' ? link.title : `${link.title} (${link.outlet})`))]),
  ]);
  return [paragraph(text(`${labelOf(page.template, 'sources', page.lang)}: `), ...links)];
}

// ---------------------------------------------------------------------------------------------------------- figures

interface PlacedFigures {
  /** The figure that a block places, laid out; null when it places none. */
  at(block: Block): Block[] | null;
  /** The figures that no text has placed. */
  rest(): Block[];
}

function placeFigures(page: Page, figures: readonly Figure[], spot: Spot): PlacedFigures {
  const placed = new Set<string>();
  return {
    at: (block) => {
      const id = figureIdOf(block);
      if (id === null) return null;
      const figure = figures.find((each) => each.id === id || each.id === `piece:${id}`);
      if (figure === undefined || placed.has(figure.id)) {
        page.note('unknown-figure', spot, say(figure === undefined ? 'check.noFigure' : 'check.figureTwice', { id }));
        return [];
      }
      placed.add(figure.id);
      return layFigure(page, figure, spot);
    },
    rest: () => figures.filter((figure) => !placed.has(figure.id)).flatMap((figure) => layFigure(page, figure, spot)),
  };
}

/** The id in a paragraph that is only `![](figure:ID)`. */
function figureIdOf(block: Block): string | null {
  const [only, ...others] = block.kind === 'paragraph' ? block.of : [];
  if (only?.kind !== 'image' || others.length > 0) return null;
  return /^figure:(.+)$/.exec(only.url)?.[1] ?? null;
}

/** A picture and, as a paragraph of its own, its numbered caption: what editors keep of a figure when it is pasted. */
export function layFigure(page: Page, figure: Figure, spot: Spot): Block[] {
  const place = { ...spot, owner: figure.id };
  // Mail programs, Gmail among them, show no picture that is part of the message's own text.
  if (!isPrintable(figure.url)) page.note('figure-address', { ...place, field: '' }, say('check.figureAddress'));
  const alt = page.say(figure.alt, { ...place, field: 'alt' });
  const caption = page.say(figure.caption, { ...place, field: 'caption' });
  const label = `${labelOf(page.template, 'figure', page.lang)} ${page.nextFigure()}`;
  const words = caption === null ? [] : [text('. '), ...oneLine(parseMarkdown(caption.text)), ...page.mark(caption)];
  const credit = [figure.credit, figure.license].filter((each) => each !== '').join(', ');
  const source = credit === '' ? [] : [text(` (${labelOf(page.template, 'credit', page.lang)}: ${credit})`)];
  return at({ ...place, field: 'figure' }, [
    paragraph({ kind: 'image', url: isPrintable(figure.url) ? figure.url : (figure.data ?? ''), alt: alt?.text ?? '' }),
    paragraph(strong(label), ...words, ...source),
  ]);
}

/** A title as one line of plain text, without characters that would turn around or hide what follows. */
function titleText(title: string): string {
  return withoutInvisible(title).replace(/\s+/g, ' ').trim();
}
