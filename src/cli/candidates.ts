import { Command, Option } from 'commander';
import { SECTIONS, type Section } from '../model.ts';
import type { StoredCandidate } from '../store/curation.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './failure.ts';
import { wholeNumber, withFiles, withStore, type FileOptions } from './context.ts';

interface CandidateOptions extends FileOptions {
  jsonl?: boolean;
  section?: Section;
  night?: string;
  explain?: number;
  diff?: readonly string[];
}

/** `nightdesk candidates`: tonight's ranking, with the reasons that add up to each score. */
export function candidatesCommand(): Command {
  return withFiles(new Command('candidates'))
    .description('Print the ranked stories of a night with the reasons for their rank.')
    .option('--jsonl', 'one JSON object a line')
    .addOption(new Option('--section <section>', 'one section only').choices(SECTIONS))
    .option('--night <date>', 'the night, as YYYY-MM-DD; the newest when missing')
    .option('--explain <story>', 'all reasons of one story', wholeNumber(1))
    .option('--diff <nights...>', 'what the shortlists of two nights, the older one first, do not share')
    .addHelpText(
      'after',
      '\nExamples:\n  nightdesk candidates --section papers\n  nightdesk candidates --explain 812\n  nightdesk candidates --diff 2026-02-15 2026-02-16',
    )
    .action(async (options: CandidateOptions) => {
      await withStore(options, async (store) => {
        if (options.diff !== undefined) return writeLines(await differences(options.diff, options, store));
        const { night, section, explain } = options;
        const all = await store.curation.candidates({
          ...(night === undefined ? {} : { night }),
          ...(section === undefined ? {} : { section }),
        });
        const chosen = explain === undefined ? all : all.filter(({ story }) => story === explain);
        if (explain !== undefined && chosen.length === 0) throw new UsageError(notRanked(explain, all));
        if (options.jsonl === true) return writeLines(chosen.map(inJson));
        const titles = await titlesOf(chosen, store);
        await writeLines(chosen.flatMap((row) => inWords(row, titles, explain !== undefined)));
      });
    });
}

function inJson({ story, rank, score, reasons, below }: StoredCandidate): string {
  return JSON.stringify({ story, rank, score, reasons, below });
}

function inWords(
  { story, rank, score, reasons, below }: StoredCandidate,
  titles: ReadonlyMap<number, string>,
  isExplained: boolean,
): string[] {
  const line = `${rank}. ${score.toFixed(2)}  ${titles.get(story) ?? story}${below === null ? '' : `  [${below}]`}`;
  if (!isExplained) return [line];
  const shares = reasons.map(({ name, value, weight }) => `   ${signed(weight)}  ${name}: ${value}`);
  return [line, ...shares, `   ${signed(score)}  in all`];
}

function notRanked(story: number, all: readonly StoredCandidate[]): string {
  const night = all[0]?.night;
  return night === undefined
    ? 'No night has ranked anything yet. "nightdesk night" runs one.'
    : `Story ${story} was no candidate of the night of ${night}; --night names another.`;
}

/** What the shortlists of two nights do not share, each with why it came or went. */
async function differences(
  nights: readonly string[],
  { section, jsonl }: CandidateOptions,
  store: Store,
): Promise<string[]> {
  const [old, fresh] = nights;
  if (old === undefined || fresh === undefined || nights.length > 2)
    throw new UsageError('--diff takes two nights, the older one first.');
  const [before, after] = await Promise.all(
    [old, fresh].map((night) => store.curation.candidates(section === undefined ? { night } : { night, section })),
  );
  const now = new Map(after?.map((row) => [row.story, row]));
  const [was, is] = [shortlist(before), shortlist(after)];
  const gone = [...was.values()].filter(({ story }) => !is.has(story));
  const come = [...is.values()].filter(({ story }) => !was.has(story));
  const titles = await titlesOf([...gone, ...come], store);
  const changes = [
    ...gone.map(({ story }) => ({ change: '-', story, why: now.get(story)?.below ?? `no candidate on ${fresh}` })),
    ...come.map(({ story, reasons }) => ({ change: '+', story, why: reasons[0]?.value ?? '' })),
  ];
  return changes.map(({ change, story, why }) =>
    jsonl === true
      ? JSON.stringify({ change, story, title: titles.get(story) ?? null, why })
      : `${change} ${story} ${titles.get(story) ?? ''}  [${why}]`,
  );
}

function shortlist(rows: readonly StoredCandidate[] = []): Map<number, StoredCandidate> {
  return new Map(rows.filter(({ below }) => below === null).map((row) => [row.story, row]));
}

async function titlesOf(rows: readonly StoredCandidate[], store: Store): Promise<Map<number, string>> {
  const items = await store.curation.itemsById(rows.map(({ story }) => story));
  return new Map(items.map(({ id, title }) => [id, title]));
}

async function writeLines(lines: readonly string[]): Promise<void> {
  const { writeLine } = await import('./io.ts');
  for (const line of lines) await writeLine(line);
}

function signed(weight: number): string {
  return `${weight < 0 ? '' : '+'}${weight.toFixed(2)}`.padStart(6);
}
