import type { Context } from 'hono';
import { z } from 'zod';
import { ko } from 'zod/locales';
import { say, inKorean } from '../text/said.ts';
import { Refusal, refusal } from './refusal.ts';

/** An address that may be asked. */
export const urlSchema = z.url({ protocol: /^https?$/, error: say('schema.url') });
/** "2026-02-15" */
export const daySchema = z.string().regex(/^\d{4}-\d\d-\d\d$/, say('schema.day'));

/** The request's JSON, checked; answers 400 with where and what when it is something else. */
export async function readBody<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.infer<Schema>> {
  const body: unknown = await c.req.json().catch(() => {
    throw refusal(400, say('desk.notJson'));
  });
  return check(body, schema);
}

/** The request's query, checked. */
export function readQuery<Schema extends z.ZodType>(c: Context, schema: Schema): z.infer<Schema> {
  return check(c.req.query(), schema);
}

/** A path's parts, checked. */
export function readParams<Schema extends z.ZodType>(c: Context, schema: Schema): z.infer<Schema> {
  return check(c.req.param(), schema);
}

const inKoreanToo = ko().localeError;

function check<Schema extends z.ZodType>(value: unknown, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // What a schema says by itself comes in the language of its locale; what ours say comes from the table.
  const korean = schema.safeParse(value, { error: inKoreanToo }).error ?? result.error;
  throw new Refusal(400, { error: linesOf(result.error), ko: linesOf(korean, (said) => inKorean(said) ?? said) });
}

function linesOf({ issues }: z.ZodError, tell: (message: string) => string = (message) => message): string {
  return issues.map(({ path, message }) => `${path.join('.') || 'request'}: ${tell(message)}`).join('; ');
}
