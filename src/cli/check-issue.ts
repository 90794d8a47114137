import type { Finding } from '../export/finding.ts';
import type { Glossary } from '../export/glossary.ts';
import type { LoadedIssue } from '../export/load.ts';
import type { IssueLang } from '../model.ts';
import type { Store } from '../store/store.ts';
import { loadGlossary } from './edition.ts';
import { loadIssue } from './issue.ts';

export interface CheckedIssue extends LoadedIssue {
  glossary: Glossary;
  found: readonly Finding[];
}

/** Reads an issue and checks it (see export/check.ts). */
export async function checkIssue(
  store: Store,
  number: number | undefined,
  lang: IssueLang,
  options: { feeds: string },
): Promise<CheckedIssue> {
  const { checkLoaded } = await import('../export/check.ts');
  const loaded = await loadIssue(store, number, options);
  const glossary = await loadGlossary(options);
  return { ...loaded, glossary, found: await checkLoaded(store, loaded, glossary, lang, Date.now()) };
}
