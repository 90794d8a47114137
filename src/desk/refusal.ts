import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Sentence } from '../text/said.ts';
import type { RefusalBody } from './wire/words.ts';
import { words } from './words.ts';

/** What the desk does not do: thrown from wherever that turns out, and answered with why in both languages. */
export class Refusal extends HTTPException {
  readonly body: RefusalBody;

  constructor(status: ContentfulStatusCode, body: RefusalBody) {
    super(status, { message: body.error });
    this.body = body;
  }
}

/** To be thrown. */
export function refusal(status: ContentfulStatusCode, why: Sentence): Refusal {
  return new Refusal(status, bodyOf(why));
}

/** Answers why something is not done. */
export function refuse(c: Context, status: ContentfulStatusCode, why: Sentence): Response {
  return c.json<RefusalBody>(bodyOf(why), status);
}

export function bodyOf(why: Sentence): RefusalBody {
  const { en, ko } = words(why);
  return { error: en, ko };
}
