import type { Instant } from '../../model.ts';
import type { ReadItem } from '../../store/curation.ts';
import type { ChangeSince } from '../../store/changes.ts';
import type { Slot } from '../../store/issues.ts';
import type { Store } from '../../store/store.ts';
import { isMachine } from '../../store/text-state.ts';
import type { ChangeView } from '../wire/issue.ts';

/**
 * What came to be of each slot's story since its text was written, newest first; by slot. Nothing of it changes what the
 * person wrote.
 */
export async function changesSince(
  store: Store,
  slots: readonly Slot[],
  now: Instant,
): Promise<Map<number, ChangeView[]>> {
  const [changes, reports] = await Promise.all([
    store.changes.sinceDecided(now),
    store.curation.itemsOf(slots.flatMap(({ story }) => story ?? [])),
  ]);
  return new Map(
    slots.map((slot) => {
      const written = writtenAt(slot);
      const told = changes.filter(({ story, at }) => story === slot.story && at > written);
      const joined = reports.filter(({ story, firstSeen }) => story === slot.story && firstSeen > written);
      return [slot.id, [...told.map(changeView), ...newReports(joined, told)].toSorted((a, b) => b.at - a.at)];
    }),
  );
}

/** When a person last wrote one of a slot's texts; where none has, when a night wrote the oldest one that stands. */
function writtenAt({ texts }: Slot): Instant {
  const own = texts.filter(({ author }) => !isMachine(author));
  return own.length > 0 ? Math.max(...own.map(({ at }) => at)) : Math.min(...texts.map(({ at }) => at));
}

function changeView({ at, field, before, after }: ChangeSince): ChangeView {
  return { at, what: field, before, after };
}

/** Reports that joined a story, without those that are told as a development and those that only discuss it. */
function newReports(joined: readonly ReadItem[], told: readonly ChangeSince[]): ChangeView[] {
  const developments = new Set(told.flatMap(({ field, itemId }) => (field === 'development' ? [itemId] : [])));
  return joined
    .filter(({ id, onlyDiscussed }) => !developments.has(id) && !onlyDiscussed)
    .map(({ firstSeen, outlet, title }) => {
      return { at: firstSeen, what: 'report', before: null, after: `${outlet}: ${title}` } as const;
    });
}
