import { keyMessage, KEYS, press, type Does } from '../../keys.ts';
import { t } from '../../messages.ts';

/** Does what a key does, for those who have a thumb or a mouse and no keyboard. */
export function KeyButton({ does }: { does: Does }) {
  return (
    <button type="button" class="quiet inline" onClick={() => press(does)}>
      {t(keyMessage(does))} <kbd aria-hidden="true">{KEYS.find((row) => row.does === does)?.keys[0]}</kbd>
    </button>
  );
}
