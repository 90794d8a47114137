import { post, Refused } from '../../api.ts';
import { frame } from '../../live.ts';
import { t } from '../../messages.ts';
import { enqueue } from '../../queue.ts';
import { adjust, go } from '../../route.ts';
import { pageOf, report } from './pages.ts';
import {
  advance,
  decide,
  focused,
  lastDeed,
  list,
  newestOwn,
  refresh,
  rows,
  selected,
  shown,
  standing,
  targets,
} from './state.ts';
import { tabOf } from './tabs.ts';

export const keep = (): void => choose('keep');
export const hold = (): void => choose('hold');
export const spike = (): void => choose('spike');

/** Decides on the selected stories, or on the one in focus, and goes on to the next. */
function choose(action: 'keep' | 'hold' | 'spike'): void {
  const chosen = targets();
  if (chosen.length === 0) return;
  const night = list.value?.night ?? null;
  for (const { story, title } of chosen)
    decide({ action, story, ...(night === null ? {} : { night }) }, t(`did.${action}`, { title }));
  advance();
}

/** Takes back the editor's newest decision that stands, and goes to its story. */
export function undo(): void {
  const newest = newestOwn();
  if (newest === null) {
    lastDeed.value = t('did.nothing');
    return;
  }
  const { action, story, key } = newest;
  if (action === 'undo') return;
  decide({ action: 'undo', undoes: key }, t('did.undo', { what: t(`did.undo.${action}`) }));
  const row = rows.value.get(story);
  if (row === undefined) return;
  const isShown = shown.value.includes(story);
  adjust({ story: String(story), ...(isShown ? {} : { tab: tabOf(row, standing.value) }) });
  if (!isShown) refresh();
}

/** Puts the selected stories into the one of them that stands first, or into the given one. */
export function merge(into?: number): void {
  const chosen = targets();
  const target = into === undefined ? chosen[0] : rows.value.get(into);
  if (target === undefined) return;
  selected.value = new Set();
  for (const { story } of chosen)
    if (story !== target.story)
      decide({ action: 'merge', story, target: target.story }, t('did.merge', { title: target.title }));
  adjust({ story: String(target.story) });
}

/** Takes the report that is read out of its story. */
export function splitOff(): void {
  const story = focused.value;
  const open = report.value;
  if (story === null || open === null || open.item === story) {
    lastDeed.value = t('story.splitWhich');
    return;
  }
  decide({ action: 'split', story, item: open.item }, t('did.split', { title: open.title }));
}

/** Votes for the story in focus, or takes the vote back. */
export function vote(): void {
  const row = targets()[0];
  if (row === undefined) return;
  const editor = frame.value?.editor ?? '';
  const isGiven = pageOf(row.story)?.voters.includes(editor) === true;
  const what = t(isGiven ? 'did.unvote' : 'did.vote', { title: row.title });
  enqueue('/votes', { story: row.story, value: isGiven ? 0 : 1 }, what);
  lastDeed.value = what;
}

/** Makes the story in focus a feature of the open issue, and goes there. */
export async function makeFeature(): Promise<void> {
  const row = targets()[0];
  if (row === undefined) return;
  try {
    const about = row.section === 'papers' ? 'research' : 'news';
    const { id } = await post('/features', { story: row.story, about });
    go('issue', { at: `piece:${id}` });
  } catch (error) {
    lastDeed.value = error instanceof Refused ? error.message : t('issue.unreachable');
  }
}

/** Opens the report that is read, at its source. */
export function openSource(): void {
  const url = report.value?.url;
  if (typeof url === 'string') open(url, '_blank', 'noopener,noreferrer');
}
