import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';

/** The request's JSON, checked; answers 400 with where and what when it is something else. */
export async function readBody<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.infer<Schema>> {
  const body: unknown = await c.req.json().catch(() => {
    throw refused('The request holds no JSON.');
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

function check<Schema extends z.ZodType>(value: unknown, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`);
  throw refused(lines.join('; '));
}

function refused(message: string): HTTPException {
  return new HTTPException(400, { message });
}
