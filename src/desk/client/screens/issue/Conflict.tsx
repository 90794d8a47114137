import { useState } from 'preact/hooks';
import type { TextView } from '../../../wire/issue.ts';
import { t } from '../../messages.ts';
import { settle, type TextKey } from './drafts.ts';

/** Two who wrote at once: both texts side by side, to pick from or to put together. Nothing is lost until one is picked. */
export function Conflict({ id, theirs, yours, what }: { id: TextKey; theirs: TextView; yours: string; what: string }) {
  const [merged, setMerged] = useState(yours);
  return (
    <section class="conflict" role="group" aria-label={t('conflict.title')}>
      <p class="conflict-head">{t('conflict.what', { name: theirs.author })}</p>
      <div class="conflict-texts">
        <div>
          <h4>{t('conflict.theirs', { name: theirs.author })}</h4>
          <p lang={id.lang}>{theirs.value}</p>
          <button type="button" onClick={() => settle(id, null, what)}>
            {t('conflict.takeTheirs')}
          </button>
        </div>
        <div>
          <h4>{t('conflict.yours')}</h4>
          <textarea
            lang={id.lang}
            rows={4}
            aria-label={t('conflict.yours')}
            value={merged}
            onInput={(event) => setMerged(event.currentTarget.value)}
          />
          <button type="button" class="primary" onClick={() => settle(id, merged, what)}>
            {t('conflict.takeYours')}
          </button>
        </div>
      </div>
    </section>
  );
}
