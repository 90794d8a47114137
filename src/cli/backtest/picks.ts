import { Command, Option } from 'commander';
import { SECTIONS, type Section } from '../../model.ts';
import type { PicksAgreement } from '../../night/picks.ts';
import { readConfig, wholeNumber, withFiles, withStore, type FileOptions } from '../context.ts';

interface Options extends FileOptions {
  last: number;
  section?: Section;
  json?: boolean;
}

/** `nightdesk backtest picks`: where the team's last picks stood in the lists that its editors had before them. */
export function backtestPicksCommand(): Command {
  return withFiles(new Command('picks'))
    .description("Show where the team's last picks had stood in the ranking.")
    .option('--last <n>', 'how many picks', wholeNumber(1), 20)
    .addOption(new Option('--section <section>', 'one section only').choices(SECTIONS))
    .option('--json', 'one JSON object: the picks with their ranks, and how many stood in the first 10, 20, 50, 100')
    .addHelpText(
      'after',
      `
Looks at what was printed; while nothing has been, at what was kept. A rank is that of the newest list older than the
first decision on the story. The ranker cannot have learned from it.

Examples:
  nightdesk backtest picks
  nightdesk backtest picks --section papers --last 50 --json`,
    )
    .action(async (options: Options) => {
      const [{ agreementInWords, picksAgreement }, { writeLine }] = await Promise.all([
        import('../../night/picks.ts'),
        import('../io.ts'),
      ]);
      const config = await readConfig(options);
      await withStore(options, async (store) => {
        const agreement = await picksAgreement({ store, config }, options);
        if (options.json === true) return writeLine(JSON.stringify(agreement));
        for (const line of [...table(agreement), agreementInWords(agreement)]) await writeLine(line);
      });
    });
}

function table({ picks, top }: PicksAgreement): string[] {
  if (picks.length === 0) return [];
  return [
    'rank   of     night       section  issue  title',
    ...picks.map(({ rank, of, night, section, issue, title }) =>
      [
        (rank === null ? '-' : String(rank)).padEnd(6),
        (of === null ? '-' : String(of)).padEnd(6),
        (night ?? 'own find').padEnd(11),
        section.padEnd(8),
        (issue === null ? '-' : `#${issue}`).padEnd(6),
        title,
      ].join(' '),
    ),
    '',
    ...top.map(({ first, picks: inTop }) => `in the first ${String(first).padStart(3)}: ${inTop} of ${picks.length}`),
  ];
}
