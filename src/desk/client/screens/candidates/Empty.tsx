import { t } from '../../messages.ts';
import { hrefOf } from '../../route.ts';
import { counts, flag, list, rows, standing, tab } from './state.ts';
import { isInIssue } from './tabs.ts';

/** What an empty list says: why it is empty, and what to do. */
export function Empty() {
  if (flag.value !== 'all') return <p class="empty">{t('list.emptyFlag')}</p>;
  switch (tab.value) {
    case 'held':
      return <p class="empty">{t('list.emptyHeld')}</p>;
    case 'spiked':
      return <p class="empty">{t('list.emptySpiked')}</p>;
    case 'issue':
      return <p class="empty">{t('list.emptyIssue')}</p>;
    case 'news':
    case 'papers':
      return list.value?.rows.length === 0 ? <p class="empty">{t('list.none')}</p> : <Done />;
  }
}

function Done() {
  const inIssue = [...rows.value.values()].filter((row) => isInIssue(row, standing.value));
  const news = inIssue.filter(({ section }) => section === 'news').length;
  const issue = String(list.value?.issue ?? '');
  return (
    <p class="empty">
      {t('list.allDone', { news, papers: counts.value.issue - news, issue })}{' '}
      <a href={hrefOf('issue')}>{t('list.preview')}</a>
    </p>
  );
}
