import { randomUUID } from 'node:crypto';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

/**
 * Names the database for good: what a browser keeps for one is not sent to another that stands at the same address. A
 * restored backup is another one, because numbers given since the backup may be given again.
 */
export async function stampOf(db: Db): Promise<string> {
  return write(db, () => {
    db.insert(schema.deskStamp).values({ id: 1, value: randomUUID() }).onConflictDoNothing().run();
    return db.select().from(schema.deskStamp).get()?.value ?? '';
  });
}

/** The next desk gives the database another name. */
export function forgetStamp(db: Db): void {
  db.delete(schema.deskStamp).run();
}
