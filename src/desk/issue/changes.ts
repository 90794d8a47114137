import type { Instant } from '../../model.ts';
import type { Slot } from '../../store/issues.ts';
import type { Store } from '../../store/store.ts';
import { isMachine } from '../../store/text-state.ts';
import type { Wording } from '../../store/wordings.ts';
import type { ChangeView } from '../wire/issue.ts';

/**
 * What came to be of each slot's story since a person last wrote one of its texts (else since it was put there), newest
 * first; by slot. Nothing of it changes what the person wrote.
 */
export async function changesSince(
  store: Store,
  slots: readonly Slot[],
  texts: readonly Wording[],
  now: Instant,
): Promise<Map<number, ChangeView[]>> {
  const changes = await store.changes.sinceDecided(now);
  return new Map(
    slots.map((slot) => {
      const own = texts.filter(({ owner, author }) => owner === `slot:${slot.id}` && !isMachine(author));
      const written = Math.max(0, ...own.map(({ at }) => at));
      const since = changes.filter(({ story, at }) => story === slot.story && at > written);
      return [slot.id, since.map(({ at, field, before, after }) => ({ at, what: field, before, after }))];
    }),
  );
}
