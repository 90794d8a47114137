import { and, asc, eq } from 'drizzle-orm';
import type { Instant, IssueLang } from '../model.ts';
import { addressKey, canonicalUrl } from '../text/urls.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';

/** One entry as readers got it: a line of a list, or a feature under one of its links. */
export interface PrintedEntry {
  /** "news", "papers", "own" or "feature". */
  section: string;
  title: string;
  url: string;
  /** Plain text of what stood under it; "" for a title alone. */
  text: string;
  story: number | null;
}

/** What readers of an edition got. */
export interface SentIssue {
  entries: readonly PrintedEntry[];
  /** The whole issue in Markdown. */
  markdown: string;
}

/** Puts what readers got in the place of what was known of it, inside the caller's transaction. */
export function recordSent(db: Db, issue: number, lang: IssueLang, sent: SentIssue, at: Instant): void {
  const { printed, sentCopy } = schema;
  const here = and(eq(printed.issue, issue), eq(printed.lang, lang));
  // A correction is no new mention: the day of an entry is the day it was sent.
  const date = db.select().from(printed).where(here).get()?.date ?? at;
  db.delete(printed).where(here).run();
  for (const entry of sent.entries)
    db.insert(printed)
      .values({ ...entry, issue, lang, canonicalUrl: canonicalUrl(entry.url), key: addressKey(entry.url), date })
      .run();
  db.insert(sentCopy).values({ issue, lang, at, markdown: sent.markdown }).run();
}

/** What was printed in issues other than one, oldest first. */
export function printedBefore(db: Db, issue: number): (typeof schema.printed.$inferSelect)[] {
  const { printed } = schema;
  return db
    .select()
    .from(printed)
    .orderBy(asc(printed.id))
    .all()
    .filter((row) => row.issue !== issue);
}
