import { effect, signal } from '@preact/signals';
import type { GroundsView } from '../../../wire/issue.ts';
import { get } from '../../api.ts';
import { route } from '../../route.ts';
import { issue } from './state.ts';

/** What the texts of the row in focus rest on; null until it is known. */
export const grounds = signal<{ owner: string; view: GroundsView } | null>(null);

/** Asks for the grounds of what the address names, again when one of its texts has changed. */
export function followGrounds(): () => void {
  let known = '';
  return effect(() => {
    const view = issue.value;
    const owner = route.value.params['at'] ?? '';
    if (view === null || !/^(?:slot|piece):/.test(owner)) return;
    const versions = view.texts.filter((text) => text.owner === owner).map(({ version }) => version);
    const asked = [view.number, owner, ...versions].join();
    if (asked === known) return;
    known = asked;
    void read(view.number, owner);
  });
}

async function read(number: number, owner: string): Promise<void> {
  try {
    const view = await get('/issue/grounds', { number: String(number), owner });
    if (route.peek().params['at'] === owner) grounds.value = { owner, view };
  } catch {
    // Without its grounds a text can still be written; the next change asks again.
  }
}
