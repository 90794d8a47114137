import { Command } from 'commander';
import type { Difference, Reconciled } from '../../export/reconcile.ts';
import type { IssueLang } from '../../model.ts';
import type { Store } from '../../store/store.ts';
import { wholeNumber } from '../context.ts';
import { UsageError } from '../failure.ts';
import { actOf, langOption, tell, withAct, withIssue, type ActOptions } from './act.ts';
import { tellText } from './text.ts';

interface ReconcileOptions extends ActOptions {
  lang: IssueLang;
  yes?: boolean;
  allowPrivate?: boolean;
}

/** With fewer of the desk's lines on it a page is not this issue. */
const SAME_ISSUE = 0.3;

/** `nightdesk issues reconcile`: what readers got, and the desk's text beside it. */
export function reconcileCommand(): Command {
  return withAct(new Command('reconcile'))
    .description("Compare the published page of an issue with the desk's text, and keep what readers got.")
    .argument('<n>', 'number of the issue', wholeNumber(1))
    .argument('<page>', 'a file (HTML or Markdown), or the address of the page')
    .addOption(langOption())
    .option('--yes', 'keep what the page says as sent; without this, only show the differences')
    .option('--allow-private', 'the page may live on a private address')
    .addHelpText(
      'after',
      `
Memory, training and corrections rest on what readers got. A text that was changed on the way is stored as a correction
with its trail; entries that are not on the page are not remembered.

Examples:
  nightdesk issues reconcile 83 issue-83.html
  nightdesk issues reconcile 83 https://letter.example/p/issue-83 --lang ko --yes`,
    )
    .action(async (number: number, page: string, options: ReconcileOptions) => {
      const [{ reconcile }, { layout }, { loadIssue }, { loadGlossary }] = await Promise.all([
        import('../../export/reconcile.ts'),
        import('../../export/layout.ts'),
        import('../issue.ts'),
        import('../edition.ts'),
      ]);
      const text = await readPage(page, options);
      await withIssue({ ...options, issue: number }, async (store) => {
        const { document, template } = await loadIssue(store, number, options);
        const laid = layout(document, template, options.lang, await loadGlossary(options));
        const result = reconcile(document, laid, text);
        if (result.found < SAME_ISSUE)
          throw new UsageError(`${page} is not issue ${number} in ${options.lang}: hardly any of its lines are there.`);
        for (const difference of result.differences) process.stdout.write(`${linesOf(difference)}\n`);
        process.stdout.write(
          `${result.differences.length} differences; ${Math.round(result.found * 100)} % of the desk's lines are on the page.\n`,
        );
        if (options.yes === true) await keep(store, number, page, result, options);
        else process.stdout.write('Add --yes to keep what readers got.\n');
      });
    });
}

function linesOf({ kind, spot, desk, page }: Difference): string {
  const where = spot === null ? 'furniture' : `${spot.owner} ${spot.field}`;
  return [`${kind}: ${where}`, ...(desk === '' ? [] : [`  - ${desk}`]), ...(page === '' ? [] : [`  + ${page}`])].join(
    '\n',
  );
}

/** Stores each text as readers got it, then the whole as sent. */
async function keep(
  store: Store,
  number: number,
  page: string,
  result: Reconciled,
  options: ReconcileOptions,
): Promise<void> {
  const { lang } = options;
  const edition = (await store.editions.of(number)).find((each) => each.lang === lang);
  if (edition?.state !== 'sent' && edition?.state !== 'corrected') return tell({ is: 'refused', because: 'state' }, '');
  const { editor: author, at } = actOf(options);
  const standing = await store.wordings.inForce(number);
  const texts = result.sent.map(({ spot: { owner, field }, text: value }) => {
    const old = standing.find((text) => text.owner === owner && text.field === field && text.lang === lang);
    const key = { issue: number, owner, field, lang, madeOn: old?.id ?? null, author, at };
    return { ...key, value, state: 'checked' as const, correction: `as published: ${page}` };
  });
  for (const outcome of await store.wordings.setAll(texts)) tellText(outcome);
  const { asSent } = await import('./record.ts');
  const { entries } = await asSent(store, number, options);
  const { asPublished } = await import('../../export/reconcile.ts');
  const { document } = await (await import('../issue.ts')).loadIssue(store, number, options);
  const sent = { entries: asPublished(entries, document, result), markdown: result.page };
  const done = await store.editions.record(number, lang, 'reconcile', sent, { ...actOf(options), why: page });
  tell(done, `What readers of #${number} got in ${lang} is kept as sent.`);
}

async function readPage(page: string, options: ReconcileOptions): Promise<string> {
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  if (/^https?:\/\//i.test(page)) {
    const { askOne } = await import('./ask.ts');
    return decode(await askOne(page, options));
  }
  const { readMaybeGzip } = await import('../io.ts');
  return readMaybeGzip(page).then(decode, (error: Error) => {
    throw new UsageError(`${page} cannot be read: ${error.message}`);
  });
}
