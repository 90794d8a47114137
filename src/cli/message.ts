import type { Config } from '../config.ts';
import {
  failureMessage,
  morningMessage,
  PLAIN,
  SLACK,
  type Markup,
  type Message,
  type Morning,
  type TopStory,
} from '../night/message.ts';
import type { NightSummary } from '../night/collection.ts';
import { storiesOf } from '../night/stories.ts';
import type { Store } from '../store/store.ts';
import { sendMail, sendToCommand, sendWebhook } from './send.ts';

/** So many stories are told. */
const TOP = 10;

/** How the night went, and what the open issue printed before it. */
interface NightDone {
  summary: NightSummary;
  before: ReadonlyMap<number, string>;
}

/**
 * Sends the morning message to where feeds.yaml says. A message that cannot be sent is told on standard error and never
 * fails the night; cron's own alarm goes by the exit code.
 */
export async function tellMorning(config: Config, store: Store, done: NightDone): Promise<void> {
  if (isQuiet(config)) return;
  const morning = await morningOf(config, store, done);
  await send(config, (markup) => morningMessage(morning, config.message.lang, markup));
}

/** Tells that a night broke off, and why, to where its message would have gone. */
export async function tellFailure(config: Config, error: unknown): Promise<void> {
  if (isQuiet(config)) return;
  const why = error instanceof Error ? error.message : String(error);
  await send(config, (markup) => failureMessage(why, config.message.lang, markup));
}

function isQuiet({ message: { webhook, smtp, command } }: Config): boolean {
  return webhook === '' && smtp === '' && command.length === 0;
}

async function send({ message, contact }: Config, write: (markup: Markup) => Message): Promise<void> {
  const { webhook, smtp, to, command } = message;
  const sendings = [
    ...(webhook === '' ? [] : [sendWebhook(webhook, write(SLACK).text)]),
    ...(smtp === '' ? [] : [sendMail(smtp, { from: message.from || contact, to, ...write(PLAIN) })]),
    ...(command.length === 0 ? [] : [sendToCommand(command, write(PLAIN))]),
  ];
  for (const sending of await Promise.allSettled(sendings))
    if (sending.status === 'rejected') process.stderr.write(`The morning message was not sent: ${reason(sending)}\n`);
}

/** The titles that the open issue prints, by story. */
export async function printedTitles(store: Store): Promise<Map<number, string>> {
  const issue = await store.issues.open();
  const slots = issue === null ? [] : await store.issues.lineup(issue.number);
  return new Map(
    slots.map(({ story, item, texts }) => [
      story ?? item ?? 0,
      texts.find(({ field }) => field === 'title')?.value ?? '(no title yet)',
    ]),
  );
}

async function morningOf(config: Config, store: Store, { summary, before }: NightDone): Promise<Morning> {
  const after = await printedTitles(store);
  const missing = (one: ReadonlyMap<number, string>, other: ReadonlyMap<number, string>): string[] =>
    [...one].flatMap(([story, title]) => (other.has(story) ? [] : [title]));
  const top = await topOf(config, store, summary.night);
  return {
    summary,
    top,
    added: missing(after, before),
    removed: missing(before, after),
    desk: config.message.desk || config.desk.publicUrl,
  };
}

async function topOf(config: Config, store: Store, night: string): Promise<TopStory[]> {
  const shortlist = (await store.curation.candidates({ night })).filter(({ below }) => below === null);
  const best = shortlist.toSorted((a, b) => a.rank - b.rank || a.section.localeCompare(b.section)).slice(0, TOP);
  const items = await store.curation.itemsOf(best.map(({ story }) => story));
  const stories = new Map(storiesOf(items, config).map((story) => [story.id, story]));
  return best.flatMap(({ story }) => {
    const told = stories.get(story);
    if (told === undefined) return [];
    const { lead } = told;
    const outlets = [...new Set([lead, ...told.items].map(({ outlet }) => outlet))];
    return [{ title: lead.title, url: lead.url, outlets }];
  });
}

function reason({ reason: error }: PromiseRejectedResult): string {
  return error instanceof Error ? error.message : String(error);
}
