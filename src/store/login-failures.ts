import { inArray, lt } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

export type LoginFailure = typeof schema.loginFailure.$inferSelect;

const FORGOTTEN_AFTER = 86_400_000;

/** Failed logins by name and by address. They outlive the process: a restart gives nobody new tries. */
export class LoginFailures {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /**
   * Counts a try as failed before it is looked at, so that many at once gain nothing; `wait` says from what stands how
   * long this one is too early. Returns that, in milliseconds; a try that is too early is not counted.
   */
  async begin(who: readonly string[], at: Instant, wait: (failure: LoginFailure) => number): Promise<number> {
    const { loginFailure } = schema;
    return write(this.#db, () => {
      this.#db
        .delete(loginFailure)
        .where(lt(loginFailure.at, at - FORGOTTEN_AFTER))
        .run();
      const standing = this.#db
        .select()
        .from(loginFailure)
        .where(inArray(loginFailure.who, [...who]))
        .all();
      const early = Math.max(0, ...standing.map((failure) => wait(failure)));
      if (early > 0) return early;
      for (const name of who) {
        const count = (standing.find((failure) => failure.who === name)?.count ?? 0) + 1;
        this.#db
          .insert(loginFailure)
          .values({ who: name, count, at })
          .onConflictDoUpdate({ target: loginFailure.who, set: { count, at } })
          .run();
      }
      return 0;
    });
  }

  /** The try was none of the failed. */
  async clear(who: readonly string[]): Promise<void> {
    const { loginFailure } = schema;
    await write(this.#db, () =>
      this.#db
        .delete(loginFailure)
        .where(inArray(loginFailure.who, [...who]))
        .run(),
    );
  }
}
