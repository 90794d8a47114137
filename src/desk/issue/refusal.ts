import type { Context } from 'hono';
import type { Refusal, Refused } from '../../store/trail.ts';

const WORDS: Readonly<Record<Refusal, string>> = {
  unknown: 'It is not there any more.',
  sent: 'Readers have it: only a correction may change it.',
  state: 'It stands in another state than this needs.',
  'second-editor': 'A second editor must do this: not who wrote, placed or asked for it.',
  unsigned: 'A second editor must sign it first.',
};

/** Answers what was done, or 409 with why it was not. */
export function answer(c: Context, outcome: { is: 'done' } | Refused): Response {
  if (outcome.is !== 'refused') return c.json(outcome);
  const { because } = outcome;
  return c.json({ error: WORDS[because], because }, 409);
}
