import type { IssueLang, Night } from '../model.ts';
import type { ReadItem } from '../store/curation.ts';
import type { Issue, Slot as StoredSlot } from '../store/issues.ts';
import { isMachine } from '../store/text-state.ts';
import type { IssueDocument, Medium, OwnSlot, SectionContent, Slot, SourceText, Wordings } from './document.ts';
import type { Template } from './template.ts';

/** The store's rows of one issue. */
export interface IssueRows {
  issue: Issue;
  /** The newest night that worked on it, or the day it was sent. */
  date: Night;
  slots: readonly StoredSlot[];
  /** Every item of every story in the slots, and the items the slots print. */
  items: readonly ReadItem[];
}

/** Makes the document that the exports print out of the store's rows. */
export function assemble(rows: IssueRows, template: Template): IssueDocument {
  const sections = template.sections.flatMap((section): SectionContent[] => {
    const slots = rows.slots.filter((slot) => slot.section === section.key);
    if (section.kind === 'list')
      return [{ key: section.key, kind: 'list', slots: slots.map((slot) => slotOf(slot, rows)) }];
    if (section.kind === 'own')
      return [{ key: section.key, kind: 'own', slots: slots.map((slot) => ownSlotOf(slot, rows)) }];
    return [];
  });
  return { number: rows.issue.number, date: rows.date, title: {}, subtitle: {}, cover: null, sections };
}

function slotOf(slot: StoredSlot, { items }: IssueRows): Slot {
  const printed = items.find(({ id }) => id === slot.item);
  const told = items.filter((item) => item.story === slot.story || item.id === slot.item);
  return {
    id: String(slot.id),
    story: slot.story,
    url: printed?.url ?? '',
    outlet: printed?.outlet ?? '',
    original: { title: printed?.title ?? '', lang: printed?.language ?? '' },
    title: wordings(slot, 'title'),
    blurb: wordings(slot, 'blurb'),
    sources: told.map(sourceText),
    sensitive: null,
    signedOffBy: null,
  };
}

/** Our own titles read "Guest: title" when the feed writes them so. */
function ownSlotOf(slot: StoredSlot, rows: IssueRows): OwnSlot {
  const base = slotOf(slot, rows);
  const url = base.url.toLowerCase();
  const medium: Medium = /podcast|episode|\.mp3/.test(url) ? 'listen' : /video|youtu/.test(url) ? 'watch' : 'read';
  return { ...base, guest: {}, medium };
}

function wordings(slot: StoredSlot, field: string): Wordings {
  const texts = slot.texts.filter((text) => text.field === field);
  const entries = texts.map(({ lang, value, state, author }): [IssueLang, Wordings[IssueLang]] => [
    lang,
    { text: value, state, by: isMachine(author) ? null : author },
  ]);
  return Object.fromEntries(entries);
}

function sourceText(item: ReadItem): SourceText {
  const { url, outlet, title, arxiv } = item;
  return { url, outlet, title, text: item.text || item.summary, license: arxiv?.license ?? null };
}
