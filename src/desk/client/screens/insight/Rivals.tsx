import { get } from '../../api.ts';
import { marks } from '../../live.ts';
import { useLoaded } from '../../load.ts';
import { t } from '../../messages.ts';
import { adjust, hrefOf, route } from '../../route.ts';
import { day } from '../../time.ts';

/** What other newsletters ran, and what we did with it; without what we ran too, unless asked for. */
export function Rivals() {
  const { data, trouble } = useLoaded(() => get('/insight'), [marks.value?.decision, marks.value?.run]);
  if (data === null) return <p class="empty">{trouble || t('load.wait')}</p>;
  if (data.rivalSources.length === 0) return <p class="empty">{t('rivals.none')}</p>;
  const showsAll = route.value.params['all'] === '1';
  const shared = data.rivals.filter(({ ours }) => ours === 'ran' || ours === 'kept');
  const shown = showsAll ? data.rivals : data.rivals.filter((story) => !shared.includes(story));
  return (
    <div class="rivals">
      <p class="headline">{t('rivals.count', { n: data.rivals.length - shared.length, all: data.rivals.length })}</p>
      <p class="dim">{t('rivals.about', { names: data.rivalSources.join(', ') })}</p>
      <label class="check">
        <input type="checkbox" checked={showsAll} onChange={() => adjust({ all: showsAll ? '' : '1' })} />
        {t('rivals.all')}
      </label>
      <ol>
        {shown.map(({ story, title, rivals, at, ours, rank }) => (
          <li key={story}>
            <a class="title" href={hrefOf('candidates', { story: String(story) })}>
              {title}
            </a>
            <p class="dim">
              <span>{rivals.join(', ')}</span> <span>{day(at)}</span>{' '}
              <span class="badge">{t(`rivals.ours.${ours}`)}</span>{' '}
              {rank !== null && <span>{t('rivals.rank', { rank })}</span>}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
