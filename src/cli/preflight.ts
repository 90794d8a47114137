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
        if (options.links === true) await askLinksOf(store, options);
        const { found } = await checkIssue(store, options.issue, options.lang, options);
        for (const finding of found)
          process.stdout.write(`${options.json ? JSON.stringify(finding) : findingLine(finding)}\n`);
        if (found.length === 0) process.stderr.write('Nothing to look at.\n');
        if (!mayExport(found, options.strict === true)) process.exitCode = 1;
      });
    });
}

/** Asks the addresses of which nothing is known since yesterday. */
async function askLinksOf(store: Store, options: PreflightOptions): Promise<void> {
  const [{ loadIssue }, { askMissing }, { askLinks }] = await Promise.all([
    import('./issue.ts'),
    import('../export/check.ts'),
    import('./edition.ts'),
  ]);
  const loaded = await loadIssue(store, options.issue, options);
  const config = await readConfig(options);
  const ask = (addresses: readonly string[]): ReturnType<typeof askLinks> => askLinks(addresses, config, options.db);
  const { asked, known } = await askMissing(store, loaded, options.lang, ask, Date.now);
  process.stderr.write(`${asked} links asked, ${known} known since yesterday.\n`);
}
