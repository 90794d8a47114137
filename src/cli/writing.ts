import type { Config } from '../config.ts';
import type { Budget } from '../export/writer/write.ts';
import type { WritingDone } from '../export/writer/issue.ts';
import type { Instant, IssueLang, Night } from '../model.ts';
import type { Store } from '../store/store.ts';
import { loadGlossary } from './edition.ts';
import { loadIssue } from './issue.ts';

interface WritingOptions {
  feeds: string;
  issue?: number | undefined;
  now: () => Instant;
}

/** The rest of a night's budget: what its calls have cost so far, the desk's too, is taken off. */
async function budgetOf(store: Store, config: Config, night: Night): Promise<Budget> {
  const calls = await store.writerCalls.of(night);
  const sum = (of: (call: (typeof calls)[number]) => number): number =>
    calls.reduce((total, call) => total + of(call), 0);
  return {
    maxTokens: config.writer.tokens,
    spentTokens: sum(({ inputTokens, outputTokens }) => inputTokens + outputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    maxMs: config.writer.seconds * 1000,
    spentMs: sum(({ ms }) => ms),
  };
}

/** Lets the writer work on an issue, when the environment names one; null when it names none. */
export async function writeWithWriter(
  store: Store,
  config: Config,
  options: WritingOptions,
): Promise<WritingDone | null> {
  const [{ openAiWriter, writerOptions }, { writeIssue }, { nightOf }] = await Promise.all([
    import('../export/writer/client.ts'),
    import('../export/writer/issue.ts'),
    import('../night/context.ts'),
  ]);
  const named = writerOptions(process.env);
  if (named === null) return null;
  const night = nightOf(options.now(), config.timezone);
  const budget = await budgetOf(store, config, night);
  return writeIssue(await loadIssue(store, options.issue, options), {
    store,
    writer: openAiWriter(named),
    glossary: await loadGlossary(options),
    night,
    budget,
    now: options.now,
    ticks: () => performance.now(),
  });
}

/** Ideas for the title of an issue; null when the environment names no writer. */
export async function ideasForTitle(
  store: Store,
  config: Config,
  lang: IssueLang,
  options: WritingOptions,
): Promise<string[] | null> {
  const [{ openAiWriter, writerOptions }, { titleIdeas }, { nightOf }] = await Promise.all([
    import('../export/writer/client.ts'),
    import('../export/writer/issue.ts'),
    import('../night/context.ts'),
  ]);
  const named = writerOptions(process.env);
  if (named === null) return null;
  const budget = await budgetOf(store, config, nightOf(options.now(), config.timezone));
  const loaded = await loadIssue(store, options.issue, options);
  return titleIdeas(loaded, lang, { writer: openAiWriter(named), budget, ticks: () => performance.now() });
}

/** What the writer did, in a sentence with its cost. */
export function writingLine(done: WritingDone, { writer }: Config): string {
  const { asked, taken, inputTokens, outputTokens, stopped } = done;
  const price = (inputTokens * writer.inputPrice + outputTokens * writer.outputPrice) / 1e6;
  const cost = `${inputTokens + outputTokens} tokens${price === 0 ? '' : `, cost ${price.toFixed(4)}`}`;
  return `The writer wrote ${taken} of ${asked} texts (${cost}).${stopped === null ? '' : ` It stopped: ${stopped}.`}`;
}
