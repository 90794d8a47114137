import { useEffect } from 'preact/hooks';
import { t } from '../../messages.ts';
import { usePlace } from '../../people/presence.ts';
import { adjust, route } from '../../route.ts';
import { useKeys } from '../../use-keys.ts';
import { ActionBar } from './ActionBar.tsx';
import { keep, hold, makeFeature, merge, openSource, spike, splitOff, undo, vote } from './actions.ts';
import { Empty } from './Empty.tsx';
import { isNoting } from './Notes.tsx';
import { isEditing } from './OurText.tsx';
import { isMerging, MergeDialog } from './MergeDialog.tsx';
import { followPages } from './pages.ts';
import { focused, followCandidates, fresh, lastDeed, list, refresh, selected, shown, step, tab } from './state.ts';
import { StoryList } from './StoryList.tsx';
import { StoryPane } from './StoryPane.tsx';
import { Tabs } from './Tabs.tsx';
import { TABS } from './tabs.ts';

/** The list beside the open story; on a phone, one after the other. */
export function Candidates() {
  useEffect(followCandidates, []);
  useEffect(followPages, []);
  usePlace(focused.value === null ? null : `story ${focused.value}`);
  useKeys({
    next: () => step(1),
    previous: () => step(-1),
    extendNext: () => step(1, true),
    extendPrevious: () => step(-1, true),
    nextSection: () => toTab(1),
    previousSection: () => toTab(-1),
    keep,
    hold,
    spike,
    undo,
    vote,
    merge: () => (selected.value.size > 1 ? merge() : (isMerging.value = true)),
    split: splitOff,
    feature: () => void makeFeature(),
    source: openSource,
    note: () => (isNoting.value = true),
    edit: () => (isEditing.value = true),
    fresh: refresh,
    open: () => adjust({ view: 'story' }),
    back,
  });
  return (
    <div class={route.value.params['view'] === 'story' ? 'candidates reading' : 'candidates'}>
      <section class="list-side" aria-label={t('list.label')}>
        <Tabs />
        <Fresh />
        {list.value === null ? (
          <p class="empty">{t('list.loading')}</p>
        ) : shown.value.length === 0 ? (
          <Empty />
        ) : (
          <StoryList />
        )}
        <p class="did" role="status">
          {selected.value.size > 0 ? t('list.selected', { n: selected.value.size }) : lastDeed.value}
        </p>
      </section>
      <StoryPane />
      <ActionBar />
      {isMerging.value && <MergeDialog />}
    </div>
  );
}

/** What came since waits here, so that nothing moves under the reader. */
function Fresh() {
  const n = fresh.value.length;
  if (n === 0) return null;
  return (
    <button type="button" class="fresh" onClick={refresh}>
      {t('list.fresh', { n })} <kbd aria-hidden="true">r</kbd>
    </button>
  );
}

function toTab(by: number): void {
  const next = TABS[(TABS.indexOf(tab.value) + by + TABS.length) % TABS.length];
  adjust({ tab: next ?? 'news', story: '' });
}

function back(): void {
  if (selected.value.size > 0) selected.value = new Set();
  else adjust({ view: '' });
}
