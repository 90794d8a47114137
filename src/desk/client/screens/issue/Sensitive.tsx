import type { IssueLang } from '../../../../model.ts';
import type { Words } from '../../../wire/words.ts';
import { inBoth, t, tell } from '../../messages.ts';
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
  why: Words | null;
  signedOffBy: Partial<Record<IssueLang, string>>;
  onFlag: (why: Words | null) => void;
}) {
  return (
    <section class="sensitive">
      <label>
        <input
          type="checkbox"
          checked={why !== null}
          onChange={(event) => onFlag(event.currentTarget.checked ? inBoth('sensitive.byEditor') : null)}
        />
        {t('sensitive.needs')}
      </label>
      {why !== null && (
        <p>
          <span class="quiet">{tell(why)}</span>
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
