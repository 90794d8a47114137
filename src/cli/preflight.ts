import { Command, Option } from 'commander';
import { ISSUE_LANGS, type IssueLang } from '../model.ts';
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
    .option('--links', 'ask every address whether it is still there')
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
      const [{ loadIssue }, { mayExport, preflight, printedAddresses }, { askLinks, findingLine, loadGlossary }] =
        await Promise.all([import('./issue.ts'), import('../export/preflight.ts'), import('./edition.ts')]);
      const glossary = await loadGlossary(options);
      await withStore(options, async (store) => {
        const { document, template } = await loadIssue(store, options.issue, options);
        const { lang } = options;
        const links = options.links
          ? await askLinks(printedAddresses(document, template, lang), await readConfig(options))
          : new Map();
        const findings = preflight(document, template, lang, { glossary, links, past: [] });
        for (const finding of findings)
          process.stdout.write(`${options.json ? JSON.stringify(finding) : findingLine(finding)}\n`);
        if (findings.length === 0) process.stderr.write('Nothing to look at.\n');
        if (!mayExport(findings, options.strict === true)) process.exitCode = 1;
      });
    });
}
