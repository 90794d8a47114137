import type { Page } from '../page.ts';
import type { Claim, PageFacts } from '../metadata/facts.ts';
import type { When } from '../metadata/when.ts';

/** What a small reader knows better than the general one; a missing member is left to the general one. */
export interface Known {
  title?: Claim<string> | null;
  authors?: Claim<string[]> | null;
  published?: Claim<When> | null;
  text?: Claim<string> | null;
}

/** Reads pages of one well-known place, whose address says what kind of page it is. */
export interface Reader {
  /** Matches the addresses it is for. */
  address: RegExp;
  read(page: Page, facts: PageFacts, match: RegExpExecArray): Known;
}

/** A claim, or null for an empty value. */
export function claim<T extends string | string[]>(value: T | undefined, from: string): Claim<T> | null {
  return value === undefined || value.length === 0 ? null : { value, from };
}
