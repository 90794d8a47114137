import { Command } from 'commander';
import { withFiles, withStore, type FileOptions } from './context.ts';

/** `nightdesk draft`: the open issue's lineup, with where each text comes from. */
export function draftCommand(): Command {
  return withFiles(new Command('draft'))
    .description('Show the lineup of the open issue.')
    .option('--trace', 'show for every text the stored source it comes from')
    .addHelpText('after', '\nExamples:\n  nightdesk draft\n  nightdesk draft --trace')
    .action(async (options: FileOptions & { trace?: boolean }) => {
      await withStore(options, async (store) => {
        const issue = await store.issues.open();
        if (issue === null) return void process.stdout.write('No issue is open. The first night opens one.\n');
        const slots = await store.issues.lineup(issue.number);
        process.stdout.write(`Issue #${issue.number}\n`);
        let section = '';
        for (const slot of slots) {
          if (slot.section !== section) process.stdout.write(`\n${slot.section}\n`);
          section = slot.section;
          const title = slot.texts.find(({ field }) => field === 'title')?.value ?? '(no title yet)';
          const langs = [...new Set(slot.texts.map(({ lang }) => lang))].join(' ');
          process.stdout.write(`${String(slot.position + 1).padStart(3)}. ${title}  [${langs}]  ${slot.reason}\n`);
          if (options.trace !== true) continue;
          for (const { field, lang, value, spans } of slot.texts)
            for (const { start, end, item, field: from, from: first, to } of spans)
              process.stdout.write(
                `       ${field} ${lang} ${start}-${end} <- item ${item} ${from} ${first}-${to}: ${JSON.stringify(value.slice(start, end))}\n`,
              );
        }
      });
    });
}
