import { existsSync } from 'node:fs';
import type { LoadedIssue } from '../export/load.ts';
import type { Issue } from '../store/issues.ts';
import type { Store } from '../store/store.ts';
import { readConfig } from './context.ts';
import { UsageError } from './failure.ts';

/** The issue of that number, or the open one when none is given. Throws UsageError that tells which there are. */
export async function findIssue(store: Store, number?: number): Promise<Issue> {
  const issue = number === undefined ? await store.issues.open() : await store.issues.get(number);
  if (issue !== null) return issue;
  const known = (await store.issues.list()).map((each) => each.number).join(', ');
  const mend = known === '' ? 'The first night opens one: "nightdesk night".' : `There are ${known}.`;
  throw new UsageError(number === undefined ? `No issue is open. ${mend}` : `There is no issue ${number}. ${mend}`);
}

/** Reads an issue (the open one when no number is given) with its template, ready to be printed. */
export async function loadIssue(
  store: Store,
  number: number | undefined,
  options: { feeds: string },
): Promise<LoadedIssue> {
  const { loadDocument } = await import('../export/load.ts');
  const figures = existsSync(options.feeds) ? (await readConfig(options)).issue.figures : '';
  return loadDocument(store, await findIssue(store, number), figures);
}
