import type { Context } from 'hono';
import type { Refused } from '../../store/trail.ts';
import { bodyOf } from '../refusal.ts';
import { say } from '../../text/said.ts';

/** Answers what was done, or 409 with why it was not. */
export function answer(c: Context, outcome: { is: 'done' } | Refused): Response {
  if (outcome.is !== 'refused') return c.json(outcome);
  const { because } = outcome;
  return c.json({ ...bodyOf(say(`refused.${because}`)), because }, 409);
}
