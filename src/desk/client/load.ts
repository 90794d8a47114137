import { useEffect, useState } from 'preact/hooks';
import { Refused } from './api.ts';
import { online } from './live.ts';
import { t } from './messages.ts';

/** What a screen shows of something it has asked for. The newest answer stays while the next one is on its way. */
export interface Loaded<Data> {
  data: Data | null;
  /** In words; "" while all is well. */
  trouble: string;
  again: () => void;
}

/** Asks when the screen opens, whenever one of `on` has changed, and when the desk is back; an overtaken answer is let go. */
export function useLoaded<Data>(ask: () => Promise<Data>, on: readonly unknown[]): Loaded<Data> {
  const [data, setData] = useState<Data | null>(null);
  const [trouble, setTrouble] = useState('');
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    ask().then(
      (answer) => {
        if (!isCurrent) return;
        setData(answer);
        setTrouble('');
      },
      (error: unknown) => {
        if (isCurrent) setTrouble(error instanceof Refused ? error.message : t('load.offline'));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [...on, online.value, times]);
  return { data, trouble, again: () => setTimes((before) => before + 1) };
}
