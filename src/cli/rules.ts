import { Command, InvalidArgumentError } from 'commander';
import type { Config } from '../config.ts';
import { type LineupRule, RULE_FIELDS, type RuleField } from '../model.ts';
import type { ShortlistChange } from '../night/dry-run.ts';
import { readConfig, wholeNumber, withFiles, withStore, type FileOptions } from './context.ts';

interface TryOptions extends FileOptions {
  must: readonly Matching[];
  block: readonly Matching[];
  cap: readonly Partial<Config['caps']>[];
  nights: number;
  json?: boolean;
}

type Matching = Pick<LineupRule, 'field' | 'matches'>;

/** `nightdesk rules`: rules of the shortlist, tried before they stand. */
export function rulesCommand(): Command {
  return new Command('rules')
    .description('Try rules of the shortlist on the nights that are stored.')
    .addCommand(tryCommand());
}

function tryCommand(): Command {
  return withFiles(new Command('try'))
    .description('Show what rules or caps would have changed in the shortlists of the last nights. Changes nothing.')
    .option('--must <field=words>', 'a story that always surfaces; repeats', addMatching, [])
    .option('--block <field=words>', 'a story that stays below the line; repeats', addMatching, [])
    .option('--cap <name=number>', 'another cap, as perOutlet=2; repeats', addCap, [])
    .option('--nights <n>', 'how many of the last nights', wholeNumber(1), 14)
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      `
Fields: ${RULE_FIELDS.join(', ')}. In title and text the words may stand anywhere; other fields must
be the whole value. What works goes into feeds.yaml under rules and caps.

Examples:
  nightdesk rules try --block "title=horoscope" --must "author=Mina Cho"
  nightdesk rules try --cap perOutlet=2 --nights 7 --json`,
    )
    .action(async (options: TryOptions) => {
      const [{ dryRun }, { offeredLists }, { writeLine }] = await Promise.all([
        import('../night/dry-run.ts'),
        import('./template.ts'),
        import('./io.ts'),
      ]);
      const standing = await readConfig(options);
      const template = offeredLists(standing.issue.template);
      await withStore(options, async (store) => {
        const run = { store, template, standing, proposed: proposal(standing, options), nights: options.nights };
        const { nights, changes } = await dryRun(run);
        if (options.json === true) return writeLine(JSON.stringify({ nights, changes }));
        for (const line of inLines(nights, changes)) await writeLine(line);
      });
    });
}

function proposal(standing: Config, { must, block, cap }: TryOptions): Config {
  const rules = [
    ...block.map((matching) => ({ action: 'block' as const, ...matching })),
    ...must.map((matching) => ({ action: 'must' as const, ...matching })),
  ];
  return { ...standing, rules: [...rules, ...standing.rules], caps: Object.assign({}, standing.caps, ...cap) };
}

function inLines(nights: readonly string[], changes: readonly ShortlistChange[]): string[] {
  const lines = changes.map(
    ({ night, section, change, story, title, reason }) =>
      `${night} ${section} ${change === 'in' ? '+' : '-'} ${story} ${title}  [${reason}]`,
  );
  const of = nights.length === 1 ? '1 night' : `${nights.length} nights`;
  return [...lines, changes.length === 0 ? `Nothing would change in ${of}.` : `${changes.length} changes in ${of}.`];
}

function addMatching(text: string, before: readonly Matching[]): Matching[] {
  const [, name = '', matches = ''] = /^([^=]+)=(.+)$/su.exec(text) ?? [];
  const field = RULE_FIELDS.find((each): each is RuleField => each === name.trim());
  if (field === undefined || matches.trim() === '')
    throw new InvalidArgumentError(`Give field=words; fields are ${RULE_FIELDS.join(', ')}.`);
  return [...before, { field, matches: matches.trim() }];
}

const CAPS = ['perOutlet', 'perSource', 'perTopic', 'perLab', 'perLanguage'];

function addCap(text: string, before: readonly Partial<Config['caps']>[]): Partial<Config['caps']>[] {
  const [, name = '', number = ''] = /^(\w+)=(\d+)$/u.exec(text) ?? [];
  if (!CAPS.includes(name)) throw new InvalidArgumentError(`Give name=number; names are ${CAPS.join(', ')}.`);
  return [...before, { [name]: Number(number) }];
}
