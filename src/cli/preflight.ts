import { Command, Option } from 'commander';
import { ISSUE_LANGS, type IssueLang } from '../model.ts';
import type { Store } from '../store/store.ts';
import { readConfig, wholeNumber, withFiles, withStore, type FileOptions } from './context.ts';

interface PreflightOptions extends FileOptions {
  issue?: number;
  lang: IssueLang;
  links?: boolean;
  json?: boolean;
  strict?: boolean;
}

/** `nightdesk preflight`: everything to look at before an issue goes out. */
export function preflightCommand(): Command {
  return withFiles(new Command('preflight'))
    .description('List what to look at before an issue goes out.')
    .option('--issue <n>', 'number of the issue; the open one when missing', wholeNumber(1))
    .addOption(new Option('--lang <lang>', 'language').choices(ISSUE_LANGS).default('en'))
    .option('--links', 'ask every address whether it is still there; answers are kept for a day')
    .option('--json', 'one JSON object a line: rule, place, message')
    .option('--strict', 'exit with 1 when there is anything')
    .addHelpText(
      'after',
      `
Findings are warnings, but for one: a link in a machine-made text that no stored source has stops the export.

Examples:
  nightdesk preflight --lang ko
  nightdesk preflight --issue 83 --links --strict`,
    )
    .action(async (options: PreflightOptions) => {
      const [{ checkIssue }, { mayExport }, { findingLine }] = await Promise.all([
        import('./check-issue.ts'),
        import('../export/preflight.ts'),
        import('./edition.ts'),
      ]);
      await withStore(options, async (store) => {
        if (options.links === true) await askMissing(store, options);
        const { found } = await checkIssue(store, options.issue, options.lang, options);
        for (const finding of found)
          process.stdout.write(`${options.json ? JSON.stringify(finding) : findingLine(finding)}\n`);
        if (found.length === 0) process.stderr.write('Nothing to look at.\n');
        if (!mayExport(found, options.strict === true)) process.exitCode = 1;
      });
    });
}

/** Asks the addresses of which nothing is known since yesterday, and keeps what they answered. */
async function askMissing(store: Store, options: PreflightOptions): Promise<void> {
  const [{ loadIssue }, { LINK_AGE }, { askLinks }, { printedAddresses }] = await Promise.all([
    import('./issue.ts'),
    import('./check-issue.ts'),
    import('./edition.ts'),
    import('../export/preflight.ts'),
  ]);
  const { document, template } = await loadIssue(store, options.issue, options);
  const addresses = printedAddresses(document, template, options.lang);
  const known = new Set((await store.linkChecks.known(addresses, Date.now() - LINK_AGE)).map(({ url }) => url));
  const missing = addresses.filter((url) => !known.has(url));
  const answers = await askLinks(missing, await readConfig(options), options.db);
  const askedAt = Date.now();
  await store.linkChecks.save([...answers].map(([url, fact]) => ({ url, ...fact, askedAt })));
  process.stderr.write(`${missing.length} links asked, ${known.size} known since yesterday.\n`);
}
