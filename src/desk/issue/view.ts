import type { IssueLang } from '../../model.ts';
import type { Slot as PrintedSlot } from '../../export/document.ts';
import { loadDocument, type LoadedIssue } from '../../export/load.ts';
import { headingOf, type TemplateSection } from '../../export/template.ts';
import { fillMarkdown, titleOf, valuesOf } from '../../export/fill.ts';
import type { Issue, Slot } from '../../store/issues.ts';
import type { Piece } from '../../store/pieces.ts';
import type { Store } from '../../store/store.ts';
import { isMachine } from '../../store/text-state.ts';
import type { EditorAct } from '../../store/trail.ts';
import type { Wording } from '../../store/wordings.ts';
import type { EditionView, IssueView, PieceView, SectionView, SlotView, TextView } from '../wire/issue.ts';
import { changesSince } from './changes.ts';
import type { Words } from '../wire/words.ts';
import { words } from '../words.ts';

/** An issue with everything that editors see and change of it. */
export async function issueView(store: Store, issue: Issue, { editor, at }: EditorAct): Promise<IssueView> {
  const { number } = issue;
  const [loaded, lineup, pieces, texts, editions, last] = await Promise.all([
    loadDocument(store, issue, ''),
    store.issues.lineup(number),
    store.pieces.of(number),
    store.wordings.inForce(number),
    store.editions.of(number),
    store.lastChange(number, editor),
  ]);
  const { document, template } = loaded;
  const changes = await changesSince(store, lineup, at);
  return {
    number,
    template: template.name,
    languages: template.languages,
    isClosed: issue.closedAt !== null,
    editions: editions.map(editionView),
    people: template.people,
    printedTitle: perLang(template.languages, (lang) => titleOf(document, template, lang)),
    sections: template.sections.map((section) => sectionView(loaded, section)),
    slots: slotViews(loaded, lineup).map((slot) => ({ ...slot, changes: changes.get(slot.id) ?? [] })),
    pieces: pieces.map((piece) => pieceView(loaded, piece)),
    texts: texts.map(textView),
    undo: last && { trail: last.id, action: last.action, owner: last.owner },
  };
}

/** A text as the desk shows it. */
export function textView({ owner, field, lang, value, state, id, author, at, translatedBy }: Wording): TextView {
  return { owner, field, lang, value, state, version: id, author, isMachine: isMachine(author), at, translatedBy };
}

export function editionView({ lang, state, sentAt, signedBy }: EditionView): EditionView {
  return { lang, state, sentAt, signedBy };
}

function perLang<T>(langs: readonly IssueLang[], make: (lang: IssueLang) => T | null): Partial<Record<IssueLang, T>> {
  const pairs = langs.map((lang) => [lang, make(lang)] as const).filter(([, value]) => value !== null);
  return Object.fromEntries(pairs);
}

function sectionView({ document, template }: LoadedIssue, section: TemplateSection): SectionView {
  const { key, kind, level } = section;
  const list = section.kind === 'list' ? section : null;
  const feature = section.kind === 'feature' ? section : null;
  const own = section.kind === 'own' ? section : null;
  return {
    key,
    kind,
    level,
    heading: perLang(template.languages, (lang) => headingOf(template, section, lang)),
    of: list?.of ?? feature?.about ?? null,
    cap: list?.cap ?? feature?.max ?? own?.cap ?? null,
    hasBlurb: list?.line === 'heading',
    limits: list?.blurb ?? feature?.limits ?? null,
    fixed:
      section.kind === 'text'
        ? perLang(template.languages, (lang) => {
            const text = section.text?.[lang];
            return text === undefined ? null : fillMarkdown(text, valuesOf(document, template, lang), lang).trim();
          })
        : {},
  };
}

function pieceView({ document }: LoadedIssue, piece: Piece): PieceView {
  const { id, kind, section, parent, facts, assignee, due, state } = piece;
  const owner = `piece:${id}`;
  const features = document.sections.flatMap((each) => (each.kind === 'feature' ? each.features : []));
  const printed = features.find((each) => each.id === owner);
  const { sensitive, signedOffBy } = printed ?? { sensitive: piece.sensitive, signedOffBy: {} };
  return {
    owner,
    id,
    kind,
    section,
    parent,
    facts: { ...facts },
    assignee,
    due,
    state,
    sensitive: reasonOf(sensitive),
    signedOffBy,
  };
}

/** Slots in the order of the template's sections, each with what is printed of it. */
function slotViews({ document }: LoadedIssue, lineup: readonly Slot[]): Omit<SlotView, 'changes'>[] {
  return document.sections.flatMap((section) =>
    section.kind !== 'list' && section.kind !== 'own'
      ? []
      : section.slots.flatMap((printed) => {
          const row = lineup.find(({ id }) => `slot:${id}` === printed.id);
          return row === undefined ? [] : [slotView(row, printed)];
        }),
  );
}

function slotView(
  row: Slot,
  { url, outlet, original, sources, sensitive, signedOffBy }: PrintedSlot,
): Omit<SlotView, 'changes'> {
  const { id, section, story, item, origin, touchedBy } = row;
  const stands = { owner: `slot:${id}`, id, section, story, item, origin, touchedBy };
  const outlets = [...new Set(sources.map((source) => source.outlet))];
  return { ...stands, url, outlet, original, outlets, sensitive: reasonOf(sensitive), signedOffBy };
}

/** "" where an editor has said that there is no reason. */
function reasonOf(sensitive: string | null): Words | null {
  return sensitive === null || sensitive === '' ? null : words(sensitive);
}
