import { Command, Option } from 'commander';
import type { NewPiece } from '../../store/pieces.ts';
import { wholeNumber } from '../context.ts';
import { UsageError } from '../failure.ts';
import { actOf, tell, withAct, withIssue, type ActOptions } from './act.ts';

const KINDS = ['part', 'link', 'take', 'prompt', 'letter'] as const;

interface AddOptions extends ActOptions {
  of?: number;
  section?: string;
  place?: number;
  url?: string;
  outlet?: string;
}

/** `nightdesk issues piece`: parts, links and takes of features, prompts and letters. */
export function pieceCommand(): Command {
  return new Command('piece')
    .description('Add, list, move and take out parts, links and takes of features, prompts and letters.')
    .addCommand(listCommand())
    .addCommand(addCommand())
    .addCommand(moveCommand())
    .addCommand(removeCommand());
}

function listCommand(): Command {
  return withAct(new Command('list'))
    .description('Print every piece of an issue: number, kind, where it belongs, who does it, how far it is.')
    .option('--jsonl', 'one JSON object a line')
    .addHelpText('after', '\nExample:\n  nightdesk issues piece list')
    .action(async (options: ActOptions & { jsonl?: boolean }) => {
      await withIssue(options, async (store, { number }) => {
        for (const piece of await store.pieces.of(number)) {
          const { id, kind, section, parent, assignee, due, state, facts } = piece;
          const where = parent === null ? section || 'cover' : `piece:${parent}`;
          const line = [`piece:${id}`, kind, where, assignee ?? '', due ?? '', state, JSON.stringify(facts)].join('\t');
          process.stdout.write(`${options.jsonl === true ? JSON.stringify(piece) : line}\n`);
        }
      });
    });
}

function addCommand(): Command {
  return withAct(new Command('add'))
    .description('Add a piece; its texts are then written with "nightdesk issues text set piece:N".')
    .argument('<kind>', KINDS.join(', '))
    .argument(
      '<name>',
      'of a part: "overview" or a name of your own; of a take: the person; of a prompt: the model; of a letter: who wrote it; of a link: its words',
    )
    .option('--of <feature>', 'the feature it belongs to', wholeNumber(1))
    .option('--section <key>', "for prompts and letters: a section of the template; its kind's own when missing")
    .option('--place <n>', 'counted from 1; the last when missing', wholeNumber(1))
    .addOption(new Option('--url <address>', 'of a link'))
    .option('--outlet <name>', 'of a link', '')
    .addHelpText(
      'after',
      `
Examples:
  nightdesk issues piece add take mina --of 3
  nightdesk issues piece add part limits --of 3 --place 3
  nightdesk issues piece add link "What the orders say" --of 3 --url https://ledger.example/orders --outlet "The Ledger"
  nightdesk issues piece add prompt GPT-4o
  nightdesk issues piece add letter "R., Busan"`,
    )
    .action(async (kind: string, name: string, options: AddOptions) => {
      await withIssue(options, async (store, { number, template }) => {
        const { readTemplate } = await import('../../export/template.ts');
        const { sections } = readTemplate(template);
        const section = (of: 'prompts' | 'letters'): string => {
          const found = sections.find((each) => each.kind === of && each.key === (options.section ?? each.key));
          if (found === undefined) throw new UsageError(`The template ${template} has no such section of ${of}.`);
          return found.key;
        };
        const piece = pieceOf(kind, name, number, options, section);
        const done = await store.pieces.add(piece, actOf(options));
        tell(done, done.is === 'done' ? `${kind} piece:${done.id}` : '');
      });
    });
}

function pieceOf(
  kind: string,
  name: string,
  issue: number,
  { of, place, url, outlet = '' }: AddOptions,
  section: (of: 'prompts' | 'letters') => string,
): NewPiece {
  const at = place === undefined ? {} : { place: place - 1 };
  if (kind === 'prompt') return { issue, kind, section: section('prompts'), facts: { model: name }, ...at };
  if (kind === 'letter') return { issue, kind, section: section('letters'), facts: { from: name }, ...at };
  if (of === undefined) throw new UsageError(`Say with --of which feature the ${kind} belongs to.`);
  const base = { issue, section: '', parent: of, ...at };
  if (kind === 'part') return { ...base, kind, facts: { key: name } };
  if (kind === 'take') return { ...base, kind, facts: { person: name } };
  if (kind !== 'link') throw new UsageError(`"${kind}" is no kind of piece; name one of ${KINDS.join(', ')}.`);
  if (url === undefined || !/^https?:\/\//.test(url)) throw new UsageError('Give the address of a link with --url.');
  return { ...base, kind, facts: { url, title: name, outlet } };
}

function moveCommand(): Command {
  return withAct(new Command('move'))
    .description('Move a piece among its like.')
    .argument('<piece>', 'its number', wholeNumber(1))
    .requiredOption('--place <n>', 'counted from 1', wholeNumber(1))
    .addHelpText('after', '\nExample:\n  nightdesk issues piece move 7 --place 1')
    .action(async (piece: number, options: ActOptions & { place: number }) => {
      await withIssue(options, async (store) =>
        tell(await store.pieces.change(piece, { place: options.place - 1 }, actOf(options)), 'Done.'),
      );
    });
}

function removeCommand(): Command {
  return withAct(new Command('remove'))
    .description('Take a piece out, with all that belongs to it; "nightdesk issues undo" brings it back.')
    .argument('<piece>', 'its number', wholeNumber(1))
    .addHelpText('after', '\nExample:\n  nightdesk issues piece remove 7')
    .action(async (piece: number, options: ActOptions) => {
      await withIssue(options, async (store) => tell(await store.pieces.remove(piece, actOf(options)), 'Done.'));
    });
}
