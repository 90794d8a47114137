import { Command } from 'commander';
import type { Store } from '../../store/store.ts';
import { withFiles, withStore, type FileOptions } from '../context.ts';

/** One issue in one language; `state` of an imported one is "remembered". */
interface ListedIssue {
  issue: number;
  lang: string;
  state: string;
  /** ISO 8601; when it was sent, or opened while it is a draft. */
  date: string;
  entries: number;
}

/** `nightdesk issues list`: every issue made here or imported, newest first. */
export function listIssuesCommand(): Command {
  return withFiles(new Command('list'))
    .description('List the issues made here and the past ones that were imported.')
    .option('--jsonl', 'one JSON object a line')
    .addHelpText('after', '\nExamples:\n  nightdesk issues list\n  nightdesk issues list --jsonl')
    .action(async (options: FileOptions & { jsonl?: boolean }) => {
      const { writeJsonLine, writeLine } = await import('../io.ts');
      await withStore(options, async (store) => {
        for (const row of await listed(store)) {
          const { issue, lang, state, date, entries } = row;
          if (options.jsonl === true) await writeJsonLine(row);
          else await writeLine(`#${issue}\t${lang}\t${date.slice(0, 10)}\t${state}\t${entries} entries`);
        }
      });
    });
}

async function listed(store: Store): Promise<ListedIssue[]> {
  const own = await store.issues.list();
  const rows = await Promise.all(
    own.map(async ({ number: issue, openedAt }) => {
      const slots = await store.issues.lineup(issue);
      const editions = await store.editions.of(issue);
      return editions.map(({ lang, state, sentAt }) => {
        const date = new Date(sentAt ?? openedAt).toISOString();
        return { issue, lang, state, date, entries: slots.length };
      });
    }),
  );
  const made = new Set(rows.flat().map(({ issue, lang }) => `${issue} ${lang}`));
  const remembered = (await store.memory.issues())
    .filter(({ issue, lang }) => !made.has(`${issue} ${lang}`))
    .map(({ issue, lang, date, entries }) => ({
      issue,
      lang,
      state: 'remembered',
      date: new Date(date).toISOString(),
      entries,
    }));
  return [...rows.flat(), ...remembered].toSorted((a, b) => b.issue - a.issue || a.lang.localeCompare(b.lang));
}
