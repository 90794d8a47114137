import { sentIssue } from '../../export/sent.ts';
import type { IssueLang } from '../../model.ts';
import { nightOf } from '../../night/context.ts';
import type { Sent } from '../../store/editions.ts';
import type { EditorAct } from '../../store/trail.ts';
import type { DeskContext } from '../context.ts';
import { openIssue } from './opened.ts';

/** Keeps an edition as readers got it, and locks it. The next issue opens with the template that is configured now. */
export async function sendEdition(
  context: DeskContext,
  number: number,
  lang: IssueLang,
  act: EditorAct,
): Promise<Sent> {
  const { document, template, glossary } = await openIssue(context, number);
  const config = await context.config();
  const sent = sentIssue(document, template, lang, glossary);
  return context.store.editions.send(
    number,
    lang,
    { ...sent, date: nightOf(act.at, config.timezone), template: config.issue.template },
    act,
  );
}
