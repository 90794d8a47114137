import type { PrintedEntry } from '../../export/read-issue.ts';
import type { Instant } from '../../model.ts';
import type { NewPrinted, Remembered } from '../../store/memory.ts';
import type { Store } from '../../store/store.ts';
import { addressKey } from '../../text/urls.ts';
import type { ReadFile } from './read-files.ts';

/** What became of one file. */
export type Outcome = { file: string } & (
  | { is: Remembered; issue: number; lang: string; date: string; entries: number }
  | { is: 'refused'; why: string }
);

export interface Given {
  number?: number;
  date?: Instant;
  countFrom?: number;
  lang?: string;
}

/** Keeps every issue that was read, oldest first, or says why it cannot. */
export async function rememberAll(read: readonly ReadFile[], given: Given, store: Store): Promise<Outcome[]> {
  const made = new Map((await store.issues.list()).map((issue) => [issue.number, issue]));
  const taken = new Map<string, string>();
  const outcomes: Outcome[] = [];
  let next = given.countFrom;
  for (const one of read.toSorted((a, b) => dateOf(a) - dateOf(b))) {
    const { file } = one;
    if ('why' in one) {
      outcomes.push({ file, is: 'refused', why: one.why });
      continue;
    }
    const date = given.date ?? one.issue.date;
    const issue = given.number ?? one.issue.number ?? next;
    if (given.number === undefined && one.issue.number === null && next !== undefined) next += 1;
    const lang = given.lang ?? one.issue.language;
    const why = refusal({ issue, date, lang }, made, taken);
    if (why !== null || issue === undefined || date === null) {
      outcomes.push({ file, is: 'refused', why: why ?? '' });
      continue;
    }
    taken.set(`${issue} ${lang}`, file);
    const entries = one.issue.entries.map(printed);
    const is = await store.memory.keep(issue, lang, date, entries);
    const day = new Date(date).toISOString().slice(0, 10);
    outcomes.push({ file, is, issue, lang, date: day, entries: entries.length });
  }
  return outcomes;
}

function dateOf(one: ReadFile): number {
  return 'issue' in one ? (one.issue.date ?? 0) : 0;
}

function refusal(
  { issue, date, lang }: { issue: number | undefined; date: Instant | null; lang: string },
  made: ReadonlyMap<number, unknown>,
  taken: ReadonlyMap<string, string>,
): string | null {
  if (issue === undefined)
    return 'It says no number. Give --number 41 with this one file, or --count-from 1 to number those that say none.';
  if (date === null) return `It says no date (issue #${issue}). Give --date 2024-08-19 with this one file.`;
  if (made.has(issue))
    return `Issue #${issue} was made here and is remembered from its own slots; "nightdesk issues reconcile ${issue} FILE" compares a published page with it.`;
  const other = taken.get(`${issue} ${lang}`);
  return other === undefined ? null : `It says that it is #${issue}, as ${other} does. Give each its --number.`;
}

function printed({ section, title, url, text }: PrintedEntry): NewPrinted {
  return { section: section ?? (addressKey(url).startsWith('arxiv:') ? 'papers' : 'news'), title, url, text };
}
