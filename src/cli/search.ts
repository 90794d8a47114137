import { Command, InvalidArgumentError, Option } from 'commander';
import { SECTIONS, type Section } from '../model.ts';
import { SEARCHED_DECISIONS, type SearchedDecision } from '../store/search-query.ts';
import { wholeNumber, withFiles, withStore, type FileOptions } from './context.ts';

interface Options extends FileOptions {
  jsonl?: boolean;
  section?: Section;
  source?: string;
  decision?: SearchedDecision;
  from?: number;
  to?: number;
  limit: number;
}

const DAY = 86_400_000;

/** `nightdesk search`: full text over everything that is kept. */
export function searchCommand(): Command {
  return withFiles(new Command('search'))
    .description('Search everything that was collected, by words in English and Korean; best first.')
    .argument('<words...>', 'all of them must be there; "quoted words" side by side')
    .option('--jsonl', 'one JSON object a line')
    .addOption(new Option('--section <section>', 'one section only').choices(SECTIONS))
    .option('--source <id>', 'shown by this source')
    .addOption(new Option('--decision <decision>', 'what stands of its story').choices(SEARCHED_DECISIONS))
    .option('--from <day>', 'published on this day or later, as YYYY-MM-DD', firstOf)
    .option('--to <day>', 'published on this day or earlier', firstOf)
    .option('--limit <n>', 'at most so many', wholeNumber(1), 50)
    .addHelpText(
      'after',
      `
Words in titles come before words in texts, and newer items before older ones. Korean is found by any part of a word,
down to one syllable; the last word may be the beginning of one.

Examples:
  nightdesk search deepmind letter
  nightdesk search '"open source"' --section news --from 2026-01-01
  nightdesk search 인공지능 --jsonl --limit 200`,
    )
    .action(async (words: string[], options: Options) => {
      const [{ writeJsonLine, writeLine }, { publicItem }] = await Promise.all([
        import('./io.ts'),
        import('./items.ts'),
      ]);
      await withStore(options, async (store) => {
        const indexed = await store.search.catchUp();
        if (indexed > 10_000) process.stderr.write(`${indexed} items were indexed first.\n`);
        const to = options.to === undefined ? undefined : options.to + DAY;
        const { items, more } = await store.search.find(words.join(' '), { ...options, to });
        for (const item of items) {
          if (options.jsonl === true) await writeJsonLine(publicItem(item));
          else {
            const day = new Date(item.published).toISOString().slice(0, 10);
            await writeLine(`${item.id}\t${day}\t${item.outlet}\t${item.title}`);
          }
        }
        if (more) process.stderr.write(`There are more; --limit shows them.\n`);
      });
    });
}

function firstOf(text: string): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new InvalidArgumentError('Give a day such as 2026-02-15.');
  return at;
}
