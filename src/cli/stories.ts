import { userInfo } from 'node:os';
import { Command } from 'commander';
import type { ReadItem } from '../store/curation.ts';
import type { StoryMove } from '../store/story-moves.ts';
import { readConfig, wholeNumber, withFiles, withStore, type FileOptions } from './context.ts';

interface ListOptions extends FileOptions {
  jsonl?: boolean;
  json?: boolean;
  why?: boolean;
  changed?: boolean;
  days: number;
}

/** `nightdesk stories`: the stories of the last days, and an editor's word on them. */
export function storiesCommand(): Command {
  const command = withFiles(new Command('stories'))
    .description('Print the stories of the last days with the reports they hold.')
    .option('--jsonl', 'one JSON object a line')
    .option('--json', 'with --changed: one JSON array')
    .option('--why', 'why each report was joined')
    .option('--changed', 'what changed in what was kept, held, slotted or printed since then')
    .option('--days <n>', 'first seen in so many days', wholeNumber(1), 14)
    .addHelpText(
      'after',
      '\nExamples:\n  nightdesk stories --why\n  nightdesk stories --changed\n  nightdesk stories merge 812 790 --reason "one announcement"\n  nightdesk stories undo 14',
    )
    .action(listStories);
  const move = (name: string, usage: string, description: string, toMove: (ids: number[]) => StoryMove): void => {
    command.addCommand(
      withFiles(new Command(name))
        .description(description)
        .argument(usage, 'ids')
        .option('--reason <text>', 'why', '')
        .option('--editor <name>', 'who', userInfo().username)
        .action(async (ids: string[], options: FileOptions & { reason: string; editor: string }) => {
          await withStore(options, async (store) => {
            const signature = { editor: options.editor, at: Date.now(), why: options.reason };
            const id = await store.moveInStories(toMove(ids.map(wholeNumber(1))), signature);
            process.stdout.write(
              `Done, and every later night keeps to it. "nightdesk stories undo ${id}" takes it back.\n`,
            );
          });
        }),
    );
  };
  move('merge', '<story and target...>', 'Put all reports of one story into another.', ([story = 0, target = 0]) => ({
    action: 'merge',
    story,
    target,
  }));
  move('split', '<story and item...>', 'Take one report out of a story.', ([story = 0, item = 0]) => ({
    action: 'split',
    story,
    item,
  }));
  move(
    'move',
    '<story, item and target...>',
    'Move one report to another story.',
    ([story = 0, item = 0, target = 0]) => ({
      action: 'move',
      story,
      item,
      target,
    }),
  );
  return command.addCommand(undoCommand());
}

function undoCommand(): Command {
  return withFiles(new Command('undo'))
    .description('Take back a merge, split or move.')
    .argument('<decision>', 'its number', wholeNumber(1))
    .option('--editor <name>', 'who', userInfo().username)
    .action(async (id: number, options: FileOptions & { editor: string }) => {
      await withStore(options, (store) => store.undo(id, options.editor, Date.now()));
      process.stdout.write('Taken back.\n');
    });
}

async function listStories(options: ListOptions): Promise<void> {
  const [config, { storiesOf }, { writeJsonLine, writeLine }] = await Promise.all([
    readConfig(options),
    import('../night/stories.ts'),
    import('./io.ts'),
  ]);
  await withStore(options, async (store) => {
    if (options.changed === true) {
      const { printChanged } = await import('./stories/changed.ts');
      await printChanged(store, options.json === true ? 'json' : options.jsonl === true ? 'jsonl' : 'lines');
      return;
    }
    const newest = (await store.nights.runs()).at(-1)?.startedAt ?? Date.now();
    const items = await store.curation.groupedSince(newest - options.days * 86_400_000);
    for (const story of storiesOf(items, config)) {
      const { id, section, lead } = story;
      const outlets = [...new Set(story.items.map(({ outlet }) => outlet))];
      const why = story.items.filter((item) => (item.joinReasons ?? []).length > 0).map(joined);
      if (options.jsonl === true) {
        const ids = story.items.map((item) => item.id);
        await writeJsonLine({ id, section, title: lead.title, items: ids, outlets, lead: lead.id, why });
        continue;
      }
      await writeLine(`${id}\t${story.items.length} reports, ${outlets.length} outlets\t${lead.title}`);
      if (options.why === true)
        for (const { item, reasons } of why) await writeLine(`\t  ${item}: ${reasons.join('; ')}`);
    }
  });
}

function joined({ id, joinReasons }: ReadItem): { item: number; reasons: string[] } {
  return { item: id, reasons: (joinReasons ?? []).map(({ value }) => value) };
}
