import type { Slot as StoredSlot } from '../store/issues.ts';
import { featuresOf, lettersOf, promptsOf } from './assemble-pieces.ts';
import type { IssueDocument, Medium, OwnSlot, SectionContent, Slot } from './document.ts';
import { figureOf, judged, signers, sourceText, wordings, type IssueRows } from './rows.ts';
import type { Template } from './template.ts';

/** Makes the document that the exports print out of the store's rows. */
export function assemble(rows: IssueRows, template: Template): IssueDocument {
  const sections = template.sections.flatMap((section): SectionContent[] => {
    const { key } = section;
    const slots = rows.slots.filter((slot) => slot.section === key);
    switch (section.kind) {
      case 'list':
        return [{ key, kind: 'list', slots: slots.map((slot) => slotOf(slot, rows)) }];
      case 'own':
        return [{ key, kind: 'own', slots: slots.map((slot) => ownSlotOf(slot, rows)) }];
      case 'text':
        return [{ key, kind: 'text', text: wordings(rows, `section:${key}`, 'text') }];
      case 'feature':
        return [{ key, kind: 'feature', features: featuresOf(rows, key) }];
      case 'prompts':
        return [{ key, kind: 'prompts', prompts: promptsOf(rows, key) }];
      case 'letters':
        return [{ key, kind: 'letters', letters: lettersOf(rows, key) }];
      case 'highlights':
        return [];
    }
  });
  const [cover] = rows.pieces.flatMap((piece) =>
    piece.kind === 'figure' && piece.section === '' && piece.parent === null ? [figureOf(rows, piece)] : [],
  );
  return {
    number: rows.issue.number,
    date: rows.date,
    sent: Object.fromEntries(rows.editions.flatMap(({ lang, date }) => (date === null ? [] : [[lang, date]]))),
    title: wordings(rows, 'issue', 'title'),
    subtitle: wordings(rows, 'issue', 'subtitle'),
    cover: cover ?? null,
    sections,
  };
}

function slotOf(slot: StoredSlot, rows: IssueRows): Slot {
  const printed = rows.items.find(({ id }) => id === slot.item);
  const told = rows.items.filter((item) => (item.story !== null && item.story === slot.story) || item.id === slot.item);
  const id = `slot:${slot.id}`;
  const title = wordings(rows, id, 'title');
  const blurb = wordings(rows, id, 'blurb');
  const sources = told.map(sourceText);
  return {
    id,
    story: slot.story,
    url: printed?.url ?? '',
    outlet: printed?.outlet ?? '',
    original: { title: printed?.title ?? '', lang: printed?.language ?? '' },
    title,
    blurb,
    sources,
    sensitive: judged(slot.sensitive, [title, blurb], sources),
    signedOffBy: signers(rows, id),
  };
}

/** Our own titles read "Guest: title" when the feed writes them so. */
function ownSlotOf(slot: StoredSlot, rows: IssueRows): OwnSlot {
  const base = slotOf(slot, rows);
  const url = base.url.toLowerCase();
  const medium: Medium = /podcast|episode|\.mp3/.test(url) ? 'listen' : /video|youtu/.test(url) ? 'watch' : 'read';
  return { ...base, guest: wordings(rows, base.id, 'guest'), medium };
}
