import { t } from '../../messages.ts';
import { adjust, hrefOf, route } from '../../route.ts';
import { counts, flag, pace, sort, tab } from './state.ts';
import { FLAG_FILTERS, SORTS, TABS } from './tabs.ts';

/** The tabs with their counts; below them how much is left, the order and the flags. */
export function Tabs() {
  const { params } = route.value;
  return (
    <>
      <nav class="tabs" aria-label={t('tab.label')}>
        {TABS.map((each) => (
          <a
            key={each}
            href={hrefOf('candidates', { ...params, tab: each, story: '', view: '' })}
            aria-current={tab.value === each ? 'true' : undefined}
          >
            {t(`tab.${each}`)} <span class="count">{counts.value[each]}</span>
          </a>
        ))}
      </nav>
      <div class="list-head">
        <Left />
        <select
          aria-label={t('flag.label')}
          value={flag.value}
          onChange={(event) =>
            adjust({ flag: event.currentTarget.value === 'all' ? '' : event.currentTarget.value, story: '' })
          }
        >
          {FLAG_FILTERS.map((each) => (
            <option key={each} value={each}>
              {t(each === 'all' ? 'flag.all' : `flag.filter.${each}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('sort.label')}
          value={sort.value}
          onChange={(event) => adjust({ sort: event.currentTarget.value === 'score' ? '' : event.currentTarget.value })}
        >
          {SORTS.map((each) => (
            <option key={each} value={each}>
              {t(`sort.${each}`)}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

/** "42 stories left, about 11 minutes", by the editor's own pace. */
function Left() {
  const n =
    tab.value === 'news' || tab.value === 'papers' ? counts.value[tab.value] : counts.value.news + counts.value.papers;
  if (n === 0) return <span class="left">{t('list.done')}</span>;
  const minutes = pace.value === null ? null : Math.max(1, Math.round((n * pace.value) / 60_000));
  return <span class="left">{minutes === null ? t('list.left', { n }) : t('list.leftMinutes', { n, minutes })}</span>;
}
