import type { TextState } from '../model.ts';

/** The authors that are no persons: the night (extracts) and the writer (an optional model). */
export const NIGHT = 'night';
export const WRITER = 'writer';

export function isMachine(author: string): boolean {
  return author === NIGHT || author === WRITER;
}

/** One version of a text, as far as the states of the two languages depend on it. */
export interface Version {
  id: number;
  value: string;
  state: 'draft' | 'checked';
  author: string;
  basedOn: number | null;
  /** The text of the version that `basedOn` names; null when it names none. */
  basedOnValue: string | null;
}

/**
 * The state of a text beside the one in force in the other language (null when there is none). Of two texts of which
 * neither was made from, or read against, what the other says now, the older one is stale. Extracts that a night took
 * from two reports never claim to be one text, so neither makes the other stale.
 */
export function stateOf(text: Version, other: Version | null): TextState {
  if (isEmpty(text)) return 'missing';
  if (other === null || isEmpty(other) || agree(text, other) || text.id > other.id) return text.state;
  return isExtract(text) && isExtract(other) ? text.state : 'stale';
}

function agree(a: Version, b: Version): boolean {
  return a.basedOnValue === b.value || b.basedOnValue === a.value;
}

function isExtract({ author, basedOn }: Version): boolean {
  return isMachine(author) && basedOn === null;
}

export function isEmpty({ value }: Pick<Version, 'value'>): boolean {
  return value.trim() === '';
}
