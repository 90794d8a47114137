import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Target } from '../export/render.ts';
import { ISSUE_LANGS, type IssueLang } from '../model.ts';
import { wholeNumber, withFiles, withStore, type FileOptions } from './context.ts';

interface ExportOptions extends FileOptions {
  issue?: number;
  to: Target;
  lang: IssueLang;
  output?: string;
  strict?: boolean;
}

/** `nightdesk export`: an issue as a file for Substack, mail, Markdown and others. */
export function exportCommand(): Command {
  return withFiles(new Command('export'))
    .description('Write an issue for a target, in one language.')
    .option('--issue <n>', 'number of the issue; the open one when missing', wholeNumber(1))
    .requiredOption('--to <target>', 'markdown, html, email, substack, ghost, buttondown, beehiiv, stibee or json')
    .addOption(new Option('--lang <lang>', 'language').choices(ISSUE_LANGS).default('en'))
    .option('-o, --output <file>', 'where to write it; standard output when missing')
    .option('--strict', 'refuse when anything is missing or doubtful')
    .addHelpText(
      'after',
      `
A text that the language lacks is printed in the other one and marked; --strict refuses it.

Examples:
  nightdesk export --to markdown --lang en
  nightdesk export --issue 83 --to substack --lang ko -o issue-83-ko.html`,
    )
    .action(async (options: ExportOptions) => {
      const [{ loadIssue }, { render, TARGETS }, { UsageError }] = await Promise.all([
        import('./issue.ts'),
        import('../export/render.ts'),
        import('./failure.ts'),
      ]);
      if (!TARGETS.includes(options.to))
        throw new UsageError(`--to ${options.to}: no such target; name one of ${TARGETS.join(', ')}`);
      await withStore(options, async (store) => {
        const { document, template } = await loadIssue(store, options.issue);
        const { body, findings } = render(document, template, options.to, options.lang);
        for (const { place, message } of findings) process.stderr.write(`${place.section || 'issue'}: ${message}\n`);
        if (options.strict === true && findings.length > 0) {
          process.stderr.write(`Not written: ${findings.length} findings, and --strict refuses them.\n`);
          process.exitCode = 1;
          return;
        }
        if (options.output === undefined) process.stdout.write(body);
        else await writeFile(options.output, body);
      });
    });
}
