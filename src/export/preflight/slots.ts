import type { IssueLang } from '../../model.ts';
import { addressKey } from '../../text/urls.ts';
import type { IssueDocument, SectionContent, Slot } from '../document.ts';
import type { Finding, Place } from '../finding.ts';
import { headingOf, nameOfSection, type Template, type TemplateSection } from '../template.ts';
import { say } from '../../text/said.ts';

/** What a past issue printed. */
export interface PrintedBefore {
  issue: number;
  title: string;
  url: string;
  story: number | null;
}

/** Stories and addresses that stand twice in the issue, or stood in a past one: the newest is named. */
export function checkRepeats(
  issue: IssueDocument,
  template: Template,
  lang: IssueLang,
  past: readonly PrintedBefore[],
): Finding[] {
  const before = new Map<string, PrintedBefore>();
  for (const printed of past.filter((each) => each.issue !== issue.number).toSorted((a, b) => a.issue - b.issue))
    for (const name of namesOf(printed)) before.set(name, printed);
  const stood = new Map<string, Place>();
  return printedPlaces(issue, template, lang).flatMap(({ printable, place }) => {
    const names = namesOf(printable);
    const twin = names.map((name) => stood.get(name)).find((each) => each !== undefined);
    const ran = names.map((name) => before.get(name)).find((each) => each !== undefined);
    for (const name of names) if (!stood.has(name)) stood.set(name, place);
    return [
      ...(twin === undefined || twin.owner === place.owner
        ? []
        : [
            {
              rule: 'repeat' as const,
              place,
              message: say('check.repeat', { section: nameOf(template, twin.section, lang) }),
            },
          ]),
      ...(ran === undefined
        ? []
        : [
            {
              rule: 'printed-before' as const,
              place,
              message: say('check.ran', { issue: ran.issue, title: ran.title }),
            },
          ]),
    ];
  });
}

function nameOf(template: Template, key: string, lang: IssueLang): string {
  const section = template.sections.find((each) => each.key === key);
  return nameOfSection(key, section === undefined ? null : headingOf(template, section, lang));
}

/** Slots, and features under each of their links, in the order in which they are printed. */
function printedPlaces(
  issue: IssueDocument,
  template: Template,
  lang: IssueLang,
): { printable: Printable; place: Place }[] {
  return template.sections.flatMap(({ key }): { printable: Printable; place: Place }[] => {
    const content = issue.sections.find((each) => each.key === key);
    const place = (owner: string): Place => ({ lang, section: key, owner, field: '' });
    if (content?.kind === 'feature')
      return content.features.flatMap(({ id, story, links }) =>
        links.map(({ url }) => ({ printable: { story, url }, place: place(id) })),
      );
    return content?.kind === 'list' || content?.kind === 'own'
      ? content.slots.map((slot) => ({ printable: slot, place: place(slot.id) }))
      : [];
  });
}

/** Sections that hold more than the template asks for. */
export function checkCaps(issue: IssueDocument, template: Template, lang: IssueLang): Finding[] {
  return template.sections.flatMap((section) => {
    const content = issue.sections.find((each) => each.key === section.key);
    const [count, cap] = countAndCap(section, content);
    const place = { lang, section: section.key, owner: '', field: '' };
    return count > cap ? [{ rule: 'length', place, message: say('check.tooMany', { n: count, cap }) }] : [];
  });
}

function countAndCap(section: TemplateSection, content: SectionContent | undefined): [count: number, cap: number] {
  if (section.kind === 'list' && content?.kind === 'list') return [content.slots.length, section.cap];
  if (section.kind === 'own' && content?.kind === 'own') return [content.slots.length, section.cap];
  if (section.kind === 'feature' && content?.kind === 'feature') return [content.features.length, section.max];
  return [0, 0];
}

/** Items and features that may harm somebody need a second pair of eyes. */
export function checkSensitive(issue: IssueDocument, template: Template, lang: IssueLang): Finding[] {
  const features = issue.sections.flatMap((section) =>
    section.kind === 'feature' ? section.features.map((slot) => ({ slot, section: section.key })) : [],
  );
  const slots = slotsInOrder(issue, template, lang).map(({ slot, place }) => ({ slot, section: place.section }));
  return [...features, ...slots].flatMap(({ slot, section }) =>
    slot.sensitive === null || slot.signedOffBy[lang] !== undefined
      ? []
      : [
          {
            rule: 'sensitive',
            place: { lang, section, owner: slot.id, field: '' },
            message: say('check.sensitive', { why: slot.sensitive }),
          },
        ],
  );
}

export function slotsInOrder(
  issue: IssueDocument,
  template: Template,
  lang: IssueLang,
): { slot: Slot; place: Place }[] {
  return template.sections.flatMap(({ key }) => {
    const content = issue.sections.find((each) => each.key === key);
    const slots = content?.kind === 'list' || content?.kind === 'own' ? content.slots : [];
    return slots.map((slot) => ({ slot, place: { lang, section: key, owner: slot.id, field: '' } }));
  });
}

interface Printable {
  story: number | null;
  url: string;
}

function namesOf({ story, url }: Printable): string[] {
  const key = addressKey(url);
  return [...(key === '' ? [] : [key]), ...(story === null ? [] : [`story ${story}`])];
}
