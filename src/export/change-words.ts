import type { Change } from '../store/changes.ts';
import { say, type Sentence } from '../text/said.ts';

/** What changed in a report, in words: 'retitled: "A" is now "B"'. */
export function changeInWords({ field, before, after }: Pick<Change, 'field' | 'before' | 'after'>): Sentence {
  const told = { before: before ?? '', after: after ?? '' };
  if (field === 'gone' && told.after === '') return say('change.back');
  if (field === 'version' && told.before === '')
    return say('change.version', { ...told, before: say('change.noVersion') });
  return say(`change.${field}`, told);
}
