import type { Finding } from '../export/finding.ts';
import type { Glossary } from '../export/glossary.ts';
import type { LoadedIssue } from '../export/load.ts';
import type { LinkFact } from '../export/preflight.ts';
import type { IssueLang } from '../model.ts';
import type { Store } from '../store/store.ts';
import { loadGlossary } from './edition.ts';
import { loadIssue } from './issue.ts';

export interface CheckedIssue extends LoadedIssue {
  glossary: Glossary;
  found: readonly Finding[];
}

/** Answers older than this are asked for again when links are asked at all. */
export const LINK_AGE = 24 * 3_600_000;

/** Reads an issue and checks it against its sources, past issues and what the network last said of its links. */
export async function checkIssue(
  store: Store,
  number: number | undefined,
  lang: IssueLang,
  options: { feeds: string },
): Promise<CheckedIssue> {
  const { preflight, printedAddresses } = await import('../export/preflight.ts');
  const loaded = await loadIssue(store, number, options);
  const glossary = await loadGlossary(options);
  const { document, template } = loaded;
  const known = await store.linkChecks.known(printedAddresses(document, template, lang), Date.now() - LINK_AGE);
  const links = new Map(known.map(({ url, status, error }): [string, LinkFact] => [url, { status, error }]));
  const past = await store.printedBefore(document.number);
  return { ...loaded, glossary, found: preflight(document, template, lang, { glossary, links, past }) };
}
