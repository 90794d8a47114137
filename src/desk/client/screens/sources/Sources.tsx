import { useState } from 'preact/hooks';
import type { SourceRow } from '../../../wire/sources.ts';
import { get } from '../../api.ts';
import { marks } from '../../live.ts';
import { useLoaded } from '../../load.ts';
import { t } from '../../messages.ts';
import { adjust, route } from '../../route.ts';
import { useKeys } from '../../use-keys.ts';
import { AddSource } from './AddSource.tsx';
import { SourceLine } from './SourceLine.tsx';
import { SourcePane } from './SourcePane.tsx';

/** All sources, those that need an editor first. The one that is open stands in the address bar. */
export function Sources() {
  const { data, trouble, again } = useLoaded(() => get('/sources'), [marks.value?.fetch, marks.value?.run]);
  const [adding, setAdding] = useState(false);
  const open = route.value.params['source'];
  const sources = data?.sources ?? [];
  const step = (by: 1 | -1): void => {
    const at = sources.findIndex(({ id }) => id === open);
    adjust({ source: sources[at < 0 ? 0 : Math.min(sources.length - 1, Math.max(0, at + by))]?.id ?? '' });
  };
  useKeys({ next: () => step(1), previous: () => step(-1), back: () => adjust({ source: '' }) });
  const shown = sources.find(({ id }) => id === open);
  return (
    <div class={shown === undefined ? 'sources' : 'sources opened'}>
      <div class="source-list">
        <header class="bar">
          <p role="status">{trouble || needs(sources)}</p>
          <button type="button" class="primary" onClick={() => setAdding(true)}>
            {t('sources.add')}
          </button>
        </header>
        {data !== null && sources.length === 0 && <p class="empty">{t('sources.none')}</p>}
        {sources.length > 0 && (
          <table class="ledger">
            <thead>
              <tr>
                <th scope="col">{t('sources.source')}</th>
                <th scope="col">{t('sources.health')}</th>
                <th scope="col" class="wide">
                  {t('sources.brought', { n: data?.nights.length ?? 0 })}
                </th>
                <th scope="col" class="wide number">
                  {t('sources.answered')}
                </th>
                <th scope="col" class="number">
                  {t('sources.worth')}
                </th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <SourceLine key={source.id} source={source} isOpen={source.id === open} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {shown !== undefined && <SourcePane key={shown.id} source={shown} nights={data?.nights ?? []} onChange={again} />}
      {adding && (
        <AddSource
          onClose={() => setAdding(false)}
          onAdded={() => {
            setAdding(false);
            again();
          }}
        />
      )}
    </div>
  );
}

/** "40 sources: 2 broken, 1 late". */
function needs(sources: readonly SourceRow[]): string {
  if (sources.length === 0) return '';
  const count = (health: SourceRow['health']): number => sources.filter((source) => source.health === health).length;
  const parts = (['broken', 'moved', 'stale', 'late'] as const)
    .filter((health) => count(health) > 0)
    .map((health) => t(`sources.count.${health}`, { n: count(health) }));
  const all = t('sources.count', { n: sources.length });
  return parts.length === 0 ? t('sources.allFine', { all }) : `${all}: ${parts.join(', ')}`;
}
