import { t } from '../../messages.ts';
import { adjust, route } from '../../route.ts';
import { hold, keep, spike, undo } from './actions.ts';
import { focused, step } from './state.ts';

/** The same deeds as the keys, for a thumb: at the bottom of a phone, below the story elsewhere. */
export function ActionBar() {
  const isOff = focused.value === null;
  return (
    <div class="actions" role="toolbar" aria-label={t('keys.group.decide')}>
      {route.value.params['view'] === 'story' && (
        <button type="button" class="narrow-only" aria-label={t('action.back')} onClick={() => adjust({ view: '' })}>
          <span aria-hidden="true">←</span>
        </button>
      )}
      <button type="button" class="primary" disabled={isOff} onClick={keep}>
        {t('action.keep')} <kbd aria-hidden="true">p</kbd>
      </button>
      <button type="button" disabled={isOff} onClick={hold}>
        {t('action.hold')} <kbd aria-hidden="true">h</kbd>
      </button>
      <button type="button" disabled={isOff} onClick={spike}>
        {t('action.spike')} <kbd aria-hidden="true">x</kbd>
      </button>
      <span class="spring" />
      <button type="button" onClick={undo}>
        {t('key.undo')} <kbd aria-hidden="true">u</kbd>
      </button>
      <button type="button" disabled={isOff} onClick={() => step(1)}>
        {t('action.next')} <kbd aria-hidden="true">j</kbd>
      </button>
    </div>
  );
}
