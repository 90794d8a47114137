import { useEffect, useRef, useState } from 'preact/hooks';
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

/**
 * Asks when the screen opens, whenever one of `on` has changed, and when the desk is back. An answer that comes behind a
 * newer one is let go; one that is only slower than the changes is shown, else a night would never be seen from afar.
 */
export function useLoaded<Data>(ask: () => Promise<Data>, on: readonly unknown[]): Loaded<Data> {
  const [data, setData] = useState<Data | null>(null);
  const [trouble, setTrouble] = useState('');
  const [times, setTimes] = useState(0);
  const turns = useRef({ asked: 0, shown: 0 }).current;
  useEffect(() => {
    const turn = ++turns.asked;
    const isNews = (): boolean => turn >= turns.shown;
    ask().then(
      (answer) => {
        if (!isNews()) return;
        turns.shown = turn;
        setData(answer);
        setTrouble('');
      },
      (error: unknown) => {
        if (isNews()) setTrouble(error instanceof Refused ? error.message : t('load.offline'));
      },
    );
  }, [...on, online.value, times]);
  return { data, trouble, again: () => setTimes((before) => before + 1) };
}
