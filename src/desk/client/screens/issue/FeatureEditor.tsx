import { useState } from 'preact/hooks';
import type { IssueView, PieceView, SectionView } from '../../../wire/issue.ts';
import { PIECE_STATES } from '../../../wire/issue.ts';
import { t } from '../../messages.ts';
import { Outward } from '../../Outward.tsx';
import { addPiece, changePiece, remove, step, type PieceEdit } from './deeds.ts';
import { Dossier } from './Dossier.tsx';
import { Fact, TakeOut } from './Fact.tsx';
import { Figures } from './Figures.tsx';
import { Sensitive } from './Sensitive.tsx';
import { piecesIn } from './state.ts';
import { TextFields } from './TextField.tsx';
import { lang } from '../../settings.ts';

/** A feature: who writes it by when, its titles, parts, figures, takes and sources. */
export function FeatureEditor({
  view,
  piece,
  section,
}: {
  view: IssueView;
  piece: PieceView;
  section: SectionView | null;
}) {
  const parts = piecesIn(view, 'part', { parent: piece.id });
  return (
    <>
      <Assignment piece={piece} />
      <TextFields owner={piece.owner} field="title" label={t('field.title')} />
      <TextFields owner={piece.owner} field="shortTitle" label={t('field.shortTitle')} />
      {parts.map((part, index) => (
        <Part key={part.id} view={view} part={part} limits={index === 0 ? (section?.limits ?? null) : null} />
      ))}
      {!view.isClosed && (
        <button
          type="button"
          onClick={() =>
            void addPiece(view, { kind: 'part', section: piece.section, parent: piece.id }, { key: 'more' })
          }
        >
          {t('feature.addPart')}
        </button>
      )}
      <h3>{t('feature.takes')}</h3>
      <Takes view={view} feature={piece} />
      <h3>{t('feature.figures')}</h3>
      <Figures view={view} where={{ parent: piece.id }} />
      <h3>{t('feature.links')}</h3>
      <Links view={view} feature={piece} />
      <Sensitive
        owner={piece.owner}
        languages={view.languages}
        why={piece.sensitive}
        signedOffBy={piece.signedOffBy}
        onFlag={(sensitive) => changePiece(piece, { sensitive })}
      />
      <Dossier piece={piece.id} />
      <TakeOut view={view} owner={piece.owner} />
    </>
  );
}

function Assignment({ piece }: { piece: PieceView }) {
  const change = (edit: PieceEdit): void => changePiece(piece, edit);
  return (
    <div class="assignment">
      <Fact
        label={t('feature.assignee')}
        value={piece.assignee}
        onChange={(name) => change({ assignee: name || null })}
      />
      <Fact label={t('feature.due')} type="date" value={piece.due} onChange={(due) => change({ due: due || null })} />
      <label class="fact">
        <span>{t('feature.state')}</span>
        <select
          value={piece.state}
          onChange={(event) => {
            const state = PIECE_STATES.find((each) => each === event.currentTarget.value);
            if (state !== undefined) change({ state });
          }}
        >
          {PIECE_STATES.map((state) => (
            <option key={state} value={state}>
              {t(`piece.${state}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Parts that every feature starts with have a label of the template's; others have a heading of their own. */
const LABELLED = ['summary', 'overview'] as const;

function Part({ view, part, limits }: { view: IssueView; part: PieceView; limits: SectionView['limits'] }) {
  const label = LABELLED.find((key) => key === part.facts['key']);
  return (
    <section class="part">
      <header>
        <h3>{label === undefined ? t('feature.part') : t(`feature.part.${label}`)}</h3>
        {!view.isClosed && <PieceButtons view={view} piece={part} />}
      </header>
      {label === undefined && <TextFields owner={part.owner} field="heading" label={t('field.heading')} />}
      <TextFields owner={part.owner} field="text" label={t('field.text')} isLong limits={limits} />
    </section>
  );
}

function PieceButtons({ view, piece }: { view: IssueView; piece: PieceView }) {
  return (
    <span class="piece-buttons">
      <button type="button" class="quiet" aria-label={t('key.moveUp')} onClick={() => step(view, piece.owner, -1)}>
        ↑
      </button>
      <button type="button" class="quiet" aria-label={t('key.moveDown')} onClick={() => step(view, piece.owner, 1)}>
        ↓
      </button>
      <button type="button" class="quiet" onClick={() => remove(piece.owner, '')}>
        {t('issue.takeOut')}
      </button>
    </span>
  );
}

function Takes({ view, feature }: { view: IssueView; feature: PieceView }) {
  const takes = piecesIn(view, 'take', { parent: feature.id });
  const [person, setPerson] = useState('');
  const add = (): void => {
    if (person.trim() === '') return;
    void addPiece(view, { kind: 'take', section: feature.section, parent: feature.id }, { person: person.trim() });
    setPerson('');
  };
  return (
    <>
      {takes.map((take) => (
        <section key={take.id} class="part">
          <header>
            <h4>{printedName(view, String(take.facts['person'] ?? ''))}</h4>
            {!view.isClosed && <PieceButtons view={view} piece={take} />}
          </header>
          <TextFields owner={take.owner} field="text" label={t('feature.take')} isLong />
        </section>
      ))}
      {!view.isClosed && (
        <p class="adder">
          <label>
            <span class="unseen">{t('feature.whoseTake')}</span>
            <input
              list="people"
              placeholder={t('feature.whoseTake')}
              value={person}
              onInput={(event) => setPerson(event.currentTarget.value)}
            />
          </label>
          <datalist id="people">
            {Object.keys(view.people).map((key) => (
              <option key={key} value={key}>
                {printedName(view, key)}
              </option>
            ))}
          </datalist>
          <button type="button" onClick={add}>
            {t('feature.addTake')}
          </button>
        </p>
      )}
    </>
  );
}

function printedName(view: IssueView, person: string): string {
  return view.people[person]?.[lang.value] ?? person;
}

function Links({ view, feature }: { view: IssueView; feature: PieceView }) {
  const links = piecesIn(view, 'link', { parent: feature.id });
  const [url, setUrl] = useState('');
  const isAddress = /^https?:\/\/\S+$/.test(url.trim());
  return (
    <>
      <ul class="links">
        {links.map((link) => (
          <li key={link.id}>
            <Outward url={String(link.facts['url'])}>{String(link.facts['title'] || link.facts['url'])}</Outward>{' '}
            <span class="quiet">{String(link.facts['outlet'] ?? '')}</span>
            {!view.isClosed && <PieceButtons view={view} piece={link} />}
          </li>
        ))}
      </ul>
      {!view.isClosed && (
        <p class="adder">
          <input
            type="url"
            aria-label={t('feature.linkAddress')}
            placeholder="https://"
            value={url}
            onInput={(event) => setUrl(event.currentTarget.value)}
          />
          <button
            type="button"
            disabled={!isAddress}
            onClick={() => {
              const facts = { url: url.trim(), title: url.trim(), outlet: new URL(url.trim()).hostname };
              void addPiece(view, { kind: 'link', section: feature.section, parent: feature.id }, facts);
              setUrl('');
            }}
          >
            {t('feature.addLink')}
          </button>
        </p>
      )}
    </>
  );
}
