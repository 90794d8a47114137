import { t } from '../messages.ts';
import { othersAt } from './presence.ts';

/** "Maria is on this story": a word, not a lock. Nothing while one is alone. */
export function Here({ place }: { place: string }) {
  const names = othersAt(place);
  return (
    <p class="here" role="status">
      {names.length > 0 && t('people.here', { names: names.join(', '), n: names.length })}
    </p>
  );
}
