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
  let later: NodeJS.Timeout | undefined;
  const say = (): void => {
    clearTimeout(later);
    later = undefined;
    told = performance.now();
    tell(far).catch(() => null);
  };
  /** The last step before a long wait is told, too, when its time has come. */
  const sayInTime = (): void => {
    const wait = told + EVERY - performance.now();
    if (wait <= 0) say();
    else later ??= setTimeout(say, wait).unref();
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
      sayInTime();
    },
    done() {
      clearTimeout(later);
      later = undefined;
      shown.done();
    },
  };
}
