import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../messages.ts';

type Load = () => Promise<FunctionComponent>;

const waiting = new Set<Load>();

/** A screen that is loaded when it is first opened, or once the desk has nothing better to do. */
export function later(load: Load): FunctionComponent {
  let loading: Promise<FunctionComponent> | null = null;
  let loaded: FunctionComponent | null = null;
  const once: Load = () => {
    loading ??= load().then(
      (screen) => (loaded = screen),
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  waiting.add(once);
  return function Later() {
    const [Screen, setScreen] = useState<{ is: FunctionComponent } | null>(loaded === null ? null : { is: loaded });
    const [trouble, setTrouble] = useState('');
    useEffect(() => {
      once().then(
        (screen) => setScreen({ is: screen }),
        () => setTrouble(t('load.offline')),
      );
    }, []);
    return Screen === null ? <p class="empty">{trouble}</p> : <Screen.is />;
  };
}

/** Loads what has not been opened yet, so that it opens at once, also when the desk cannot be reached by then. */
export function loadTheRest(): void {
  for (const load of waiting) void load().catch(() => null);
}
