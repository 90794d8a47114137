import { useRef, useState } from 'preact/hooks';
import type { SourceChange, SourceProbe, SourceRow } from '../../../wire/sources.ts';
import { post } from '../../api.ts';
import { Sparkline } from '../../charts/Sparkline.tsx';
import { tell, t } from '../../messages.ts';
import { adjust, hrefOf } from '../../route.ts';
import { day } from '../../time.ts';
import { useFieldValue } from '../../use-field-value.ts';
import { Probe } from './Probe.tsx';
import { broughtWords, Health } from './SourceLine.tsx';

interface Props {
  source: SourceRow;
  nights: readonly string[];
  onChange: () => void;
}

/** One source: how it is, what it is worth, and what an editor may do about it. */
export function SourcePane({ source, nights, onChange }: Props) {
  const { id, title, url, health, enabled, weight, diagnosis, switchedOff, moved } = source;
  const [said, setSaid] = useState('');
  const [probe, setProbe] = useState<SourceProbe | null>(null);
  const [busy, setBusy] = useState(false);
  const weightField = useRef<HTMLInputElement>(null);
  useFieldValue(weightField, String(weight));
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setSaid('');
    await work().catch((error: unknown) => setSaid(error instanceof Error ? error.message : String(error)));
    setBusy(false);
  };
  const change = (set: Omit<SourceChange, 'source'>): Promise<void> =>
    act(async () => {
      await post('/sources/change', { source: id, ...set });
      onChange();
    });
  const test = (): Promise<void> => act(async () => setProbe(await post('/sources/test', { source: id })));
  return (
    <section class="source-pane" aria-labelledby="source-title">
      <button type="button" class="quiet back" onClick={() => adjust({ source: '' })}>
        ← {t('sources.back')}
      </button>
      <h2 id="source-title">{title}</h2>
      <p class="address">
        <a href={url} target="_blank" rel="noreferrer noopener">
          {url}
        </a>
      </p>
      <p>
        <Health health={health} />
      </p>
      <p class="diagnosis">{tell(switchedOff ?? diagnosis) || t('sources.notAsked')}</p>
      {moved !== null && (
        <div class="proposal">
          <p>{t('sources.moved', { to: moved.to, n: moved.nights })}</p>
          <button type="button" class="primary" disabled={busy} onClick={() => void change({ move: true })}>
            {t('sources.move')}
          </button>
        </div>
      )}
      <div class="acts">
        <button type="button" disabled={busy} onClick={() => void test()}>
          {busy ? t('sources.asking') : t('sources.test')}
        </button>
        <button
          type="button"
          disabled={busy}
          onClick={() => void change({ enabled: !enabled || switchedOff !== null })}
        >
          {enabled && switchedOff === null ? t('sources.pause') : t('sources.resume')}
        </button>
        <label>
          {t('sources.weight')}
          <input
            ref={weightField}
            type="number"
            min="0"
            max="10"
            step="0.1"
            defaultValue={weight}
            disabled={busy}
            onChange={(event) => void change({ weight: event.currentTarget.valueAsNumber })}
          />
        </label>
      </div>
      <p class="trouble" role="alert">
        {said}
      </p>
      {probe !== null && <Probe probe={probe} />}
      <Facts source={source} nights={nights} />
    </section>
  );
}

function Facts({ source, nights }: Pick<Props, 'source' | 'nights'>) {
  const { id, brought, offered, kept, answeredAt, newAt } = source;
  return (
    <dl class="source-facts">
      <dt>{t('sources.brought', { n: nights.length })}</dt>
      <dd>
        <Sparkline values={brought} label={broughtWords(source)} /> {broughtWords(source)}
      </dd>
      <dt>{t('sources.worth')}</dt>
      <dd>{t('sources.worthIs', { kept, offered })}</dd>
      <dt>{t('sources.answered')}</dt>
      <dd>{answeredAt === null ? t('sources.never') : day(answeredAt, true)}</dd>
      <dt>{t('sources.lastNew')}</dt>
      <dd>{newAt === null ? t('sources.never') : day(newAt)}</dd>
      <dt>{t('sources.everything')}</dt>
      <dd>
        <a href={hrefOf('nights')}>{t('screen.nights')}</a> ·{' '}
        <a href={hrefOf('search', { source: id })}>{t('screen.search')}</a>
      </dd>
    </dl>
  );
}
