import { useEffect, useState } from 'preact/hooks';
import type { DeedList, DeedRow } from '../../../wire/history.ts';
import { get, post } from '../../api.ts';
import { marks } from '../../live.ts';
import { useLoaded } from '../../load.ts';
import { t, tell } from '../../messages.ts';
import { adjust, hrefOf, route } from '../../route.ts';
import { day } from '../../time.ts';

/** Who did what, newest first; what can go back goes back from here. */
export function History() {
  const { editor = '', story = '' } = route.value.params;
  const query = { ...(editor === '' ? {} : { editor }), ...(story === '' ? {} : { story }) };
  const [trouble, setTrouble] = useState('');
  const [older, setOlder] = useState<readonly DeedList[]>([]);
  const page = useLoaded(() => get('/history', query), [editor, story, marks.value?.version]);
  useEffect(() => setOlder([]), [editor, story]);
  if (page.data === null) return <p class="empty">{page.trouble || t('load.wait')}</p>;
  const pages = [page.data, ...older];
  const before = pages.at(-1)?.before ?? null;
  const undo = async ({ kind, id }: DeedRow): Promise<void> => {
    setTrouble('');
    await post('/history/undo', { kind, id }).catch((error: unknown) =>
      setTrouble(error instanceof Error ? error.message : String(error)),
    );
    page.again();
  };
  const more = async (): Promise<void> =>
    setOlder([...older, await get('/history', { ...query, before: String(before) })]);
  return (
    <div class="deeds">
      <label>
        {t('history.editor')}{' '}
        <select value={editor} onChange={(event) => adjust({ editor: event.currentTarget.value })}>
          <option value="">{t('history.everybody')}</option>
          {page.data.editors.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <p class="trouble" role="alert">
        {trouble}
      </p>
      {page.data.deeds.length === 0 && <p class="empty">{t('history.none')}</p>}
      <ol>
        {pages
          .flatMap(({ deeds }) => deeds)
          .map((deed) => (
            <Deed key={`${deed.kind} ${deed.id}`} deed={deed} onUndo={() => void undo(deed)} />
          ))}
      </ol>
      {before !== null && (
        <button type="button" onClick={() => void more()}>
          {t('history.more')}
        </button>
      )}
    </div>
  );
}

function Deed({ deed, onUndo }: { deed: DeedRow; onUndo: () => void }) {
  const { kind, name, at, editor, story, title, detail, undone, reversible } = deed;
  return (
    <li class={undone ? 'undone' : undefined}>
      <time dateTime={new Date(at).toISOString()}>{day(at, true)}</time>
      <span class="editor">{editor}</span>
      <div>
        <p>
          <span class="badge">{tell(name)}</span>{' '}
          {story !== null && <a href={hrefOf('candidates', { story: String(story) })}>{title ?? `#${story}`}</a>}
        </p>
        {detail.trim() !== '' && <p class="dim">{detail}</p>}
      </div>
      {reversible && (
        <button type="button" onClick={onUndo}>
          {kind === 'text' ? t('history.bringBack') : t('history.undo')}
        </button>
      )}
    </li>
  );
}
