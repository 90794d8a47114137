import type { Progress } from '../night/context.ts';
import type { HowFar } from '../store/nights.ts';

/** How often it is told at most, in milliseconds: often enough to see that it lives. */
const EVERY = 500;

/**
 * The progress of a night, also told to those who look at the desk. What cannot be told is let go: a night never waits
 * or fails for its own progress.
 */
export function toldProgress(shown: Progress, tell: (far: HowFar) => Promise<void>): Progress {
  let far: HowFar = { doing: '', done: 0, total: 0 };
  let told = Number.NEGATIVE_INFINITY;
  const say = (): void => {
    told = performance.now();
    tell(far).catch(() => null);
  };
  return {
    stage(doing, total) {
      far = { doing, done: 0, total };
      shown.stage(doing, total);
      say();
    },
    tick() {
      far = { ...far, done: far.done + 1 };
      shown.tick();
      if (performance.now() - told >= EVERY) say();
    },
    done: () => shown.done(),
  };
}
