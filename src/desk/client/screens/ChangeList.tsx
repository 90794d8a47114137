import type { ChangeView } from '../../wire/issue.ts';
import { t } from '../messages.ts';
import { day } from '../time.ts';

/** What came to be of a story, in words, with what stood there before and what stands there now. */
export function ChangeList({ changes }: { changes: readonly ChangeView[] }) {
  return (
    <ul class="change-list">
      {changes.map(({ at, what, before, after }) => (
        <li key={`${at} ${what} ${after ?? ''}`}>
          <time class="quiet">{day(at, true)}</time>{' '}
          {t(what === 'gone' && after === null ? 'change.back' : `change.${what}`)}
          {before !== null && <del>{before}</del>}
          {after !== null && <ins>{after}</ins>}
        </li>
      ))}
    </ul>
  );
}
