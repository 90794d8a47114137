import { Command } from 'commander';
import type { Config } from '../config.ts';
import type { FeedDocument, Source } from '../model.ts';
import type { PageExplanation } from '../collect/page.ts';
import type { Client, FetchResult } from '../net/client.ts';
import type { SourceState } from '../store/sources.ts';
import { readConfig, wholeNumber, withFiles, withStore, type FileOptions } from './context.ts';
import { type Check, checkRow, checkTable, describeCheck } from './describe-check.ts';
import { UsageError } from './failure.ts';
import { say, saidBy, type Sentence } from '../text/said.ts';

/** A permanent redirect is written into feeds.yaml when so many nights have seen it: one may be a slip of the server. */
const NIGHTS_TO_MOVE = 3;

const EXAMPLES = `
Without a name every source that is on is asked, and a line told of each; with names, all that a person needs to see.
Nothing is stored.

Examples:
  nightdesk sources check
  nightdesk sources check mistral-news --items 10
  nightdesk sources check --json
  nightdesk sources check --apply`;

interface CheckOptions extends FileOptions {
  json?: true;
  apply?: true;
  items: number;
}

/** `nightdesk sources check`: asks sources as politely as a night, and shows what they hold. */
export function checkCommand(): Command {
  return withFiles(new Command('check'))
    .description('Ask the sources, show what each holds and how it was read, which moved, and what to do.')
    .argument('[id...]', 'the sources to ask; all that are on when missing')
    .option('--items <n>', 'show so many items of a named source', wholeNumber(0), 5)
    .option('--json', 'one JSON object a source')
    .option('--apply', `write the new address of those that moved for good, seen on at least ${NIGHTS_TO_MOVE} nights`)
    .addHelpText('after', EXAMPLES)
    .action(async (ids: string[], options: CheckOptions) => {
      const config = await readConfig(options);
      const checks = await checkAll(chosen(config, ids), ids.length > 0, config, options);
      if (options.json === true)
        for (const check of checks) process.stdout.write(`${JSON.stringify(checkRow(check))}\n`);
      else
        process.stdout.write(
          `${ids.length > 0 ? checks.map((check) => describeCheck(check, options.items)).join('\n\n') : checkTable(checks)}\n`,
        );
      await moveSources(checks, options);
    });
}

function chosen({ sources }: Config, ids: readonly string[]): Source[] {
  const unknown = ids.filter((id) => !sources.some((source) => source.id === id));
  if (unknown.length > 0)
    throw new UsageError(`No source is called ${unknown.join(', ')}. See "nightdesk sources list".`);
  return sources.filter(({ id, enabled }) => (ids.length > 0 ? ids.includes(id) : enabled));
}

async function checkAll(
  sources: readonly Source[],
  isNamed: boolean,
  config: Config,
  options: FileOptions,
): Promise<Check[]> {
  const [states, { handClient }] = await Promise.all([
    withStore(options, (store) => store.sources.states()),
    import('./add-source.ts'),
  ]);
  const client = await handClient(config, options.db);
  try {
    return await Promise.all(
      sources.map(async (source) => {
        const state = states.get(source.id);
        // What asked to be left alone is asked only by somebody who means it.
        return state?.disabledReason != null && !isNamed ? leftAlone(source, state) : check(source, client, state);
      }),
    );
  } finally {
    await client.close();
  }
}

function leftAlone(source: Source, state: SourceState): Check {
  const { movedTo, failures, disabledReason: switchedOff } = state;
  const movedNights = state.movedNights?.length ?? 0;
  return { source, document: null, problem: null, list: null, status: 0, movedTo, movedNights, failures, switchedOff };
}

async function check(source: Source, client: Client, state: SourceState | undefined): Promise<Check> {
  const answer = await ask(source, client);
  const seen = {
    ...(await documentOf(source, answer)),
    list: await listOf(source, answer),
    status: answer?.status ?? 0,
  };
  const movedTo = answer?.permanentTo ?? state?.movedTo ?? null;
  return {
    source,
    ...seen,
    movedTo: movedTo === source.url ? null : movedTo,
    movedNights: state?.movedTo === movedTo ? (state?.movedNights?.length ?? 0) : 0,
    failures: state?.failures ?? 0,
    switchedOff: state?.disabledReason ?? null,
  };
}

/** What a source holds at this moment, or why that cannot be told. */
export async function askSource(
  source: Source,
  client: Client,
): Promise<{ document: FeedDocument | null; problem: Sentence | null }> {
  return documentOf(source, await ask(source, client));
}

/** null for mail, which lies in a folder. */
async function ask(source: Source, client: Client): Promise<FetchResult | null> {
  const { url, kind, allowPrivate, robots, headers } = source;
  if (kind === 'mail') return null;
  const { resolveSecrets } = await import('../net/secrets.ts');
  return client.fetch({ url, allowPrivate, robots, headers: resolveSecrets(headers, process.env) });
}

async function documentOf(
  source: Source,
  answer: FetchResult | null,
): Promise<{ document: FeedDocument | null; problem: Sentence | null }> {
  const { readDocument, readMailbox } = await import('../night/read.ts');
  try {
    if (answer === null) return { document: await readMailbox(source, 0), problem: null };
    const { body, failure, status, url } = answer;
    if (body === null) return { document: null, problem: failure?.message ?? say('probe.noDocument', { url, status }) };
    return { document: await readDocument(source, body, answer), problem: null };
  } catch (error) {
    return { document: null, problem: saidBy(error) };
  }
}

async function listOf(source: Source, answer: FetchResult | null): Promise<PageExplanation | null> {
  if (source.kind !== 'page' || answer?.body == null) return null;
  return (await import('../night/read.ts')).explainList(source, answer.body, answer);
}

async function moveSources(checks: readonly Check[], { apply, feeds, json }: CheckOptions): Promise<void> {
  const moves = new Map<string, string>();
  for (const { source, movedTo, movedNights } of checks)
    if (movedTo !== null && movedNights >= NIGHTS_TO_MOVE) moves.set(source.id, movedTo);
  const tell = (line: string): boolean => (json === true ? process.stderr : process.stdout).write(`${line}\n`);
  if (apply !== true || moves.size === 0) {
    tell(`${moves.size} addresses to change${moves.size === 0 ? '' : '; --apply writes them'}.`);
    return;
  }
  const file = await import('../feeds-file.ts');
  tell(`${await file.moveSources(feeds, moves)} addresses changed in ${feeds}.`);
}
