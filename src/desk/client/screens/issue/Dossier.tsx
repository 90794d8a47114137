import { useState } from 'preact/hooks';
import type { DossierView } from '../../../wire/issue.ts';
import { get } from '../../api.ts';
import { t, tell } from '../../messages.ts';
import { Outward } from '../../Outward.tsx';
import { day } from '../../time.ts';

/** All that is known of what a feature is about; asked for when it is opened. */
export function Dossier({ piece }: { piece: number }) {
  const [known, setKnown] = useState<DossierView | null>(null);
  const load = (): void => {
    if (known === null) get('/features/dossier', { piece: String(piece) }).then(setKnown, () => setKnown(null));
  };
  return (
    <details class="dossier" onToggle={load}>
      <summary>{t('dossier.title')}</summary>
      {known !== null && <Known dossier={known} />}
    </details>
  );
}

function Known({ dossier: { reports, quotations, timeline, abstract, past } }: { dossier: DossierView }) {
  return (
    <>
      {abstract !== null && (
        <section>
          <h4>{t('dossier.abstract')}</h4>
          <p lang="en">{abstract.text}</p>
        </section>
      )}
      <section>
        <h4>{t('dossier.reports', { n: reports.length })}</h4>
        <ul>
          {reports.map((report) => (
            <li key={report.item}>
              <Outward url={report.url} lang={report.language}>
                {report.title}
              </Outward>{' '}
              <span class="quiet">{report.outlet}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h4>{t('dossier.timeline')}</h4>
        <ol class="timeline">
          {timeline.map(({ at, outlet, what, item }) => (
            <li key={`${at} ${item} ${what.en}`}>
              <time class="quiet">{day(at, true)}</time> {outlet}: {tell(what)}
            </li>
          ))}
        </ol>
      </section>
      {quotations.length > 0 && (
        <section>
          <h4>{t('dossier.quotations')}</h4>
          <ul>
            {quotations.map((quotation) => (
              <li key={quotation.quotation} title={quotation.sentence}>
                “{quotation.quotation}” <span class="quiet">{quotation.outlet}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {past.length > 0 && (
        <section>
          <h4>{t('dossier.past')}</h4>
          <ul>
            {past.map((entry) => (
              <li key={`${entry.issue} ${entry.url}`}>
                #{entry.issue} · {entry.title} <span class="quiet">{tell(entry.why)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
