import { t } from '../messages.ts';
import { othersAt } from './presence.ts';

/** "Maria is on this story": a word, not a lock. Nothing while one is alone. */
export function Here({ place, as }: { place: string; as: 'story' | 'text' }) {
  const names = othersAt(place);
  return (
    <p class="here" role="status">
      {names.length > 0 && t(`people.on.${as}`, { names: names.join(', '), n: names.length })}
    </p>
  );
}

/** In a list: the first letters of those who have a row open. */
export function HereMarks({ place }: { place: string }) {
  const names = othersAt(place);
  if (names.length === 0) return null;
  const words = t('people.at', { names: names.join(', ') });
  return (
    <span class="here-marks" title={words}>
      <span class="unseen">{words}</span>
      {names.map((name) => (
        <span key={name} class="initial" aria-hidden="true">
          {Array.from(name)[0]}
        </span>
      ))}
    </span>
  );
}
