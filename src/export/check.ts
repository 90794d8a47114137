import type { Instant, IssueLang } from '../model.ts';
import type { Store } from '../store/store.ts';
import type { Finding } from './finding.ts';
import type { Glossary } from './glossary.ts';
import type { LoadedIssue } from './load.ts';
import { preflight, printedAddresses, type LinkFact } from './preflight.ts';

/** Answers older than this are asked for again when links are asked at all. */
const LINK_AGE = 24 * 3_600_000;

/** Checks an issue against its sources, past issues and what the network last said of its links. */
export async function checkLoaded(
  store: Store,
  { document, template }: LoadedIssue,
  glossary: Glossary,
  lang: IssueLang,
  now: Instant,
): Promise<Finding[]> {
  const known = await store.linkChecks.known(printedAddresses(document, template, lang), now - LINK_AGE);
  const links = new Map(known.map(({ url, status, error }): [string, LinkFact] => [url, { status, error }]));
  const past = await store.printedBefore(document.number);
  return preflight(document, template, lang, { glossary, links, past });
}

/**
 * Asks the addresses of which nothing is known since yesterday, and keeps what they answered. `ask` asks each once, and
 * leaves out those that may not be asked. Returns how many were asked, and how many were known.
 */
export async function askMissing(
  store: Store,
  { document, template }: LoadedIssue,
  lang: IssueLang,
  ask: (addresses: readonly string[]) => Promise<ReadonlyMap<string, LinkFact>>,
  now: () => Instant,
): Promise<{ asked: number; known: number }> {
  const addresses = printedAddresses(document, template, lang);
  const known = new Set((await store.linkChecks.known(addresses, now() - LINK_AGE)).map(({ url }) => url));
  const missing = addresses.filter((url) => !known.has(url));
  const answers = await ask(missing);
  const askedAt = now();
  await store.linkChecks.save([...answers].map(([url, fact]) => ({ url, ...fact, askedAt })));
  return { asked: missing.length, known: known.size };
}
