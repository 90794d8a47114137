import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { Finding } from '../export/finding.ts';
import type { Glossary } from '../export/glossary.ts';
import type { LinkFact } from '../export/preflight.ts';
import type { FetchResult } from '../net/client.ts';
import { readConfig } from './context.ts';

/** The glossary that feeds.yaml names; the shipped one also without a feeds.yaml. */
export async function loadGlossary(options: { feeds: string }): Promise<Glossary> {
  const { readGlossary } = await import('../export/glossary.ts');
  return readGlossary(existsSync(options.feeds) ? (await readConfig(options)).issue.glossary : '');
}

/**
 * Asks every address once, politely. One that may not be asked has no answer in the map, and is not judged. A page that
 * only refuses machines is no dead link.
 *
 * @param db The database that is worked on: all processes beside it take turns.
 */
export async function askLinks(
  addresses: readonly string[],
  config: Config,
  db: string,
): Promise<ReadonlyMap<string, LinkFact>> {
  const { clientFor } = await import('./client.ts');
  const client = clientFor(config, { now: Date.now, noDelay: false, db });
  try {
    const results = await Promise.all(addresses.map((url) => client.fetch({ url, robots: true })));
    const { halted } = client.stats();
    const facts = results.map(async (result) =>
      result.status === 0 && (await isHalted(halted, result.url)) ? [] : factOf(result),
    );
    return new Map((await Promise.all(facts)).flat());
  } finally {
    await client.close();
  }
}

/** Whether the address is one of a service that is left alone this night, so that nothing is known of its pages. */
async function isHalted(halted: ReadonlyMap<string, string>, address: string): Promise<boolean> {
  if (halted.size === 0 || !URL.canParse(address)) return false;
  const { serviceOf } = await import('../net/service.ts');
  return halted.has(await serviceOf(new URL(address)));
}

function factOf({ url, status, failure }: FetchResult): [string, LinkFact][] {
  if (status > 0) return [[url, { status, error: null }]];
  const wasAsked = failure !== null && !/^(?:robots$|halted|forbidden)/.test(failure.code);
  return wasAsked ? [[url, { status: null, error: failure.message }]] : [];
}

/** Findings as lines; texts that the language does not have yet are counted in one line, they are not mistakes. */
export function findingLines(findings: readonly Finding[]): string[] {
  const untranslated = findings.filter(({ rule }) => rule === 'untranslated');
  const [first] = untranslated;
  const others = findings.filter(({ rule }) => rule !== 'untranslated').map(findingLine);
  if (first === undefined) return others;
  const texts = untranslated.length === 1 ? '1 text has' : `${untranslated.length} texts have`;
  return [
    `${first.place.lang}: ${texts} no translation; the originals are printed and marked ("nightdesk preflight" lists them) [untranslated]`,
    ...others,
  ];
}

/** A finding as a line: its place, the sentence, the rule. */
export function findingLine({ rule, place, message }: Finding): string {
  const spot = [place.section, place.owner, place.field].filter((part) => part !== '').join(' / ');
  return `${place.lang} ${spot}: ${message} [${rule}]`;
}
