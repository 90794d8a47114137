import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { boardOf } from '../issue/board.ts';
import { dossierOf } from '../../export/dossier.ts';
import { findIssue } from '../issue/opened.ts';
import { answer } from '../issue/refusal.ts';
import { featureSection, startFeature } from '../issue/features.ts';
import { readBody, readQuery } from '../parse.ts';
import type { BoardView, DossierView } from '../wire/issue.ts';
import { say } from '../../text/said.ts';

const newFeature = z.object({ story: z.int().nullable(), about: z.enum(['news', 'research']) });

/** Features of the open issue: who writes what by when, and all that is known of each. */
export function featureRoutes(context: DeskContext): DeskApp {
  const { store, now } = context;
  return new Hono<DeskEnv>()
    .get('/features', async (c) => {
      const issue = await findIssue(context, undefined);
      return c.json<BoardView>(
        issue === null ? { issue: null, features: [], sections: [] } : await boardOf(store, issue),
      );
    })
    .post('/features', async (c) => {
      const { story, about } = await readBody(c, newFeature);
      const issue = await findIssue(context, undefined);
      const section = issue === null ? null : featureSection(issue, about);
      if (issue === null || section === null)
        throw new HTTPException(409, {
          message: say(issue === null ? 'desk.noIssueOpen' : 'desk.noFeatures'),
        });
      return answer(c, await startFeature(store, issue, { section, story }, { editor: c.get('editor'), at: now() }));
    })
    .get('/features/dossier', async (c) => {
      const { piece: id } = readQuery(c, z.object({ piece: z.coerce.number().int() }));
      const dossier = await dossierOf(store, id);
      if (dossier === null) throw new HTTPException(404, { message: `There is no feature ${id}.` });
      return c.json<DossierView>(dossier);
    });
}
