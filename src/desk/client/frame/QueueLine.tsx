import { online } from '../live.ts';
import { t } from '../messages.ts';
import { dismiss, isStuck, pending, refused, retry, toSettle } from '../queue.ts';
import { route } from '../route.ts';

/** Says what has not reached the desk; nothing while all is well. */
export function QueueLine() {
  return (
    <div class="queue" role="status">
      <Waiting />
      {route.value.screen !== 'issue' &&
        toSettle.value.map(({ what, href }) => (
          <p key={href} class="line lost">
            <span>{t('queue.conflict', { what })}</span>
            <a href={href}>{t('queue.settle')}</a>
          </p>
        ))}
      {refused.value.map((deed) => (
        <p key={deed.id} class="line lost">
          <span>{t('queue.refused', { what: deed.what, why: deed.why })}</span>
          <button type="button" onClick={() => retry(deed)}>
            {t('queue.retry')}
          </button>
          <button type="button" onClick={() => dismiss(deed)}>
            {t('queue.dismiss')}
          </button>
        </p>
      ))}
    </div>
  );
}

function Waiting() {
  const n = pending.value.length;
  if (n > 0 && (isStuck.value || !online.value)) return <p class="line">{t('queue.waiting', { n })}</p>;
  if (!online.value) return <p class="line">{t('queue.offline')}</p>;
  return null;
}
