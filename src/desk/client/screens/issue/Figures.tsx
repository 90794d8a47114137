import { useState } from 'preact/hooks';
import type { IssueView, PieceView } from '../../../wire/issue.ts';
import { uploadFigure } from '../../api.ts';
import { t } from '../../messages.ts';
import { attempt, changePiece, remove } from './deeds.ts';
import { Fact } from './Fact.tsx';
import { piecesIn } from './state.ts';
import { TextFields } from './TextField.tsx';

/** The pictures of a feature or prompt, or the cover: uploaded, with alt text, caption, credit and licence. */
export function Figures({
  view,
  where,
  max = 20,
}: {
  view: IssueView;
  where: { section: string } | { parent: number };
  max?: number;
}) {
  const figures = piecesIn(view, 'figure', where);
  return (
    <>
      {figures.map((figure) => (
        <Figure key={figure.id} view={view} figure={figure} />
      ))}
      {figures.length < max && !view.isClosed && <Upload view={view} where={where} />}
    </>
  );
}

function Figure({ view, figure }: { view: IssueView; figure: PieceView }) {
  const { file, credit, license, url } = figure.facts;
  const change = (key: string) => (value: string) => changePiece(figure, { facts: { [key]: value } });
  return (
    <section class="figure">
      <img src={`/api/figures/${String(file)}`} alt="" width={160} loading="lazy" />
      <div>
        <p class="quiet">
          {t('figure.inText')} <code>{`![](figure:${figure.id})`}</code>
        </p>
        <TextFields owner={figure.owner} field="alt" label={t('field.alt')} />
        <TextFields owner={figure.owner} field="caption" label={t('field.caption')} />
        <div class="assignment">
          <Fact label={t('field.credit')} value={credit} onChange={change('credit')} />
          <Fact label={t('field.license')} value={license} onChange={change('license')} />
          <Fact label={t('field.published')} value={url} onChange={change('url')} />
        </div>
        {!view.isClosed && (
          <button type="button" class="quiet" onClick={() => remove(figure.owner, '')}>
            {t('issue.takeOut')}
          </button>
        )}
      </div>
    </section>
  );
}

function Upload({ view, where }: { view: IssueView; where: { section: string } | { parent: number } }) {
  const [isBusy, setBusy] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setBusy(true);
    await attempt(() => uploadFigure({ issue: view.number, ...where }, file));
    setBusy(false);
  };
  return (
    <label class="upload">
      <span>{t(isBusy ? 'figure.uploading' : 'figure.upload')}</span>
      <input
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        disabled={isBusy}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
    </label>
  );
}
