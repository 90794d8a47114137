import type { TargetedDragEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { IssueView } from '../../../wire/issue.ts';
import { t } from '../../messages.ts';
import { HereMarks } from '../../people/Here.tsx';
import { adjust } from '../../route.ts';
import { lang } from '../../settings.ts';
import { moveTo } from './deeds.ts';
import { stateOfRow, titleOfRow, type Row } from './rows.ts';
import { StateDot } from './StateDot.tsx';

/** One row of the lineup. It is dragged by mouse; Alt with the arrows does the same. */
export function LineupRow({ view, row, place, isAt }: { view: IssueView; row: Row; place: number; isAt: boolean }) {
  const element = useRef<HTMLButtonElement>(null);
  const { edge, drag } = useDragging(view, row, place);
  useEffect(() => {
    if (isAt) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isAt]);
  const langs = lang.value === 'ko' ? (['ko', 'en'] as const) : (['en', 'ko'] as const);
  const title = titleOfRow(view, row, langs) || t(`issue.untitled.${row.kind}`);
  return (
    <button
      ref={element}
      type="button"
      {...drag}
      class={`lineup-row${isAt ? ' at' : ''}${edge === null ? '' : ` drop-${edge}`}`}
      aria-current={isAt ? 'true' : undefined}
      onClick={() => adjust({ at: row.owner })}
    >
      <span class="lineup-title">{title}</span>
      <Badges row={row} />
      <span class="states">
        <HereMarks place={row.owner} />
        {view.languages.map((each) => {
          const state = stateOfRow(view, row, each);
          return state === null ? null : <StateDot key={each} state={state} lang={each} />;
        })}
      </span>
    </button>
  );
}

function Badges({ row }: { row: Row }) {
  if (row.kind !== 'slot' && row.kind !== 'feature') return null;
  const sensitive = row.kind === 'slot' ? row.slot.sensitive : row.piece.sensitive;
  const changes = row.kind === 'slot' ? row.slot.changes.length : 0;
  return (
    <span class="badges">
      {changes > 0 && <span class="badge">{t('issue.changed', { n: changes })}</span>}
      {sensitive !== null && <span class="badge">{t('issue.sensitive')}</span>}
      {row.kind === 'feature' && <span class="badge">{t(`piece.${row.piece.state}`)}</span>}
    </span>
  );
}

/** The owner of the row that is dragged now. */
let dragged: string | null = null;

/** What lets a row be dragged and dropped on, and where a row that is over it would go: above or below; null for none. */
function useDragging(view: IssueView, row: Row, place: number) {
  const [edge, setEdge] = useState<Edge | null>(null);
  if (view.isClosed || (row.kind !== 'slot' && row.kind !== 'feature')) return { edge: null, drag: {} };
  const end = (): void => {
    dragged = null;
    setEdge(null);
  };
  const drag = {
    draggable: true,
    onDragStart: (event: Dragging) => {
      dragged = row.owner;
      // Some browsers drag nothing that carries no data.
      event.dataTransfer?.setData('text/plain', row.owner);
    },
    onDragOver: (event: Dragging) => {
      if (dragged === null || kindOf(dragged) !== kindOf(row.owner)) return;
      event.preventDefault();
      setEdge(edgeAt(event));
    },
    onDragLeave: () => setEdge(null),
    onDrop: (event: Dragging) => {
      event.preventDefault();
      const below = edgeAt(event) === 'below' ? 1 : 0;
      if (dragged !== null) moveTo(view, dragged, row.section?.key ?? '', place + below);
      end();
    },
    onDragEnd: end,
  };
  return { edge, drag };
}

type Edge = 'above' | 'below';
type Dragging = TargetedDragEvent<HTMLElement>;

function edgeAt({ clientY, currentTarget }: Dragging): Edge {
  const { top, height } = currentTarget.getBoundingClientRect();
  return clientY < top + height / 2 ? 'above' : 'below';
}

/** Slots stand among slots, pieces among pieces. */
function kindOf(owner: string): string {
  return owner.slice(0, owner.indexOf(':'));
}
