import { createHash, randomBytes } from 'node:crypto';
import { eq, lt, or } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

const DAY = 86_400_000;
/** Editors of a weekly come back within two weeks; nobody stays in for more than a quarter without a password. */
export const IDLE = 14 * DAY;
export const LONGEST = 90 * DAY;
/** When a session was last used is written down no more often than this. */
const SEEN_EVERY = 10 * 60_000;

/** Who is logged in. The token stands in the cookie only; the store knows its hash. */
export class Sessions {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** Starts a session and returns its token: 256 random bits. Sessions that have run out are let go on the way. */
  async start(editor: string, at: Instant): Promise<string> {
    const { session } = schema;
    const token = randomBytes(32).toString('base64url');
    await write(this.#db, () => {
      this.#db
        .delete(session)
        .where(or(lt(session.seenAt, at - IDLE), lt(session.startedAt, at - LONGEST)))
        .run();
      this.#db
        .insert(session)
        .values({ tokenHash: hash(token), editor, startedAt: at, seenAt: at })
        .run();
    });
    return token;
  }

  /** Whose session a token is; null when there is none, or when it has run out. */
  async editorOf(token: string, at: Instant): Promise<string | null> {
    const { session } = schema;
    const tokenHash = hash(token);
    const row = this.#db.select().from(session).where(eq(session.tokenHash, tokenHash)).get();
    if (row === undefined || at - row.seenAt > IDLE || at - row.startedAt > LONGEST) return null;
    if (at - row.seenAt > SEEN_EVERY)
      await write(this.#db, () =>
        this.#db.update(session).set({ seenAt: at }).where(eq(session.tokenHash, tokenHash)).run(),
      );
    return row.editor;
  }

  async end(token: string): Promise<void> {
    const { session } = schema;
    await write(this.#db, () =>
      this.#db
        .delete(session)
        .where(eq(session.tokenHash, hash(token)))
        .run(),
    );
  }
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
