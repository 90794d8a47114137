import type { Instant } from '../../model.ts';
import type { LoginFailure } from '../../store/login-failures.ts';

interface Patience {
  /** Failures that cost nothing: slips of the finger. */
  free: number;
  /** The longest pause, in milliseconds. */
  longest: number;
}

/**
 * An address has to wait long. A name only a minute: nobody is to keep an editor out by guessing at their name, and at
 * one guess a minute a password of ten characters lasts.
 */
const PATIENCE: Readonly<Record<'address' | 'name', Patience>> = {
  address: { free: 5, longest: 15 * 60_000 },
  name: { free: 10, longest: 60_000 },
};

export function triesOf(name: string, address: string): string[] {
  return [`name ${name}`, `address ${address}`];
}

/** How long after a failure the next try must wait, in milliseconds: twice as long every time. */
export function pauseLeft({ who, count, at }: LoginFailure, now: Instant): number {
  const { free, longest } = PATIENCE[who.startsWith('name ') ? 'name' : 'address'];
  if (count < free) return 0;
  return Math.max(0, at + Math.min(longest, 1000 * 2 ** Math.min(20, count - free)) - now);
}
