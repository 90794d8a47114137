import { useState } from 'preact/hooks';
import type { EditionView, IssueView } from '../../../wire/issue.ts';
import { Dialog } from '../../frame/Dialog.tsx';
import { t } from '../../messages.ts';
import { stepEdition } from './deeds.ts';

/** How far the issue is in each language, and the step that comes next. */
export function Editions({ view }: { view: IssueView }) {
  return (
    <ul class="editions">
      {view.editions.map((edition) => (
        <li key={edition.lang}>
          <Edition view={view} edition={edition} />
        </li>
      ))}
    </ul>
  );
}

function Edition({ view, edition }: { view: IssueView; edition: EditionView }) {
  const { lang, state, signedBy } = edition;
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <span>
        {t(`lang.${lang}`)}: <strong>{t(`edition.state.${state}`)}</strong>
        {signedBy !== null && ` · ${t('edition.signedBy', { name: signedBy })}`}
      </span>
      {state === 'draft' && (
        <button type="button" onClick={() => void stepEdition(view, lang, 'review')}>
          {t('edition.askReview')}
        </button>
      )}
      {state === 'review' && signedBy === null && (
        <button type="button" onClick={() => void stepEdition(view, lang, 'sign')}>
          {t('edition.sign')}
        </button>
      )}
      {state === 'review' && signedBy !== null && (
        <button type="button" class="primary" onClick={() => setAsking(true)}>
          {t('edition.send')}
        </button>
      )}
      {state === 'review' && (
        <button type="button" class="quiet" onClick={() => void stepEdition(view, lang, 'return')}>
          {t('edition.sendBack')}
        </button>
      )}
      {isAsking && (
        <Dialog title={t('edition.send')} onClose={() => setAsking(false)}>
          <p>{t('edition.sendMeans', { lang: t(`lang.${lang}`), number: view.number })}</p>
          <p class="dialog-buttons">
            <button
              type="button"
              class="primary"
              onClick={() => {
                setAsking(false);
                void stepEdition(view, lang, 'send');
              }}
            >
              {t('edition.markSent')}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
