import { t } from '../../messages.ts';
import { hrefOf, route } from '../../route.ts';
import { splitOff } from './actions.ts';
import { page, report } from './pages.ts';

/** The reports of the story; one of them is read. */
export function Reports() {
  const { lead, others = [] } = page.value ?? {};
  if (lead === undefined || others.length === 0) return null;
  const { params } = route.value;
  return (
    <nav class="reports" aria-label={t('story.reports')}>
      {[lead, ...others].map(({ item, outlet, title }) => (
        <a
          key={item}
          href={hrefOf('candidates', { ...params, report: item === lead.item ? '' : String(item) })}
          aria-current={item === report.value?.item ? 'true' : undefined}
          title={title}
        >
          {outlet}
        </a>
      ))}
      {report.value !== null && report.value.item !== page.value?.story && (
        <button type="button" class="quiet" onClick={splitOff}>
          {t('key.split')} <kbd aria-hidden="true">s</kbd>
        </button>
      )}
    </nav>
  );
}
