import type { IssueDocument } from '../export/document.ts';
import type { Template } from '../export/template.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './failure.ts';

export interface LoadedIssue {
  document: IssueDocument;
  template: Template;
}

/** Reads an issue (the open one when no number is given) with its template, ready to be printed. */
export async function loadIssue(store: Store, number?: number): Promise<LoadedIssue> {
  const [{ readTemplate }, { assemble }] = await Promise.all([
    import('../export/template.ts'),
    import('../export/assemble.ts'),
  ]);
  const issue = number === undefined ? await store.issues.open() : await store.issues.get(number);
  if (issue === null) {
    const known = (await store.issues.list()).map((each) => each.number).join(', ');
    const mend = known === '' ? 'The first night opens one: "nightdesk night".' : `There are ${known}.`;
    throw new UsageError(number === undefined ? `No issue is open. ${mend}` : `There is no issue ${number}. ${mend}`);
  }
  const template = readTemplate(issue.template);
  const slots = await store.issues.lineup(issue.number);
  const stories = slots.flatMap(({ story }) => (story === null ? [] : [story]));
  const printed = slots.flatMap(({ item }) => (item === null ? [] : [item]));
  const told = await store.curation.itemsOf(stories);
  const others = await store.curation.itemsById(printed.filter((id) => !told.some((item) => item.id === id)));
  // An editor's find may open an issue before the first night.
  const date = (await store.nights.runs()).at(-1)?.night ?? new Date(issue.openedAt).toISOString().slice(0, 10);
  return { document: assemble({ issue, date, slots, items: [...told, ...others] }, template), template };
}
