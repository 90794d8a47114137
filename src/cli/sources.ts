import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { checkCommand } from './check-sources.ts';
import { readConfig, withFiles, withStore, type FileOptions } from './context.ts';
import { UsageError } from './failure.ts';

/** `nightdesk sources`: the list in feeds.yaml, and ways to change it. */
export function sourcesCommand(): Command {
  return new Command('sources')
    .description('List, check, add, import and export the sources of feeds.yaml.')
    .addCommand(listCommand())
    .addCommand(addCommand())
    .addCommand(checkCommand())
    .addCommand(retryCommand())
    .addCommand(importOpmlCommand())
    .addCommand(exportOpmlCommand());
}

function listCommand(): Command {
  return withFiles(new Command('list'))
    .description('Print the sources with the health that the last nights found.')
    .option('--json', 'one JSON object a line')
    .addHelpText('after', '\nExample:\n  nightdesk sources list')
    .action(async (options: FileOptions & { json?: boolean }) => {
      const [config, { columns }, { redactUrl }] = await Promise.all([
        readConfig(options),
        import('./table.ts'),
        import('../net/secrets.ts'),
      ]);
      await withStore(options, async (store) => {
        const states = await store.sources.states();
        const rows = config.sources.map((source) => {
          const state = states.get(source.id);
          const day = (at: number | null | undefined): string | null =>
            at == null ? null : new Date(at).toISOString().slice(0, 10);
          const { id, kind, outlet, section, enabled } = source;
          return {
            id,
            kind,
            outlet,
            section,
            enabled,
            answered: day(state?.answeredAt),
            lastNew: day(state?.newAt),
            failures: state?.failures ?? 0,
            movedTo: state?.movedTo ?? null,
            url: redactUrl(source.url),
          };
        });
        if (options.json === true) {
          for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
          return;
        }
        const lines = rows.map((row) => [
          row.id,
          row.kind,
          row.enabled ? 'on' : 'off',
          row.answered ?? 'never',
          row.lastNew ?? 'never',
          row.url,
        ]);
        process.stdout.write(`${columns([['source', 'kind', '', 'answered', 'last new', 'address'], ...lines])}\n`);
      });
    });
}

function addCommand(): Command {
  return withFiles(new Command('add'))
    .description(
      'Find the feed at an address or behind a page, else its list; show what it holds, and add it to feeds.yaml.',
    )
    .argument('<url>', 'a feed, a page that has one, or a page with a list of articles')
    .option('--id <id>', 'its name in the ledger')
    .option('--outlet <name>', 'the publisher a reader would name')
    .option('--allow-private', 'it may live on loopback and private addresses')
    .option('--dry-run', 'only show what it holds')
    .addHelpText('after', '\nExample:\n  nightdesk sources add https://www.theverge.com --outlet "The Verge"')
    .action(async (url: string, options: AddOptions) => {
      const [{ findSource, handClient, preview }, { addSources }] = await Promise.all([
        import('./add-source.ts'),
        import('../feeds-file.ts'),
      ]);
      const client = await handClient(await readConfig(options), options.db);
      const found = await findSource(url, client, options.allowPrivate === true);
      await client.close();
      if (typeof found === 'string') throw new UsageError(found);
      process.stdout.write(`${preview(found)}\n`);
      if (options.dryRun === true) return;
      const { id, outlet } = options;
      const { added } = await addSources(options.feeds, [
        {
          ...(id === undefined ? {} : { id }),
          url: found.url,
          ...(found.kind === 'feed' ? {} : { kind: found.kind }),
          ...(found.title === '' ? {} : { title: found.title }),
          ...(outlet === undefined ? {} : { outlet }),
          ...(options.allowPrivate === true ? { allowPrivate: true } : {}),
        },
      ]);
      process.stdout.write(added === 1 ? `Added to ${options.feeds}.\n` : `It stands in ${options.feeds} already.\n`);
    });
}

interface AddOptions extends FileOptions {
  id?: string;
  outlet?: string;
  allowPrivate?: boolean;
  dryRun?: boolean;
}

function retryCommand(): Command {
  return withFiles(new Command('retry'))
    .description('Switch a source on again that had asked to be left alone (410), or that is not due yet.')
    .argument('<id>', 'the source, as the ledger calls it')
    .addHelpText('after', '\nExample:\n  nightdesk sources retry example-blog')
    .action(async (id: string, options: FileOptions) => {
      await withStore(options, async (store) => {
        if (!(await store.sources.states()).has(id))
          throw new UsageError(`No source called ${id} was ever asked. See "nightdesk sources list".`);
        await store.sources.forgive(id);
      });
      process.stdout.write(`${id} is asked again by the next night.\n`);
    });
}

function importOpmlCommand(): Command {
  return withFiles(new Command('import-opml'))
    .description('Add the feeds of an OPML file to feeds.yaml; those that stand there already are passed over.')
    .argument('<file>', 'the OPML file')
    .option('--allow-private', 'the feeds may live on loopback and private addresses')
    .addHelpText('after', '\nExample:\n  nightdesk sources import-opml subscriptions.opml')
    .action(async (file: string, options: FileOptions & { allowPrivate?: boolean }) => {
      const [{ readMaybeGzip }, { readOpml }, { addSources }] = await Promise.all([
        import('./io.ts'),
        import('../text/opml.ts'),
        import('../feeds-file.ts'),
      ]);
      const outlines = readOpml((await readMaybeGzip(file)).toString('utf8'));
      if (outlines.length === 0)
        throw new UsageError(
          `${file}: no feed was found; OPML names each in the xmlUrl of an outline. Is it the right file?`,
        );
      const isUsable = ({ url }: { url: string }): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);
      for (const { url, title } of outlines.filter((outline) => !isUsable(outline)))
        process.stderr.write(`${title || 'A feed'} was passed over: ${url} is no address that starts with http.\n`);
      const wanted = outlines.filter(isUsable).map(({ url, title }) => ({
        url,
        ...(/^https?:\/\/(?:[\w-]+\.)?arxiv\.org\//i.test(url) ? { kind: 'arxiv' } : {}),
        ...(title === '' ? {} : { title }),
        ...(options.allowPrivate === true ? { allowPrivate: true } : {}),
      }));
      const { added, known } = await addSources(options.feeds, wanted);
      process.stdout.write(`${added} sources added to ${options.feeds}; ${known} stood there already.\n`);
    });
}

function exportOpmlCommand(): Command {
  return withFiles(new Command('export-opml'))
    .description('Print the feeds as OPML, for any feed reader.')
    .option('-o, --output <file>', 'where to write it; standard output when missing')
    .addHelpText('after', '\nExample:\n  nightdesk sources export-opml -o nightdesk.opml')
    .action(async (options: FileOptions & { output?: string }) => {
      const [config, { writeOpml }, { redactUrl }] = await Promise.all([
        readConfig(options),
        import('../text/opml.ts'),
        import('../net/secrets.ts'),
      ]);
      const feeds = config.sources
        .filter(({ kind }) => kind === 'feed' || kind === 'arxiv')
        .map(({ url, title }) => ({ url: redactUrl(url), title }));
      const text = writeOpml('Nightdesk', feeds);
      if (options.output === undefined) process.stdout.write(text);
      else await writeFile(options.output, text);
    });
}
