import type { IssueLang } from '../../model.ts';
import type { EditionChanged } from '../../store/editions.ts';
import type { SentIssue } from '../../store/printed.ts';
import type { Store } from '../../store/store.ts';
import { actOf, type ActOptions } from './act.ts';

/** What readers of an edition have, as the texts in force have it. */
export async function asSent(
  store: Store,
  number: number,
  options: ActOptions & { lang: IssueLang },
): Promise<SentIssue> {
  const [{ loadIssue }, { sentIssue }, { loadGlossary }] = await Promise.all([
    import('../issue.ts'),
    import('../../export/sent.ts'),
    import('../edition.ts'),
  ]);
  const { document, template } = await loadIssue(store, number, options);
  return sentIssue(document, template, options.lang, await loadGlossary(options));
}

/** Keeps what readers have now. */
export async function recordAsSent(
  store: Store,
  number: number,
  options: ActOptions & { lang: IssueLang },
  action: 'correct' | 'reconcile',
): Promise<EditionChanged> {
  return store.editions.record(number, options.lang, action, await asSent(store, number, options), actOf(options));
}
