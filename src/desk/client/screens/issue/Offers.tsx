import { ISSUE_LANGS } from '../../../../model.ts';
import { t } from '../../messages.ts';
import { Outward } from '../../Outward.tsx';
import { lang } from '../../settings.ts';
import { grounds } from './grounds.ts';

const PARTS = ['what', 'why', 'doubt'] as const;

/** Sentences of the reports, as raw material: who did what, why it matters, what the doubt is. */
export function Offers({ owner }: { owner: string }) {
  const known = grounds.value;
  if (known === null || known.owner !== owner) return null;
  const langs = [lang.value, ...ISSUE_LANGS.filter((each) => each !== lang.value)];
  const of = langs.find((each) => (known.view.offers[each] ?? []).length > 0);
  if (of === undefined) return null;
  const offers = known.view.offers[of] ?? [];
  return (
    <details class="offers">
      <summary>{t('offers.title')}</summary>
      {PARTS.map((part) => {
        const own = offers.filter((offer) => offer.part === part);
        return own.length === 0 ? null : (
          <section key={part}>
            <h4>{t(`offers.${part}`)}</h4>
            <ul>
              {own.map((offer) => (
                <li key={offer.text}>
                  <span lang={of}>{offer.text}</span>{' '}
                  <Outward class="quiet" url={offer.url}>
                    {offer.outlet}
                  </Outward>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <p class="quiet">{t('offers.rewrite')}</p>
    </details>
  );
}
