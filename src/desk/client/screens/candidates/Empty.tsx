import { frame } from '../../live.ts';
import { tell, t } from '../../messages.ts';
import { RunNight } from '../../nights/RunNight.tsx';
import { Running } from '../../nights/Running.tsx';
import { hrefOf } from '../../route.ts';
import { nextHour } from '../../time.ts';
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
      return list.value?.rows.length === 0 ? <NoneYet /> : <Done />;
  }
}

function NoneYet() {
  const lastNight = frame.value?.lastNight ?? null;
  if (lastNight?.running === true)
    return (
      <div class="empty">
        <p>{t('list.running')}</p>
        <Running />
      </div>
    );
  const time = nextHour();
  return (
    <p class="empty">
      {lastNight === null
        ? t('list.first', { time })
        : t('list.none', { time, verdict: lastNight.verdict === null ? t('frame.cut') : tell(lastNight.verdict) })}{' '}
      <RunNight />
    </p>
  );
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
