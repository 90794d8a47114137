import { readAnswer } from './check.ts';
import type { Writer } from './client.ts';
import { permitted, requestFor, RESERVED, type WriterTask } from './task.ts';

/** What a night may spend; tokens are counted as the endpoint reports them. */
export interface Budget {
  readonly maxTokens: number;
  spentTokens: number;
  /** How many of them were written, not read: endpoints take more for those. */
  outputTokens: number;
  /** Milliseconds all answers together may take: a slow endpoint must not delay the night. */
  readonly maxMs: number;
  spentMs: number;
}

export interface Written {
  text: string;
  /** Whether it is the writer's; else the text made without it stands. */
  by: 'writer' | 'fallback';
  /** Why the writer's was not taken; empty when it was. */
  problems: readonly string[];
}

/** One retry, with what was wrong. */
const TRIES = 2;

/**
 * Asks the writer for a text. Never throws and never returns nothing: an answer that fails the checks twice, an endpoint
 * that fails, a budget that is spent or reports that are reserved from machines leave the fallback standing, and say so.
 *
 * @param now Monotonic milliseconds.
 */
export async function write(
  writer: Writer,
  wanted: WriterTask,
  fallback: string,
  { budget, now }: { budget: Budget; now: () => number },
): Promise<Written> {
  const task = permitted(wanted);
  if (task === null) return { text: fallback, by: 'fallback', problems: [RESERVED] };
  let problems: readonly string[] = [];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (budget.spentTokens >= budget.maxTokens || budget.spentMs >= budget.maxMs)
      return { text: fallback, by: 'fallback', problems: [...problems, "the night's budget is spent"] };
    const start = now();
    try {
      const answer = await writer.complete(requestFor(task, problems));
      budget.spentTokens += answer.inputTokens + answer.outputTokens;
      budget.outputTokens += answer.outputTokens;
      const read = readAnswer(answer.text, task);
      if ('text' in read) return { text: read.text, by: 'writer', problems: [] };
      problems = read.problems;
    } catch (error) {
      return { text: fallback, by: 'fallback', problems: [error instanceof Error ? error.message : String(error)] };
    } finally {
      budget.spentMs += now() - start;
    }
  }
  return { text: fallback, by: 'fallback', problems };
}
