import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { readConfig, withFiles, withStore, type FileOptions } from './context.ts';

/** `nightdesk sources`: the list in feeds.yaml, and ways to change it. */
export function sourcesCommand(): Command {
  return new Command('sources')
    .description('List, check, add, import and export the sources of feeds.yaml.')
    .addCommand(listCommand())
    .addCommand(importOpmlCommand())
    .addCommand(exportOpmlCommand());
}

function listCommand(): Command {
  return withFiles(new Command('list'))
    .description('Print the sources with the health that the last nights found.')
    .option('--json', 'one JSON object a line')
    .addHelpText('after', '\nExample:\n  nightdesk sources list')
    .action(async (options: FileOptions & { json?: boolean }) => {
      const [config, { columns }] = await Promise.all([readConfig(options), import('./table.ts')]);
      await withStore(options, async (store) => {
        const states = await store.sources.states();
        const rows = config.sources.map((source) => {
          const state = states.get(source.id);
          const day = (at: number | null | undefined): string | null =>
            at == null ? null : new Date(at).toISOString().slice(0, 10);
          const { id, kind, outlet, section, enabled, url } = source;
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
            url,
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
      const wanted = outlines.map(({ url, title }) => ({
        url,
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
      const [config, { writeOpml }] = await Promise.all([readConfig(options), import('../text/opml.ts')]);
      const feeds = config.sources.filter(({ kind }) => kind === 'feed' || kind === 'arxiv');
      const text = writeOpml('Nightdesk', feeds);
      if (options.output === undefined) process.stdout.write(text);
      else await writeFile(options.output, text);
    });
}
