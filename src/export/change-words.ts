import type { Change } from '../store/changes.ts';

/** What changed in a report, in words: 'retitled: "A" is now "B"'. */
export function changeInWords({ field, before, after }: Pick<Change, 'field' | 'before' | 'after'>): string {
  return WORDS[field](before ?? '', after ?? '');
}

const WORDS: Readonly<Record<Change['field'], (before: string, after: string) => string>> = {
  title: (before, after) => `retitled: "${before}" is now "${after}"`,
  published: (before, after) => `dated ${after}, before ${before}`,
  updated: (before, after) => `updated ${after}, before ${before}`,
  version: (before, after) => `version ${after}, before ${before || 'none'}`,
  withdrawn: (_, after) => `withdrawn: ${after}`,
  gone: (_, after) => (after === '' ? 'its page is back' : `its page is gone (HTTP ${after})`),
  numbers: (before, after) => `other numbers: "${before}" is now "${after}"`,
  corrected: (_, after) => `corrected: ${after}`,
  development: (_, after) => `a new development: ${after}`,
  forgotten: () => 'its publisher asked us to forget its text: what was written from it still stands',
};
