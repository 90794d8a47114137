import { useEffect } from 'preact/hooks';
import { t } from '../../messages.ts';
import { isWeb } from '../../Outward.tsx';
import { Here } from '../../people/Here.tsx';
import { usePlace } from '../../people/presence.ts';
import { adjust, route } from '../../route.ts';
import { useKeys } from '../../use-keys.ts';
import type { IssueView } from '../../../wire/issue.ts';
import { Checks } from './Checks.tsx';
import { Copy } from './Copy.tsx';
import { remove, step, undo } from './deeds.ts';
import { Editions } from './Editions.tsx';
import { Editor } from './Editor.tsx';
import { followGrounds } from './grounds.ts';
import { History } from './History.tsx';
import { IssuePicker } from './IssuePicker.tsx';
import { Lineup } from './Lineup.tsx';
import { Preview } from './Preview.tsx';
import { rowsOf } from './rows.ts';
import { followIssue, isLoaded, issue, trouble } from './state.ts';

/** What the right side shows; the address names it. */
const PANES = ['edit', 'preview', 'checks', 'copy', 'history'] as const;
type Pane = (typeof PANES)[number];

/** The issue: its lineup at the left, at the right what is done with the row in focus, or with the whole. */
export function Issue() {
  useEffect(followIssue, []);
  useEffect(followGrounds, []);
  const view = issue.value;
  if (view !== null) return <Open view={view} />;
  if (trouble.value !== null) return <p class="empty lost">{trouble.value}</p>;
  return <p class="empty">{isLoaded.value ? t('issue.none') : t('issue.loading')}</p>;
}

function Open({ view }: { view: IssueView }) {
  const { params } = route.value;
  const rows = rowsOf(view);
  const at = rows.find(({ owner }) => owner === params['at']) ?? rows[0];
  const pane = PANES.find((each) => each === params['pane']) ?? 'edit';
  const index = at === undefined ? -1 : rows.indexOf(at);
  const goTo = (place: number): void => {
    const row = rows[Math.min(Math.max(place, 0), rows.length - 1)];
    if (row !== undefined) adjust({ at: row.owner });
  };
  const goToSection = (by: 1 | -1): void => {
    const heads = rows
      .map((row, place) => ({ row, place }))
      .filter(({ row, place }) => row.section !== rows[place - 1]?.section);
    const next = by > 0 ? heads.find(({ place }) => place > index) : heads.findLast(({ place }) => place < index);
    if (next !== undefined) goTo(next.place);
  };
  const owner = at?.owner ?? '';
  usePlace(owner === '' ? null : owner);
  const movable = !view.isClosed && (at?.kind === 'slot' || at?.kind === 'feature');
  useKeys({
    next: () => goTo(index + 1),
    previous: () => goTo(index - 1),
    nextSection: () => goToSection(1),
    previousSection: () => goToSection(-1),
    moveDown: () => movable && step(view, owner, 1),
    moveUp: () => movable && step(view, owner, -1),
    spike: () => movable && remove(owner, (rows[index + 1] ?? rows[index - 1])?.owner ?? ''),
    undo,
    edit: () => {
      adjust({ pane: 'edit' });
      // Behind the drawing that this has asked for, and before the next key, which is a letter.
      queueMicrotask(() => document.querySelector<HTMLElement>('.pane textarea')?.focus());
    },
    open: () => adjust({ pane: 'edit', at: owner }),
    source: () => {
      if (at?.kind === 'slot' && isWeb(at.slot.url)) window.open(at.slot.url, '_blank', 'noopener,noreferrer');
    },
    saveAndNext: () => saveAndNext(() => goTo(index + 1)),
    back: () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
  });
  return (
    <div class={`issue${params['at'] === undefined ? '' : ' has-at'}`}>
      <div class="issue-list">
        <header class="issue-head">
          <IssuePicker number={view.number} />
          <Editions view={view} />
        </header>
        {trouble.value !== null && (
          <p class="line lost" role="alert">
            {trouble.value}
          </p>
        )}
        <Lineup view={view} at={owner} />
      </div>
      <div class="issue-side">
        <nav class="tabs" aria-label={t('issue.panes')}>
          <button type="button" class="narrow-only" onClick={() => adjust({ at: '' })}>
            ← {t('issue.lineup')}
          </button>
          {PANES.map((each) => (
            <button
              key={each}
              type="button"
              aria-current={each === pane ? 'true' : undefined}
              onClick={() => adjust({ pane: each, at: owner })}
            >
              {t(`pane.${each}`)}
            </button>
          ))}
        </nav>
        <div class="pane">
          <Here place={owner} as="text" />
          <ShownPane pane={pane} view={view} row={at} />
        </div>
      </div>
    </div>
  );
}

function ShownPane({
  pane,
  view,
  row,
}: {
  pane: Pane;
  view: IssueView;
  row: ReturnType<typeof rowsOf>[number] | undefined;
}) {
  switch (pane) {
    case 'edit':
      return row === undefined ? null : <Editor key={row.owner} view={view} row={row} />;
    case 'preview':
      return <Preview view={view} row={row} />;
    case 'checks':
      return <Checks view={view} />;
    case 'copy':
      return <Copy view={view} />;
    case 'history':
      return <History view={view} />;
  }
}

/** Leaves a field, which saves it, for the next one; behind the last field, for the next row. */
function saveAndNext(nextRow: () => void): void {
  const fields = [...document.querySelectorAll<HTMLElement>('.pane textarea, .pane input:not([type=file])')];
  const index = fields.indexOf(document.activeElement as HTMLElement);
  const next = fields[index + 1];
  if (index >= 0 && next !== undefined) return next.focus();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  nextRow();
}
