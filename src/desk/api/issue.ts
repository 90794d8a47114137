import { Hono } from 'hono';
import { z } from 'zod';
import { findIssue, langSchema, numberSchema, openIssue } from '../issue/opened.ts';
import { groundsOf, sourcesOf } from '../issue/grounds.ts';
import { editionView, issueView } from '../issue/view.ts';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { deedName, kindOfPiece, ownerName } from '../names.ts';
import { readQuery } from '../parse.ts';
import type { GroundsView, IssueLine, IssueView, TrailView, VersionView } from '../wire/issue.ts';

const issueQuery = z.object({ number: numberSchema });
const ownerQuery = issueQuery.extend({ owner: z.string() });
const textQuery = z.object({ number: z.coerce.number().int(), owner: z.string(), field: z.string(), lang: langSchema });

/** What editors read of an issue: itself, what its texts rest on, and what was done to it. */
export function issueRoutes(context: DeskContext): DeskApp {
  const { store, now } = context;
  return new Hono<DeskEnv>()
    .get('/issues', async (c) => {
      const issues = await store.issues.list();
      const lines = issues.map(async ({ number }): Promise<IssueLine> => {
        return { number, editions: (await store.editions.of(number)).map(editionView) };
      });
      return c.json(await Promise.all(lines));
    })
    .get('/issue', async (c) => {
      const issue = await findIssue(context, readQuery(c, issueQuery).number);
      return c.json<IssueView | null>(issue && (await issueView(store, issue, { editor: c.get('editor'), at: now() })));
    })
    .get('/issue/grounds', async (c) => {
      const { number, owner } = readQuery(c, ownerQuery);
      const { issue, document } = await openIssue(context, number);
      const texts = (await store.wordings.inForce(issue.number)).filter((text) => text.owner === owner);
      return c.json<GroundsView>(groundsOf(sourcesOf(document, owner), texts));
    })
    .get('/issue/versions', async (c) => {
      const { number, ...key } = readQuery(c, textQuery);
      const versions = await store.wordings.history({ issue: number, ...key });
      return c.json(
        versions.map(({ id, value, author, at, correction }): VersionView => ({ id, value, author, at, correction })),
      );
    })
    .get('/issue/history', async (c) => {
      const issue = await findIssue(context, readQuery(c, issueQuery).number);
      const rows = issue === null ? [] : await store.trail(issue.number);
      const undone = new Set(rows.map(({ undoes }) => undoes));
      const views = rows.map(async ({ id, owner, action, editor, at, note }): Promise<TrailView> => {
        const what = ownerName(owner, await kindOfPiece(store, owner));
        return { id, owner, action, name: deedName('issue', action), what, editor, at, note, isUndone: undone.has(id) };
      });
      return c.json((await Promise.all(views)).reverse());
    });
}
