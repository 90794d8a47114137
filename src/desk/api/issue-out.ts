import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { askMissing, checkLoaded } from '../../export/check.ts';
import { mayExport, REFUSED_RULES } from '../../export/preflight.ts';
import { render } from '../../export/render.ts';
import type { IssueLang } from '../../model.ts';
import type { DeskApp, DeskContext, DeskEnv } from '../context.ts';
import { langSchema, numberSchema, openIssue } from '../issue/opened.ts';
import { fileFor } from '../issue/out.ts';
import { findingName } from '../names.ts';
import { readQuery } from '../parse.ts';
import { EXPORT_TARGETS, type CopyView, type FindingView } from '../wire/issue.ts';
import { say } from '../../text/said.ts';
import { words } from '../words.ts';
import { refusal } from '../refusal.ts';

const editionQuery = z.object({ number: numberSchema, lang: langSchema });
const targetQuery = editionQuery.extend({ to: z.enum(EXPORT_TARGETS), bilingual: z.literal('yes').optional() });

/**
 * A preview is a page of ours with styles in it and nothing that runs; its pictures are data. It stands in the desk's own
 * frame, and nowhere else.
 */
const PREVIEW_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-same-origin allow-popups";

/** What leaves the desk: preflight, preview, and the issue for every target. */
export function issueOutRoutes(context: DeskContext): DeskApp {
  const { store, now } = context;
  return new Hono<DeskEnv>()
    .get('/issue/preflight', async (c) => {
      const { number, lang, links } = readQuery(c, editionQuery.extend({ links: z.literal('yes').optional() }));
      const opened = await openIssue(context, number);
      if (links !== undefined) await askMissing(store, opened, lang, context.askLinks, now);
      const findings = await checkLoaded(store, opened, opened.glossary, lang, now());
      return c.json(
        findings.map(({ rule, place, message }): FindingView => {
          const { section, owner, field } = place;
          return {
            rule,
            name: findingName(rule),
            lang,
            section,
            owner,
            field,
            message: words(message),
            isRefused: REFUSED_RULES.includes(rule),
          };
        }),
      );
    })
    .get('/issue/preview', async (c) => {
      const { number, lang } = readQuery(c, editionQuery);
      const { document, template, glossary } = await openIssue(context, number);
      c.header('content-security-policy', PREVIEW_POLICY);
      return c.html(render(document, template, 'email', lang, glossary).body);
    })
    .get('/issue/copy', async (c) => {
      const { number, lang, to } = readQuery(c, targetQuery);
      const opened = await openIssue(context, number);
      await refuseUnsourced(context, opened, lang);
      if (to === 'docx') throw refusal(400, say('desk.noWordPaste'));
      const { title, subtitle, body, plain, extension } = render(
        opened.document,
        opened.template,
        to,
        lang,
        opened.glossary,
      );
      const isRich = extension === 'html';
      return c.json<CopyView>({ title, subtitle, html: isRich ? body : null, plain: isRich ? plain : body });
    })
    .get('/issue/file', async (c) => {
      const { number, lang, to, bilingual } = readQuery(c, targetQuery);
      const opened = await openIssue(context, number);
      // Translators get what there is; what readers get is checked.
      if (bilingual === undefined) await refuseUnsourced(context, opened, lang);
      const file = fileFor(opened, { to, lang, isBilingual: bilingual !== undefined });
      return download(c, file);
    });
}

/** No export holds a link that is in no stored source and was typed by nobody. */
async function refuseUnsourced(
  { store, now }: DeskContext,
  opened: Awaited<ReturnType<typeof openIssue>>,
  lang: IssueLang,
): Promise<void> {
  const findings = await checkLoaded(store, opened, opened.glossary, lang, now());
  if (mayExport(findings, false)) return;
  const why = findings.filter(({ rule }) => REFUSED_RULES.includes(rule)).map(({ message }) => message);
  throw refusal(409, say('desk.notExported', { why: why.join('; ') }));
}

function download(
  c: Context,
  { name, type, body }: { name: string; type: string; body: string | Uint8Array },
): Response {
  c.header('content-type', type);
  c.header('content-disposition', `attachment; filename="${name}"`);
  return c.body(typeof body === 'string' ? body : new Uint8Array(body));
}
