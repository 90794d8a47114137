import { useState } from 'preact/hooks';
import type { NewSource, SourceProbe } from '../../../wire/sources.ts';
import { post } from '../../api.ts';
import { Dialog } from '../../frame/Dialog.tsx';
import { t } from '../../messages.ts';
import { Probe } from './Probe.tsx';

/** First what stands at the address is shown; only then can it be added. */
export function AddSource({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const [url, setUrl] = useState('');
  const [probe, setProbe] = useState<SourceProbe | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const act = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setTrouble('');
    await work().catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)));
    setBusy(false);
  };
  const look = (): Promise<void> =>
    act(async () => {
      setProbe(null);
      setProbe(await post('/sources/probe', { url: url.trim() }));
    });
  const add = (source: NewSource): Promise<void> =>
    act(async () => {
      await post('/sources/add', source);
      onAdded();
    });
  return (
    <Dialog title={t('sources.add')} onClose={onClose}>
      <form
        class="add-source"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <label for="source-url">{t('sources.url')}</label>
        <div class="address-row">
          <input
            id="source-url"
            type="url"
            required
            placeholder="https://"
            value={url}
            onInput={(event) => setUrl(event.currentTarget.value)}
          />
          <button type="submit" disabled={busy}>
            {busy ? t('sources.asking') : t('sources.look')}
          </button>
        </div>
      </form>
      <p class="trouble" role="alert">
        {trouble}
      </p>
      {probe !== null && <Probe probe={probe} />}
      {probe?.is === 'found' && (
        <Details key={probe.url} probe={probe} busy={busy} onAdd={(source) => void add(source)} />
      )}
    </Dialog>
  );
}

type Found = Extract<SourceProbe, { is: 'found' }>;

function Details({ probe, busy, onAdd }: { probe: Found; busy: boolean; onAdd: (source: NewSource) => void }) {
  const { url, kind, title, known } = probe;
  const [outlet, setOutlet] = useState(title);
  const [section, setSection] = useState<'news' | 'papers'>(kind === 'arxiv' ? 'papers' : 'news');
  const [rival, setRival] = useState(false);
  if (known) return <p>{t('sources.known')}</p>;
  const named = outlet.trim() === '' || outlet === title ? {} : { outlet: outlet.trim() };
  return (
    <form
      class="add-source"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd({ url, kind, title, section, rival, ...named });
      }}
    >
      <label for="source-outlet">{t('sources.outlet')}</label>
      <input id="source-outlet" value={outlet} onInput={(event) => setOutlet(event.currentTarget.value)} />
      <label for="source-section">{t('search.section')}</label>
      <select
        id="source-section"
        value={section}
        onChange={(event) => setSection(event.currentTarget.value === 'papers' ? 'papers' : 'news')}
      >
        <option value="news">{t('data.section.news')}</option>
        <option value="papers">{t('data.section.papers')}</option>
      </select>
      <label class="check">
        <input type="checkbox" checked={rival} onChange={(event) => setRival(event.currentTarget.checked)} />
        {t('sources.isRival')}
      </label>
      <button type="submit" class="primary" disabled={busy}>
        {t('sources.addThis')}
      </button>
    </form>
  );
}
