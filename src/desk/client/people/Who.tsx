import type { Frame } from '../../wire.ts';
import { post } from '../api.ts';
import { frame } from '../live.ts';
import { t } from '../messages.ts';
import { others } from './presence.ts';

/** In the frame: who sits here, who else is there, and the way out. */
export function Who({ editor, team }: Frame) {
  const also = others().filter((name) => name !== editor);
  return (
    <span class="who">
      {also.length > 0 && (
        <span class="also" title={t('people.also', { names: also.join(', ') })}>
          <span class="unseen">{t('people.also', { names: also.join(', ') })}</span>
          {also.slice(0, 3).map((name) => (
            <span key={name} class="initial" aria-hidden="true">
              {Array.from(name)[0]}
            </span>
          ))}
          {also.length > 3 && <span aria-hidden="true">+{also.length - 3}</span>}
        </span>
      )}
      <span class="editor">{editor}</span>
      {team && (
        <button type="button" class="quiet" onClick={() => void logOut()}>
          {t('people.logOut')}
        </button>
      )}
    </span>
  );
}

async function logOut(): Promise<void> {
  await post('/logout', {});
  frame.value = null;
  location.reload();
}
