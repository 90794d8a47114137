import { marks } from '../live.ts';
import { isMessage, t } from '../messages.ts';

/** How far the night is that runs now; nothing while none does. */
export function Running() {
  const far = marks.value?.running ?? null;
  if (far === null) return null;
  const { doing, done, total } = far;
  const message = `doing.${doing}`;
  return (
    <div class="progress" role="status">
      <progress max={Math.max(total, 1)} value={Math.min(done, total)} aria-label={t('frame.running')} />
      <p class="dim">{t(isMessage(message) && total > 0 ? message : 'frame.running', { done, total })}</p>
    </div>
  );
}
