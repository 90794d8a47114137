import { Command } from 'commander';
import type { ListedItem } from '../store/items.ts';
import { isoMoment, wholeNumber, withFiles, withStore, type FileOptions } from './context.ts';

/** `nightdesk items`: what has been collected, oldest first. */
export function itemsCommand(): Command {
  return withFiles(new Command('items'))
    .description('Print the stored items, oldest first.')
    .option('--jsonl', 'one JSON object a line')
    .option('--since <moment>', 'first seen at or after', isoMoment)
    .option('--source <id>', 'shown by this source')
    .option('--limit <n>', 'at most so many', wholeNumber(1))
    .option('--after <id>', 'go on behind this id', wholeNumber(0))
    .addHelpText(
      'after',
      '\nExamples:\n  nightdesk items --jsonl --since 2026-02-15T00:00:00Z\n  nightdesk items --source bbc --limit 20',
    )
    .action(
      async (
        options: FileOptions & { jsonl?: boolean; since?: string; source?: string; limit?: number; after?: number },
      ) => {
        const { writeJsonLine, writeLine } = await import('./io.ts');
        await withStore(options, async (store) => {
          const since = options.since === undefined ? undefined : Date.parse(options.since);
          for await (const item of store.items.list({ ...options, since })) {
            const { id, title, outlet } = item;
            if (options.jsonl !== true)
              await writeLine(`${id}\t${iso(item.published)?.slice(0, 10)}\t${outlet}\t${title}`);
            else await writeJsonLine(publicItem(item));
          }
        });
      },
    );
}

/** An item as other programs read it. */
export function publicItem(item: ListedItem): Record<string, unknown> {
  const { id, url, canonicalUrl, title, authors, language, section, story, sources } = item;
  const dates = { published: iso(item.published), firstSeen: iso(item.firstSeen), updated: iso(item.updated) };
  return { id, url, canonicalUrl, title, authors, ...dates, language, section, story, sources };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
