import { useState } from 'preact/hooks';
import { EXPORT_TARGETS, type ExportTarget, type IssueView } from '../../../wire/issue.ts';
import { get, Refused } from '../../api.ts';
import { t } from '../../messages.ts';
import { adjust, route } from '../../route.ts';
import { lang } from '../../settings.ts';

/** The issue for every place it is published in: copied into an editor, or as a file. */
export function Copy({ view }: { view: IssueView }) {
  const of = view.languages.find((each) => each === route.value.params['lang']) ?? lang.value;
  const [said, setSaid] = useState('');
  const copy = async (to: ExportTarget): Promise<void> => {
    try {
      const { html, plain } = await get('/issue/copy', { number: String(view.number), lang: of, to });
      const parts = { 'text/plain': new Blob([plain], { type: 'text/plain' }) };
      const rich = html === null ? {} : { 'text/html': new Blob([html], { type: 'text/html' }) };
      await navigator.clipboard.write([new ClipboardItem({ ...parts, ...rich })]);
      setSaid(t('copy.done', { to: t(`target.${to}`), lang: t(`lang.${of}`) }));
    } catch (error) {
      setSaid(error instanceof Refused ? error.message : t('copy.failed'));
    }
  };
  return (
    <>
      <p class="choices">
        {view.languages.map((each) => (
          <button key={each} type="button" aria-pressed={each === of} onClick={() => adjust({ lang: each })}>
            {t(`lang.${each}`)}
          </button>
        ))}
      </p>
      <p role="status" class="quiet said">
        {said}
      </p>
      <ul class="targets">
        {EXPORT_TARGETS.map((to) => (
          <li key={to}>
            <span>{t(`target.${to}`)}</span>
            {to !== 'docx' && (
              <button type="button" onClick={() => void copy(to)}>
                {t('copy.copy')}
              </button>
            )}
            <a
              class="button"
              href={`/api/issue/file?${new URLSearchParams({ number: String(view.number), lang: of, to })}`}
              download
            >
              {t('copy.file')}
            </a>
          </li>
        ))}
        <li>
          <span>{t('target.bilingual')}</span>
          <a class="button" href={`/api/issue/file?number=${view.number}&lang=${of}&to=docx&bilingual=yes`} download>
            {t('copy.file')}
          </a>
        </li>
      </ul>
    </>
  );
}
