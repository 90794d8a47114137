import { get } from '../../api.ts';
import { useLoaded } from '../../load.ts';
import { t } from '../../messages.ts';
import { adjust } from '../../route.ts';

const DECISIONS = ['keep', 'hold', 'spike', 'none'] as const;
const SECTIONS = ['news', 'papers'] as const;

/** What narrows a search. */
export function Filters({ filter }: { filter: Readonly<Record<string, string>> }) {
  const { data } = useLoaded(() => get('/sources'), []);
  const set = (name: string) => (event: { currentTarget: HTMLSelectElement | HTMLInputElement }) =>
    adjust({ [name]: event.currentTarget.value });
  return (
    <div class="filters">
      <label>
        {t('search.section')}
        <select value={filter['section'] ?? ''} onChange={set('section')}>
          <option value="">{t('flag.all')}</option>
          {SECTIONS.map((section) => (
            <option key={section} value={section}>
              {t(`data.section.${section}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('search.decision')}
        <select value={filter['decision'] ?? ''} onChange={set('decision')}>
          <option value="">{t('flag.all')}</option>
          {DECISIONS.map((decision) => (
            <option key={decision} value={decision}>
              {t(`data.decision.${decision}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('sources.source')}
        <select value={filter['source'] ?? ''} onChange={set('source')}>
          <option value="">{t('flag.all')}</option>
          {(data?.sources ?? [])
            .toSorted((a, b) => a.title.localeCompare(b.title))
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </select>
      </label>
      <label>
        {t('search.from')}
        <input type="date" value={filter['from'] ?? ''} onChange={set('from')} />
      </label>
      <label>
        {t('search.to')}
        <input type="date" value={filter['to'] ?? ''} onChange={set('to')} />
      </label>
    </div>
  );
}
