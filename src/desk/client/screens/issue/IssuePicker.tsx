import { useEffect, useState } from 'preact/hooks';
import type { IssueLine } from '../../../wire/issue.ts';
import { get } from '../../api.ts';
import { t } from '../../messages.ts';
import { go } from '../../route.ts';

/** Which issue is shown: the open one, or a past one. */
export function IssuePicker({ number }: { number: number }) {
  const [issues, setIssues] = useState<readonly IssueLine[]>([]);
  useEffect(() => {
    get('/issues').then(setIssues, () => setIssues([]));
  }, [number]);
  if (issues.length < 2) return <h2>{t('frame.issue', { number })}</h2>;
  return (
    <label class="picker">
      <span class="unseen">{t('issue.which')}</span>
      <select value={String(number)} onChange={(event) => go('issue', { number: event.currentTarget.value })}>
        {issues.map((issue) => (
          <option key={issue.number} value={String(issue.number)}>
            {t('frame.issue', { number: issue.number })}
          </option>
        ))}
      </select>
    </label>
  );
}
