import { useEffect, useRef, useState } from 'preact/hooks';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import {
  attachClosestEdge,
  extractClosestEdge,
  type Edge,
} from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
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
  const edge = useDragging(element, view, row, place);
  useEffect(() => {
    if (isAt) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isAt]);
  const langs = lang.value === 'ko' ? (['ko', 'en'] as const) : (['en', 'ko'] as const);
  const title = titleOfRow(view, row, langs) || t(`issue.untitled.${row.kind}`);
  return (
    <button
      ref={element}
      type="button"
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
      {sensitive !== null && sensitive !== '' && <span class="badge">{t('issue.sensitive')}</span>}
      {row.kind === 'feature' && <span class="badge">{t(`piece.${row.piece.state}`)}</span>}
    </span>
  );
}

/** Where a dragged row would go: above or below this one; null while none is over it. */
function useDragging(
  element: { current: HTMLElement | null },
  view: IssueView,
  row: Row,
  place: number,
): 'above' | 'below' | null {
  const [edge, setEdge] = useState<Edge | null>(null);
  const moves = !view.isClosed && (row.kind === 'slot' || row.kind === 'feature');
  const newest = useRef({ view, row, place });
  newest.current = { view, row, place };
  useEffect(() => {
    if (element.current === null || !moves) return;
    const own = element.current;
    const stopDragging = draggable({ element: own, getInitialData: () => ({ owner: newest.current.row.owner }) });
    const stopTaking = dropTargetForElements({
      element: own,
      canDrop: ({ source }) => String(source.data['owner']).split(':')[0] === newest.current.row.owner.split(':')[0],
      getData: ({ input, element: target }) =>
        attachClosestEdge({}, { input, element: target, allowedEdges: ['top', 'bottom'] }),
      onDrag: ({ self }) => setEdge(extractClosestEdge(self.data)),
      onDragLeave: () => setEdge(null),
      onDrop: ({ self, source }) => {
        setEdge(null);
        const isBelow = extractClosestEdge(self.data) === 'bottom';
        const { row: target, place: at, view: now } = newest.current;
        moveTo(now, String(source.data['owner']), target.section?.key ?? '', at + (isBelow ? 1 : 0));
      },
    });
    return () => {
      stopDragging();
      stopTaking();
    };
  }, [moves, row.owner]);
  return edge === 'top' ? 'above' : edge === 'bottom' ? 'below' : null;
}
