import { useEffect, useRef } from 'preact/hooks';

/** Shorter ways are slips of the thumb; steeper ones are scrolling. In pixels, and as a share of the way across. */
const [LEAST, STEEPEST] = [64, 0.5];

/** Calls back when a finger wipes across an element: 1 to the left, which goes on, -1 to the right. A key or a button does the same. */
export function useSwipe(element: { current: HTMLElement | null }, onSwipe: (by: 1 | -1) => void): void {
  const newest = useRef(onSwipe);
  newest.current = onSwipe;
  useEffect(() => {
    const own = element.current;
    if (own === null) return undefined;
    let from: { x: number; y: number } | null = null;
    const start = ({ touches, target }: TouchEvent): void => {
      const [finger, second] = touches;
      const isText = target instanceof Element && target.closest('input, textarea, select') !== null;
      from = finger === undefined || second !== undefined || isText ? null : { x: finger.clientX, y: finger.clientY };
    };
    const end = ({ changedTouches: [finger] }: TouchEvent): void => {
      if (from === null || finger === undefined) return;
      const [across, down] = [finger.clientX - from.x, finger.clientY - from.y];
      from = null;
      if (Math.abs(across) >= LEAST && Math.abs(down) <= Math.abs(across) * STEEPEST)
        newest.current(across < 0 ? 1 : -1);
    };
    own.addEventListener('touchstart', start, { passive: true });
    own.addEventListener('touchend', end, { passive: true });
    return () => {
      own.removeEventListener('touchstart', start);
      own.removeEventListener('touchend', end);
    };
  }, [element]);
}
