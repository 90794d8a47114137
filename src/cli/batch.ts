import type { z } from 'zod';
import { readLines, writeJsonLine } from './io.ts';

/**
 * Answers every line of standard input, in order, with one line of output. A line that is no JSON, or not what `row`
 * asks for, or that makes `answer` throw, is answered with {"id","error"}, and the batch goes on.
 */
export async function answerBatch<T>(
  row: z.ZodType<T>,
  answer: (request: T) => object | Promise<object>,
): Promise<void> {
  for await (const line of readLines('-')) {
    if (line.trim() !== '') await writeJsonLine(await reply(line, row, answer));
  }
}

async function reply<T>(
  line: string,
  row: z.ZodType<T>,
  answer: (request: T) => object | Promise<object>,
): Promise<object> {
  let request: unknown = null;
  try {
    request = JSON.parse(line);
    const checked = row.safeParse(request);
    if (checked.success) return await answer(checked.data);
    const [issue] = checked.error.issues;
    throw new Error(`${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not understood'}`);
  } catch (error) {
    return { id: idOf(request), error: error instanceof Error ? error.message : String(error) };
  }
}

function idOf(request: unknown): unknown {
  return (Object(request) as { id?: unknown }).id ?? null;
}
