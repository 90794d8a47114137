import type { IssueLang } from '../../../../model.ts';
import { t } from '../../messages.ts';
import { sign } from './deeds.ts';

/** Whether a second pair of eyes is needed, why, and whose they were. */
export function Sensitive({
  owner,
  languages,
  why,
  signedOffBy,
  onFlag,
}: {
  owner: string;
  languages: readonly IssueLang[];
  why: string | null;
  signedOffBy: Partial<Record<IssueLang, string>>;
  onFlag: (why: string | null) => void;
}) {
  const isFlagged = why !== null && why !== '';
  return (
    <section class="sensitive">
      <label>
        <input
          type="checkbox"
          checked={isFlagged}
          onChange={(event) => onFlag(event.currentTarget.checked ? t('sensitive.byEditor') : '')}
        />
        {t('sensitive.needs')}
      </label>
      {isFlagged && (
        <p>
          <span class="quiet">{why}</span>
          {languages.map((lang) => {
            const signer = signedOffBy[lang];
            return signer === undefined ? (
              <button key={lang} type="button" onClick={() => void sign(owner, lang)}>
                {t('sensitive.sign', { lang: t(`lang.${lang}`) })}
              </button>
            ) : (
              <span key={lang} class="signed">
                {t('sensitive.signedBy', { lang: t(`lang.${lang}`), name: signer })}
              </span>
            );
          })}
        </p>
      )}
    </section>
  );
}
