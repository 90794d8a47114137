import type { Instant, IssueLang, Night } from '../../model.ts';
import type { Store } from '../../store/store.ts';
import { NIGHT, WRITER } from '../../store/text-state.ts';
import { wordingIn, type IssueDocument } from '../document.ts';
import type { Glossary } from '../glossary.ts';
import type { LoadedIssue } from '../load.ts';
import type { Template } from '../template.ts';
import { issueTexts, type IssueText } from '../texts.ts';
import type { Writer } from './client.ts';
import { hasTitle, type WriterTask } from './task.ts';
import { write, type Budget, type Written } from './write.ts';

export interface WritingContext {
  store: Store;
  writer: Writer;
  glossary: Glossary;
  night: Night;
  budget: Budget;
  now: () => Instant;
  /** Monotonic milliseconds. */
  ticks: () => number;
}

/** What the writer did to an issue, and what it cost. */
export interface WritingDone {
  asked: number;
  taken: number;
  inputTokens: number;
  outputTokens: number;
  /** Why it stopped before the last text; null when it did not. */
  stopped: string | null;
}

/** An endpoint that does not answer so often in a row is not asked again tonight. */
const GIVE_UP = 3;

/**
 * Asks the writer for every text of the lists that only a night has written: blurbs in the languages a story is told in,
 * and what one language has and the other lacks. Texts of people are not touched; what fails the checks leaves the
 * extract standing. Every call is kept with what it cost.
 */
export async function writeIssue({ document, template }: LoadedIssue, context: WritingContext): Promise<WritingDone> {
  const done = { asked: 0, taken: 0, inputTokens: 0, outputTokens: 0, stopped: null as string | null };
  let silent = 0;
  for (const { text, lang, task, fallback } of tasksFor(document, template, context.glossary)) {
    const { budget } = context;
    if (budget.spentTokens >= budget.maxTokens || budget.spentMs >= budget.maxMs) {
      return { ...done, stopped: "the night's budget is spent" };
    }
    const before = { ...budget };
    const written = await write(context.writer, task, fallback, { budget, now: context.ticks });
    const outputTokens = budget.outputTokens - before.outputTokens;
    const inputTokens = budget.spentTokens - before.spentTokens - outputTokens;
    const cost = { inputTokens, outputTokens, ms: Math.round(budget.spentMs - before.spentMs) };
    const isTaken = written.by === 'writer' && (await keep(context, document.number, text, lang, task, written));
    await record(context, document.number, text, lang, { ...cost, written, isTaken });
    done.asked++;
    done.taken += isTaken ? 1 : 0;
    done.inputTokens += inputTokens;
    done.outputTokens += outputTokens;
    silent = budget.spentMs > before.spentMs && inputTokens + outputTokens === 0 ? silent + 1 : 0;
    if (silent === GIVE_UP) return { ...done, stopped: `the endpoint does not answer: ${written.problems.join('; ')}` };
  }
  return done;
}

interface AskedFor {
  text: IssueText;
  lang: IssueLang;
  task: WriterTask;
  /** What stands when the writer fails: the night's own text, or nothing. */
  fallback: string;
}

/** Blurbs first, then what a language lacks: a translation is made from the better text. */
function tasksFor(issue: IssueDocument, template: Template, glossary: Glossary): AskedFor[] {
  const listed = issueTexts(issue, template).filter(
    ({ spot }) => spot.owner.startsWith('slot:') && spot.field !== 'guest',
  );
  const blurbs = listed.flatMap((text) =>
    template.languages.flatMap((lang): AskedFor[] => {
      const limit = text.limits?.[lang];
      const standing = text.wordings[lang];
      if (limit === undefined || standing === undefined || standing.by !== null) return [];
      return [{ text, lang, fallback: standing.text, task: { kind: 'blurb', lang, sources: text.sources, limit } }];
    }),
  );
  const gaps = listed.flatMap((text) =>
    template.languages.flatMap((lang): AskedFor[] => {
      const from = template.languages.find((each) => each !== lang && wordingIn(text.wordings, each) !== null);
      if (from === undefined || wordingIn(text.wordings, lang) !== null) return [];
      const limit = text.limits?.[lang] ?? { min: 1, max: TITLE_CHARACTERS, unit: 'characters' as const };
      const words = wordingIn(text.wordings, from) ?? '';
      const task = { kind: 'translation' as const, lang, sources: text.sources, limit, text: words, glossary };
      return [{ text, lang, fallback: '', task }];
    }),
  );
  return [...blurbs, ...gaps];
}

/** A title of the lists fits on two lines of a phone. */
const TITLE_CHARACTERS = 160;

/** Stores what the writer wrote, unless somebody has written there meanwhile. */
async function keep(
  { store, now }: WritingContext,
  issue: number,
  { spot: { owner, field } }: IssueText,
  lang: IssueLang,
  task: WriterTask,
  written: Written,
): Promise<boolean> {
  const texts = await store.wordings.inForce(issue);
  const standing = texts.find((each) => each.owner === owner && each.field === field && each.lang === lang);
  if (standing !== undefined && standing.author !== NIGHT) return false;
  const other = texts.find((each) => each.owner === owner && each.field === field && each.lang !== lang);
  const outcome = await store.wordings.set({
    issue,
    owner,
    field,
    lang,
    value: written.text,
    madeOn: standing?.id ?? null,
    author: WRITER,
    at: now(),
    basedOn: task.kind === 'translation' ? (other?.id ?? null) : null,
  });
  return outcome.is === 'stored';
}

async function record(
  { store, night, now }: WritingContext,
  issue: number,
  { spot: { owner, field } }: IssueText,
  lang: IssueLang,
  {
    written,
    isTaken,
    ...cost
  }: { written: Written; isTaken: boolean; inputTokens: number; outputTokens: number; ms: number },
): Promise<void> {
  const { problems } = written;
  const call = { night, issue, owner, field, lang, at: now(), problems, ...cost };
  await store.writerCalls.add({ ...call, taken: isTaken });
}

/**
 * Ideas for the title of an issue, from the titles of what it holds, without those that are a reserved report's own; empty
 * when none passes the checks.
 */
export async function titleIdeas(
  { document, template }: LoadedIssue,
  lang: IssueLang,
  { writer, budget, ticks }: Pick<WritingContext, 'writer' | 'budget' | 'ticks'>,
): Promise<string[]> {
  const sources = issueTexts(document, template)
    .filter(({ spot }) => spot.field === 'title' || spot.field === 'shortTitle')
    .flatMap(({ wordings, sources: reports }) => {
      const title = wordingIn(wordings, lang);
      if (title === null) return [];
      const reserved = hasTitle(
        title,
        reports.filter((report) => report.reserved),
      );
      return [{ url: '', outlet: '', title, text: '', license: null, reserved }];
    });
  const limit = { min: 1, max: TITLE_CHARACTERS / 2, unit: 'characters' as const };
  const written = await write(writer, { kind: 'title', lang, sources, limit }, '', { budget, now: ticks });
  return written.by === 'writer' ? [written.text] : [];
}
