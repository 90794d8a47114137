import type { IssueLang, TextState } from '../../../../model.ts';
import type { IssueView, PieceView, SectionView, SlotView } from '../../../wire/issue.ts';
import { piecesIn, slotsIn, textOf, wordsOf } from './state.ts';

/** One row of the lineup: what has an editor of its own. */
export type Row = { owner: string; section: SectionView | null } & (
  | { kind: 'issue' }
  | { kind: 'text' }
  | { kind: 'slot'; slot: SlotView }
  | { kind: 'feature' | 'prompt' | 'letter'; piece: PieceView }
);

/** All rows in the issue's reading order. */
export function rowsOf(view: IssueView): Row[] {
  return [{ owner: 'issue', section: null, kind: 'issue' }, ...view.sections.flatMap((each) => rowsIn(view, each))];
}

export function rowsIn(view: IssueView, section: SectionView): Row[] {
  const { key } = section;
  switch (section.kind) {
    case 'text':
      return [{ owner: `section:${key}`, section, kind: 'text' }];
    case 'list':
    case 'own':
      return slotsIn(view, key).map((slot) => ({ owner: slot.owner, section, kind: 'slot', slot }));
    case 'feature':
      return piecesIn(view, 'feature', { section: key }).map((piece) => rowOf('feature', piece, section));
    case 'prompts':
      return piecesIn(view, 'prompt', { section: key }).map((piece) => rowOf('prompt', piece, section));
    case 'letters':
      return piecesIn(view, 'letter', { section: key }).map((piece) => rowOf('letter', piece, section));
    case 'highlights':
      return [];
  }
}

function rowOf(kind: 'feature' | 'prompt' | 'letter', piece: PieceView, section: SectionView): Row {
  return { owner: piece.owner, section, kind, piece };
}

/** What a row is called, in the first language that has words for it; "" when none has. */
export function titleOfRow(view: IssueView, row: Row, langs: readonly IssueLang[]): string {
  switch (row.kind) {
    case 'issue':
      return view.printedTitle[langs[0] ?? 'en'] ?? '';
    case 'text':
      return firstOf(row.section?.heading, langs) || firstLine(firstOf(row.section?.fixed, langs));
    case 'slot':
      return wordsOf(view, row.owner, 'title', langs) || row.slot.original.title;
    case 'feature':
      return wordsOf(view, row.owner, 'title', langs) || reportOf(view, row.piece.id);
    case 'prompt':
      return String(row.piece.facts['model'] ?? '');
    case 'letter':
      return String(row.piece.facts['from'] ?? '');
  }
}

/** The report that a feature rests on first: what it is called while nobody has written a title. */
function reportOf(view: IssueView, feature: number): string {
  return String(piecesIn(view, 'link', { parent: feature })[0]?.facts['title'] ?? '');
}

/** The texts a row is judged by: owner and field. */
export function fieldsOf(view: IssueView, row: Row): { owner: string; field: string }[] {
  const { owner } = row;
  switch (row.kind) {
    case 'issue':
      return [];
    case 'text':
      return [];
    case 'slot':
      return row.section?.hasBlurb === true
        ? [
            { owner, field: 'title' },
            { owner, field: 'blurb' },
          ]
        : [{ owner, field: 'title' }];
    case 'feature': {
      const { id } = row.piece;
      const below = [...piecesIn(view, 'part', { parent: id }), ...piecesIn(view, 'take', { parent: id })];
      return [{ owner, field: 'title' }, ...below.map((piece) => ({ owner: piece.owner, field: 'text' }))];
    }
    case 'prompt':
      return [{ owner, field: 'prompt' }];
    case 'letter':
      return [{ owner, field: 'text' }];
  }
}

const WORST_FIRST: readonly TextState[] = ['missing', 'stale', 'draft', 'checked'];

/** The state of a row in a language: that of the text which needs the most work. */
export function stateOfRow(view: IssueView, row: Row, lang: IssueLang): TextState | null {
  const states = fieldsOf(view, row).map(({ owner, field }) => textOf(view, owner, field, lang)?.state ?? 'missing');
  return WORST_FIRST.find((state) => states.includes(state)) ?? null;
}

function firstOf(texts: Partial<Record<IssueLang, string>> | undefined, langs: readonly IssueLang[]): string {
  return langs.map((lang) => texts?.[lang] ?? '').find((text) => text !== '') ?? '';
}

/** The beginning of a Markdown text, without the addresses of its links. */
function firstLine(text: string): string {
  return text
    .trim()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .slice(0, 120);
}
