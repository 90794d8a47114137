import { useLayoutEffect, useRef } from 'preact/hooks';
import { addKeys, type Does, type Handlers } from './keys.ts';

/** Handles keys while a component is shown; the handlers of the newest rendering are called. */
export function useKeys(handlers: Handlers, isModal = false): void {
  const newest = useRef(handlers);
  newest.current = handlers;
  const names = Object.keys(handlers).join();
  useLayoutEffect(() => {
    const does = names.split(',') as Does[];
    return addKeys(Object.fromEntries(does.map((each) => [each, () => newest.current[each]?.()])), isModal);
  }, [names, isModal]);
}
