import { refusal } from '../refusal.ts';
import { z } from 'zod';
import { readGlossary, type Glossary } from '../../export/glossary.ts';
import { loadDocument, type LoadedIssue } from '../../export/load.ts';
import { ISSUE_LANGS } from '../../model.ts';
import type { Issue } from '../../store/issues.ts';
import type { DeskContext } from '../context.ts';
import { say } from '../../text/said.ts';

/** An issue named by its number in a query or a body; the open one when it is missing. */
export const numberSchema = z.coerce.number().int().min(1).optional();
export const langSchema = z.enum(ISSUE_LANGS);

/** The issue of that number, or the open one; null when none is open. Answers 404 when there is no such number. */
export async function findIssue({ store }: DeskContext, number: number | undefined): Promise<Issue | null> {
  if (number === undefined) return store.issues.open();
  const issue = await store.issues.get(number);
  if (issue === null) throw refusal(404, say('desk.noIssue', { number }));
  return issue;
}

/** An issue as a document, with the team's glossary. Answers 404 when none is open. */
export async function openIssue(
  context: DeskContext,
  number: number | undefined,
): Promise<LoadedIssue & { glossary: Glossary }> {
  const issue = await findIssue(context, number);
  if (issue === null) throw refusal(404, say('desk.noIssueOpen'));
  const config = await context.config();
  const loaded = await loadDocument(context.store, issue, config.issue.figures);
  return { ...loaded, glossary: readGlossary(config.issue.glossary) };
}
