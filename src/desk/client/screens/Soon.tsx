import { t } from '../messages.ts';

/** Stands where a screen is not built yet. */
export function Soon() {
  return <p class="empty">{t('screen.soon')}</p>;
}
