import { useState } from 'preact/hooks';
import { post, Refused } from '../api.ts';
import { marks } from '../live.ts';
import { t, tell } from '../messages.ts';

/** Runs a night now, beside the schedule. Nothing while one is under way: the desk never lets two run at once. */
export function RunNight() {
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState('');
  if (marks.value === null || marks.value.running !== null) return null;
  const run = async (): Promise<void> => {
    setAsking(true);
    setTrouble(await begin());
    setAsking(false);
  };
  return (
    <span class="run-night">
      <button type="button" disabled={isAsking} onClick={() => void run()}>
        {t(isAsking ? 'nights.beginning' : 'nights.run')}
      </button>
      <span class="trouble" role="alert">
        {trouble}
      </span>
    </span>
  );
}

/** Returns why no night began, in words; "" when one runs. */
async function begin(): Promise<string> {
  try {
    const start = await post('/nights/run', {});
    if (start.is === 'busy') return t('nights.busy');
    return start.is === 'failed' ? t('nights.notBegun', { why: tell(start.why) }) : '';
  } catch (error) {
    return error instanceof Refused ? error.message : t('load.offline');
  }
}
