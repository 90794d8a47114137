import { useEffect, useState } from 'preact/hooks';
import type { IssueView, TrailView } from '../../../wire/issue.ts';
import { get, post } from '../../api.ts';
import { t, tell } from '../../messages.ts';
import { day } from '../../time.ts';
import { attempt } from './deeds.ts';
import { rowsOf, titleOfRow } from './rows.ts';
import { lang } from '../../settings.ts';

/** Who did what to the issue, newest first; every change of the lineup can be taken back. */
export function History({ view }: { view: IssueView }) {
  const [rows, setRows] = useState<readonly TrailView[]>([]);
  useEffect(() => {
    get('/issue/history', { number: String(view.number) }).then(setRows, () => setRows([]));
  }, [view]);
  const names = new Map(rowsOf(view).map((row) => [row.owner, titleOfRow(view, row, [lang.value, 'en', 'ko'])]));
  return (
    <ol class="history">
      {rows.map((row) => (
        <li key={row.id} class={row.isUndone ? 'undone' : ''}>
          <time class="quiet">{day(row.at, true)}</time> {row.editor} <strong>{tell(row.name)}</strong>{' '}
          {names.get(row.owner) || tell(row.what)}
          {row.note !== '' && <span class="quiet"> · {row.note}</span>}
          {canUndo(row) && !view.isClosed && (
            <button
              type="button"
              class="quiet"
              onClick={() => void attempt(() => post('/issue/undo', { trail: row.id }))}
            >
              {t('key.undo')}
            </button>
          )}
        </li>
      ))}
      {rows.length === 0 && <li class="quiet">{t('history.none')}</li>}
    </ol>
  );
}

function canUndo({ owner, action, isUndone }: TrailView): boolean {
  return !isUndone && /^(?:slot|piece):/.test(owner) && action !== 'sign';
}
