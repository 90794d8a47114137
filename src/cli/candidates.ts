import { Command, Option } from 'commander';
import { SECTIONS, type Section } from '../model.ts';
import type { StoredCandidate } from '../store/curation.ts';
import { wholeNumber, withFiles, withStore, type FileOptions } from './context.ts';

interface CandidateOptions extends FileOptions {
  jsonl?: boolean;
  section?: Section;
  night?: string;
  explain?: number;
  diff?: [string, string];
}

/** `nightdesk candidates`: tonight's ranking, with the reasons that add up to each score. */
export function candidatesCommand(): Command {
  return withFiles(new Command('candidates'))
    .description('Print the ranked stories of a night with the reasons for their rank.')
    .option('--jsonl', 'one JSON object a line')
    .addOption(new Option('--section <section>', 'one section only').choices(SECTIONS))
    .option('--night <date>', 'the night, as YYYY-MM-DD; the newest when missing')
    .option('--explain <story>', 'all reasons of one story', wholeNumber(1))
    .option('--diff <nights...>', 'what the shortlists of two nights do not share')
    .addHelpText(
      'after',
      '\nExamples:\n  nightdesk candidates --section papers\n  nightdesk candidates --explain 812\n  nightdesk candidates --diff 2026-02-15 2026-02-16',
    )
    .action(async (options: CandidateOptions) => {
      const { writeJsonLine, writeLine } = await import('./io.ts');
      await withStore(options, async (store) => {
        const { night, section, explain, diff } = options;
        if (diff !== undefined) {
          const [before = [], after = []] = await Promise.all(
            diff.map((each) => store.curation.candidates({ night: each })),
          );
          for (const line of difference(before, after)) await writeLine(line);
          return;
        }
        const all = await store.curation.candidates({
          ...(night === undefined ? {} : { night }),
          ...(section === undefined ? {} : { section }),
        });
        const chosen = explain === undefined ? all : all.filter(({ story }) => story === explain);
        const items = new Map(
          (await store.curation.itemsById(chosen.map(({ story }) => story))).map((item) => [item.id, item]),
        );
        for (const candidate of chosen) {
          const { story, rank, score, reasons, below } = candidate;
          if (options.jsonl === true) await writeJsonLine({ story, rank, score, reasons, below });
          else
            await writeLine(
              `${rank}. ${score.toFixed(2)}  ${items.get(story)?.title ?? story}${below === null ? '' : `  [${below}]`}`,
            );
          if (options.jsonl === true || explain === undefined) continue;
          for (const { name, value, weight } of reasons) await writeLine(`   ${signed(weight)}  ${name}: ${value}`);
        }
      });
    });
}

function difference(before: readonly StoredCandidate[], after: readonly StoredCandidate[]): string[] {
  const shortlist = (rows: readonly StoredCandidate[]): Set<number> =>
    new Set(rows.filter(({ below }) => below === null).map(({ story }) => story));
  const [old, fresh] = [shortlist(before), shortlist(after)];
  return [
    ...[...old].filter((story) => !fresh.has(story)).map((story) => `- ${story}`),
    ...[...fresh].filter((story) => !old.has(story)).map((story) => `+ ${story}`),
  ];
}

function signed(weight: number): string {
  return `${weight < 0 ? '' : '+'}${weight.toFixed(2)}`.padStart(6);
}
