import { Command } from 'commander';
import type { FigureFacts } from '../../store/schema.ts';
import { wholeNumber } from '../context.ts';
import { UsageError } from '../failure.ts';
import { actOf, tell, withAct, withIssue, type ActOptions } from './act.ts';

interface FigureOptions extends ActOptions {
  of?: number;
  cover?: boolean;
  credit?: string;
  license?: string;
  url?: string;
  alt?: string;
  caption?: string;
  allowPrivate?: boolean;
}

/** `nightdesk issues figure`: pictures with all that must be printed with them. */
export function figureCommand(): Command {
  return new Command('figure')
    .description('Add pictures to features, prompts and the cover; change their credit, licence and address.')
    .addCommand(addCommand())
    .addCommand(changeCommand());
}

function addCommand(): Command {
  return withAct(new Command('add'))
    .description('Add a picture: a file, or the address of one at its source.')
    .argument('<file>', 'PNG, JPEG, GIF or WebP: a file, or an address that is asked politely, once')
    .option('--of <piece>', 'the feature or prompt it belongs to', wholeNumber(1))
    .option('--cover', "it is the issue's cover")
    .option('--credit <name>', 'who made it', '')
    .option('--license <name>', 'under which it may be printed', '')
    .option('--url <address>', 'where readers see it, when it is published already')
    .option('--alt <words>', 'what it shows, in English, for readers who cannot see it')
    .option('--caption <words>', 'in English')
    .option('--allow-private', 'the address may be a private one')
    .addHelpText(
      'after',
      `
The picture is kept beside the database. It stands where a text of the feature has ![](figure:N) alone on a line, N being
its number; else behind the last part. Descriptions and captions in Korean: "nightdesk issues text set piece:N alt".

Examples:
  nightdesk issues figure add chart.png --of 3 --credit "Kim et al." --license "CC BY 4.0" --alt "Bars of five models"
  nightdesk issues figure add https://lab.example/figure1.png --of 3 --credit "The lab"`,
    )
    .action(async (file: string, options: FigureOptions) => {
      if ((options.of === undefined) === (options.cover !== true))
        throw new UsageError('Say with --of which feature or prompt it belongs to, or give --cover.');
      const bytes = await bytesOf(file, options);
      const { inspectImage, ImageError } = await import('../../export/image.ts');
      await withIssue(options, async (store, { number }) => {
        const facts = (() => {
          try {
            return inspectImage(bytes);
          } catch (error) {
            throw error instanceof ImageError ? new UsageError(`${file}: ${error.message}`) : error;
          }
        })();
        const { width, height } = facts;
        const { credit = '', license = '', url = null, of } = options;
        const source = isAddress(file) ? file : null;
        const kept = { file: store.figures.keep(bytes, facts.type), width, height, credit, license, source, url };
        const piece = { issue: number, kind: 'figure' as const, section: '', facts: kept };
        const act = actOf(options);
        const done = await store.pieces.add(of === undefined ? piece : { ...piece, parent: of }, act);
        if (done.is === 'done')
          for (const field of ['alt', 'caption'] as const) {
            const key = { issue: number, owner: `piece:${done.id}`, field, lang: 'en' as const, madeOn: null };
            const value = options[field];
            if (value !== undefined) await store.wordings.set({ ...key, value, author: act.editor, at: act.at });
          }
        tell(done, done.is === 'done' ? `figure piece:${done.id}  ${kept.file}` : '');
      });
    });
}

function changeCommand(): Command {
  return withAct(new Command('change'))
    .description('Change what is printed with a picture.')
    .argument('<figure>', 'its number', wholeNumber(1))
    .option('--credit <name>')
    .option('--license <name>')
    .option('--url <address>', 'where readers see it')
    .addHelpText('after', '\nExample:\n  nightdesk issues figure change 9 --url https://img.example.org/83/chart.png')
    .action(async (figure: number, { credit, license, url, ...options }: FigureOptions) => {
      const facts: Partial<FigureFacts> = {
        ...(credit === undefined ? {} : { credit }),
        ...(license === undefined ? {} : { license }),
        ...(url === undefined ? {} : { url }),
      };
      await withIssue(options, async (store) =>
        tell(await store.pieces.change(figure, { facts }, actOf(options)), 'Done.'),
      );
    });
}

function isAddress(file: string): boolean {
  return /^https?:\/\//i.test(file);
}

async function bytesOf(file: string, options: FigureOptions): Promise<Uint8Array> {
  if (isAddress(file)) {
    const { askOne } = await import('./ask.ts');
    return askOne(file, options);
  }
  const [{ readFile, stat }, { MAX_IMAGE_BYTES }] = await Promise.all([
    import('node:fs/promises'),
    import('../../export/image.ts'),
  ]);
  try {
    // What is far too large is not read at all; the check of the picture says why.
    const { size } = await stat(file);
    return size > 10 * MAX_IMAGE_BYTES ? new Uint8Array(10 * MAX_IMAGE_BYTES) : await readFile(file);
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
