import { Command, Option } from 'commander';
import type { IssueLang } from '../../model.ts';
import { PIECE_STATES, type PieceState } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import type { EditorAct, Refused } from '../../store/trail.ts';
import { wholeNumber } from '../context.ts';
import { UsageError } from '../failure.ts';
import { actOf, langOption, tell, withAct, withIssue, type ActOptions } from './act.ts';

/** `nightdesk issues feature`: what is written at length, by whom, by when. */
export function featureCommand(): Command {
  return new Command('feature')
    .description('Make a story or a paper a feature; say who writes it by when; show what it can rest on.')
    .addCommand(addCommand())
    .addCommand(assignCommand())
    .addCommand(dossierCommand())
    .addCommand(signCommand());
}

interface AddOptions extends ActOptions {
  section: string;
  story?: number;
  assignee?: string;
  due?: string;
}

function addCommand(): Command {
  return withAct(new Command('add'))
    .description('Make a feature, with the parts that the template asks for and links to what it rests on.')
    .requiredOption('--section <key>', 'a feature section of the template, such as news-feature')
    .option('--story <id>', 'the story or paper it is about, as "nightdesk stories" prints it', wholeNumber(1))
    .option('--assignee <name>', 'who writes it')
    .option('--due <date>', 'YYYY-MM-DD', localDate)
    .addHelpText(
      'after',
      `
Prints the numbers of the feature and its parts; their texts are written with "nightdesk issues text set piece:N".

Examples:
  nightdesk issues feature add --section news-feature --story 118 --assignee mina --due 2024-08-29
  nightdesk issues text set piece:4 text - --lang en < summary.md`,
    )
    .action(async (options: AddOptions) => {
      await withIssue(options, async (store, issue) => {
        const { addFeature } = await import('../../export/add-feature.ts');
        const { readTemplate } = await import('../../export/template.ts');
        const section = readTemplate(issue.template).sections.find(({ key }) => key === options.section);
        if (section?.kind !== 'feature')
          throw new UsageError(`"${options.section}" is no feature section of the template ${issue.template}.`);
        const made = await addFeature(
          store,
          { issue: issue.number, section, story: options.story ?? null },
          actOf(options),
        );
        if (made.is === 'refused') return tell(made, '');
        await assign(store, made.feature, options, actOf(options));
        process.stdout.write(`feature piece:${made.feature}\n`);
        for (const { kind, id, name } of made.pieces) process.stdout.write(`  ${kind} piece:${id}  ${name}\n`);
      });
    });
}

interface AssignOptions extends ActOptions {
  assignee?: string;
  due?: string;
  state?: PieceState;
}

function assignCommand(): Command {
  return withAct(new Command('assign'))
    .description('Say who writes a piece (a feature, a take), by when, and how far it is.')
    .argument('<piece>', 'its number', wholeNumber(1))
    .option('--assignee <name>')
    .option('--due <date>', 'YYYY-MM-DD', localDate)
    .addOption(new Option('--state <state>').choices(PIECE_STATES))
    .addHelpText(
      'after',
      '\nExample:\n  nightdesk issues feature assign 3 --assignee jun --due 2024-08-30 --state writing',
    )
    .action(async (piece: number, options: AssignOptions) => {
      await withIssue(options, async (store) => tell(await assign(store, piece, options, actOf(options)), 'Done.'));
    });
}

async function assign(
  store: Store,
  piece: number,
  { assignee, due, state }: Pick<AssignOptions, 'assignee' | 'due' | 'state'>,
  act: EditorAct,
): Promise<{ is: 'done' } | Refused> {
  const change = {
    ...(assignee === undefined ? {} : { assignee }),
    ...(due === undefined ? {} : { due }),
    ...(state === undefined ? {} : { state }),
  };
  return Object.keys(change).length === 0 ? { is: 'done' } : store.pieces.change(piece, change, act);
}

function dossierCommand(): Command {
  return withAct(new Command('dossier'))
    .description('Print what a feature can rest on: reports, quotations, timeline, past coverage, the abstract.')
    .argument('<feature>', 'its number', wholeNumber(1))
    .option('--json', 'as one JSON object')
    .addHelpText('after', '\nExample:\n  nightdesk issues feature dossier 3')
    .action(async (feature: number, options: ActOptions & { json?: boolean }) => {
      const { dossierOf, dossierText } = await import('../../export/dossier.ts');
      await withIssue(options, async (store) => {
        const dossier = await dossierOf(store, feature);
        if (dossier === null) throw new UsageError(`There is no feature ${feature}.`);
        process.stdout.write(options.json === true ? `${JSON.stringify(dossier)}\n` : dossierText(dossier));
      });
    });
}

function signCommand(): Command {
  return withAct(new Command('sign'))
    .description('Sign a sensitive feature in one language, as somebody who did not write it.')
    .argument('<feature>', 'its number', wholeNumber(1))
    .addOption(langOption())
    .addHelpText('after', '\nExample:\n  nightdesk issues feature sign 3 --editor jun')
    .action(async (feature: number, options: ActOptions & { lang: IssueLang }) => {
      await withIssue(options, async (store) =>
        tell(
          await store.pieces.sign(feature, options.lang, actOf(options)),
          `Feature ${feature} is signed in ${options.lang}.`,
        ),
      );
    });
}

function localDate(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new UsageError(`"${text}" is no date; write it as 2024-08-29.`);
  return text;
}
