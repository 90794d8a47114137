import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Finding } from '../export/finding.ts';
import type { Target } from '../export/render.ts';
import { ISSUE_LANGS, type IssueLang } from '../model.ts';
import type { CheckedIssue } from './check-issue.ts';
import { wholeNumber, withFiles, withStore, type FileOptions } from './context.ts';

interface ExportOptions extends FileOptions {
  issue?: number;
  to: Target | 'docx';
  bilingual?: boolean;
  lang: IssueLang;
  output?: string;
  strict?: boolean;
}

/** `nightdesk export`: an issue as a file for Substack, mail, Markdown and others. */
export function exportCommand(): Command {
  return withFiles(new Command('export'))
    .description('Write an issue for a target, in one language.')
    .option('--issue <n>', 'number of the issue; the open one when missing', wholeNumber(1))
    .requiredOption(
      '--to <target>',
      'markdown, html, email, substack, ghost, buttondown, beehiiv, stibee, json or docx',
    )
    .option('--bilingual', 'with docx: a table of every text in both languages, to be read back')
    .addOption(new Option('--lang <lang>', 'language').choices(ISSUE_LANGS).default('en'))
    .option('-o, --output <file>', 'where to write it; standard output when missing')
    .option('--strict', 'refuse when anything is missing or doubtful')
    .addHelpText(
      'after',
      `
A text that the language lacks is printed in the other one and marked; --strict refuses it, and everything else that
"nightdesk preflight" lists.

Examples:
  nightdesk export --to markdown --lang en
  nightdesk export --issue 83 --to substack --lang ko -o issue-83-ko.html
  nightdesk export --issue 83 --to docx --bilingual -o issue-83.docx`,
    )
    .action(async (options: ExportOptions) => {
      const [{ checkIssue }, { mayExport }, { findingLines }] = await Promise.all([
        import('./check-issue.ts'),
        import('../export/preflight.ts'),
        import('./edition.ts'),
      ]);
      await withStore(options, async (store) => {
        const checked = await checkIssue(store, options.issue, options.lang, options);
        const { file, findings } = await makeFile(checked, options);
        const refused = mayExport(checked.found, options.strict === true) ? [] : checked.found;
        for (const line of findingLines(refused.length > 0 ? refused : findings)) process.stderr.write(`${line}\n`);
        if (refused.length > 0) {
          process.stderr.write(
            `Not written: ${refused.length} findings${options.strict ? ', and --strict refuses them' : ''}.\n`,
          );
          process.exitCode = 1;
          return;
        }
        if (options.output === undefined) process.stdout.write(file);
        else await writeFile(options.output, file);
      });
    });
}

async function makeFile(
  { document, template, glossary }: CheckedIssue,
  { to, lang, bilingual }: ExportOptions,
): Promise<{ file: string | Uint8Array; findings: readonly Finding[] }> {
  if (to === 'docx' && bilingual) {
    const { bilingualDocx } = await import('../export/docx/bilingual.ts');
    return { file: bilingualDocx(document, template), findings: [] };
  }
  if (to === 'docx') {
    const [{ layout }, { blocksToDocx }] = await Promise.all([
      import('../export/layout.ts'),
      import('../export/docx/body.ts'),
    ]);
    const { title, subtitle, blocks, findings } = layout(document, template, lang, glossary);
    const { storedPictures } = await import('../export/pictures.ts');
    return { file: blocksToDocx(title, subtitle, blocks, storedPictures(document)), findings };
  }
  const [{ render, TARGETS }, { UsageError }] = await Promise.all([
    import('../export/render.ts'),
    import('./failure.ts'),
  ]);
  if (!TARGETS.includes(to))
    throw new UsageError(`--to ${to}: no such target; name one of ${TARGETS.join(', ')} or docx`);
  const { body, findings } = render(document, template, to, lang, glossary);
  return { file: body, findings };
}
