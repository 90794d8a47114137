import type { Instant } from '../model.ts';
import { isWithdrawn, newCorrection, otherNumbers } from '../text/corrections.ts';
import type { ItemRow } from './curation.ts';
import type { Draft } from './hear.ts';
import type { ChangedField } from './schema.ts';

/** One field that is not as it was. */
export interface FieldChange {
  field: ChangedField;
  before: string | null;
  after: string | null;
}

/** What an editor would want to know of: the title, the date, the paper's version, its withdrawal, numbers, corrections. */
export function changesOf(item: ItemRow, draft: Draft, published: Instant): FieldChange[] {
  // A paper that others told of first has no version yet: its first one is none that is newer.
  const before = item.arxiv?.version?.toString();
  const version = before === undefined ? null : (draft.arxiv?.version?.toString() ?? null);
  const compared = [
    { field: 'title', before: item.title, after: draft.title },
    { field: 'published', before: iso(item.published), after: iso(published) },
    { field: 'version', before: before ?? null, after: version },
  ] as const;
  const fields = compared.filter(({ before, after }) => before !== after && after !== null);
  // What a discussion board says under a title are its own counters.
  const told = draft.discussion === null ? [...withdrawal(item, draft), ...textChanges(item, draft)] : [];
  return [...fields, ...told];
}

function withdrawal(item: ItemRow, draft: Draft): FieldChange[] {
  const [was, is] = [
    `${item.arxiv?.comment ?? ''}\n${item.summary}`,
    `${draft.arxiv?.comment ?? ''}\n${draft.summary}`,
  ];
  if (draft.arxiv === null || isWithdrawn(was) || !isWithdrawn(is)) return [];
  return [{ field: 'withdrawn', before: null, after: draft.arxiv.comment ?? draft.summary.slice(0, 300) }];
}

function textChanges(item: ItemRow, draft: Draft): FieldChange[] {
  const [was, is] = [`${item.title}\n\n${item.summary}`, `${draft.title}\n\n${draft.summary}`];
  return changesBetween(was, is, draft.language);
}

/** Other numbers in a sentence, and a correction that was not there. */
export function changesBetween(was: string, is: string, language: string): FieldChange[] {
  const numbers = otherNumbers(was, is, language).map((pair) => ({ field: 'numbers' as const, ...pair }));
  const correction = newCorrection(was, is, language);
  return correction === null ? numbers : [...numbers, { field: 'corrected', before: null, after: correction }];
}

/** As changes write a moment. */
export function iso(at: Instant): string {
  return new Date(at).toISOString();
}
