import type { IssueLang } from '../../model.ts';
import { addressKey } from '../../text/urls.ts';
import type { IssueDocument, SectionContent, Slot } from '../document.ts';
import type { Finding, Place } from '../finding.ts';
import type { Template, TemplateSection } from '../template.ts';

/** What a past issue printed. */
export interface PrintedBefore {
  issue: number;
  title: string;
  url: string;
  story: number | null;
}

/** Stories and addresses that stand twice in the issue, or stood in a past one. */
export function checkRepeats(
  issue: IssueDocument,
  template: Template,
  lang: IssueLang,
  past: readonly PrintedBefore[],
): Finding[] {
  const slots = slotsInOrder(issue, template, lang);
  return slots.flatMap(({ slot, place }, index) => {
    const twin = slots.slice(0, index).find((other) => isSame(slot, other.slot));
    const before = past.find((printed) => printed.issue !== issue.number && isSame(slot, printed));
    return [
      ...(twin === undefined
        ? []
        : [{ rule: 'repeat' as const, place, message: `stands in "${twin.place.section}" already` }]),
      ...(before === undefined
        ? []
        : [{ rule: 'printed-before' as const, place, message: `ran in #${before.issue}: ${before.title}` }]),
    ];
  });
}

/** Sections that hold more than the template asks for. */
export function checkCaps(issue: IssueDocument, template: Template, lang: IssueLang): Finding[] {
  return template.sections.flatMap((section) => {
    const content = issue.sections.find((each) => each.key === section.key);
    const [count, cap] = countAndCap(section, content);
    const place = { lang, section: section.key, slot: '', field: '' };
    return count > cap
      ? [{ rule: 'length', place, message: `${count} entries; the template asks for at most ${cap}` }]
      : [];
  });
}

function countAndCap(section: TemplateSection, content: SectionContent | undefined): [count: number, cap: number] {
  if (section.kind === 'list' && content?.kind === 'list') return [content.slots.length, section.cap];
  if (section.kind === 'own' && content?.kind === 'own') return [content.slots.length, section.cap];
  if (section.kind === 'feature' && content?.kind === 'feature') return [content.features.length, section.max];
  return [0, 0];
}

/** Items that may harm somebody need a second pair of eyes. */
export function checkSensitive(issue: IssueDocument, template: Template, lang: IssueLang): Finding[] {
  return slotsInOrder(issue, template, lang).flatMap(({ slot, place }) =>
    slot.sensitive === null || slot.signedOffBy !== null
      ? []
      : [{ rule: 'sensitive', place, message: `${slot.sensitive}: a second editor must sign it off` }],
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
    return slots.map((slot) => ({ slot, place: { lang, section: key, slot: slot.id, field: '' } }));
  });
}

interface Printable {
  story: number | null;
  url: string;
}

function isSame(a: Printable, b: Printable): boolean {
  return (a.story !== null && a.story === b.story) || addressKey(a.url) === addressKey(b.url);
}
