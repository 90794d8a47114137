import { Hono } from 'hono';
import { z } from 'zod';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { boardOf } from '../issue/board.ts';
import { dossierOf, type Dossier } from '../../export/dossier.ts';
import { findIssue } from '../issue/opened.ts';
import { answer } from '../issue/refusal.ts';
import { featureSection, startFeature } from '../issue/features.ts';
import { readBody, readQuery } from '../parse.ts';
import type { BoardView, DossierView } from '../wire/issue.ts';
import { say } from '../../text/said.ts';
import { refusal } from '../refusal.ts';
import { words } from '../words.ts';

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
        throw refusal(409, say(issue === null ? 'desk.noIssueOpen' : 'desk.noFeatures'));
      return answer(c, await startFeature(store, issue, { section, story }, { editor: c.get('editor'), at: now() }));
    })
    .get('/features/dossier', async (c) => {
      const { piece: id } = readQuery(c, z.object({ piece: z.coerce.number().int() }));
      const dossier = await dossierOf(store, id);
      if (dossier === null) throw refusal(404, say('desk.noFeature', { id }));
      return c.json<DossierView>(dossierView(dossier));
    });
}

function dossierView({ timeline, past, ...rest }: Dossier): DossierView {
  return {
    ...rest,
    timeline: timeline.map(({ what, ...event }) => ({ ...event, what: words(what) })),
    past: past.map(({ why, ...entry }) => ({ ...entry, why: words(why) })),
  };
}
