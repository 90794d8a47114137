import { t } from '../../messages.ts';
import { lang } from '../../settings.ts';
import type { IssueView, SectionView } from '../../../wire/issue.ts';
import { addPiece } from './deeds.ts';
import { LineupRow } from './LineupRow.tsx';
import { rowsIn, rowsOf } from './rows.ts';
import { hrefOf } from '../../route.ts';

/** The issue in its reading order: sections as headings, what stands in them as rows. */
export function Lineup({ view, at }: { view: IssueView; at: string }) {
  const [first] = rowsOf(view);
  return (
    <div class="lineup" role="group" aria-label={t('issue.lineup')}>
      {first !== undefined && <LineupRow view={view} row={first} place={0} isAt={at === first.owner} />}
      {view.sections.map((section) =>
        section.kind === 'highlights' ? null : <Section key={section.key} view={view} section={section} at={at} />,
      )}
    </div>
  );
}

function Section({ view, section, at }: { view: IssueView; section: SectionView; at: string }) {
  const rows = rowsIn(view, section);
  const heading = section.heading[lang.value] ?? Object.values(section.heading)[0] ?? '';
  const isCounted = section.kind !== 'text';
  return (
    <section class={section.level > 2 ? 'lineup-section below' : 'lineup-section'}>
      {isCounted && (
        <header>
          <h3>{heading}</h3>
          <span class="quiet">
            {section.cap === null ? String(rows.length) : t('issue.count', { n: rows.length, cap: section.cap })}
          </span>
          {!view.isClosed && <AddButton view={view} section={section} />}
        </header>
      )}
      {rows.map((row, place) => (
        <LineupRow key={row.owner} view={view} row={row} place={place} isAt={at === row.owner} />
      ))}
      {isCounted && rows.length === 0 && <p class="quiet lineup-empty">{t('issue.sectionEmpty')}</p>}
    </section>
  );
}

function AddButton({ view, section }: { view: IssueView; section: SectionView }) {
  const { key, kind } = section;
  if (kind === 'list')
    return (
      <a class="add" href={hrefOf('add')}>
        {t('issue.addLink')}
      </a>
    );
  const piece = kind === 'feature' ? 'feature' : kind === 'prompts' ? 'prompt' : kind === 'letters' ? 'letter' : null;
  if (piece === null) return null;
  return (
    <button type="button" class="add quiet" onClick={() => void addPiece(view, { kind: piece, section: key })}>
      {t(`issue.add.${piece}`)}
    </button>
  );
}
