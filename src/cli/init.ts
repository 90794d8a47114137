import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { ROOT } from './context.ts';
import { UsageError } from './failure.ts';

const CATALOGUES = ['shipped', 'papers', 'empty'] as const;

/** What a first configuration is made of. */
interface Answers {
  timezone: string;
  contact: string;
  languages: string;
  catalogue: string;
}

/** `nightdesk init`: a first feeds.yaml. */
export function initCommand(): Command {
  return new Command('init')
    .description('Write a first feeds.yaml: asks for zone, contact, languages and the catalogue to start with.')
    .option('--feeds <file>', 'where to write it', 'feeds.yaml')
    .option('--timezone <zone>', "the editors' zone, such as Asia/Seoul")
    .option('--contact <address>', 'a mail address or page for site operators')
    .option('--languages <list>', 'of the issue: en, ko, or both as en,ko')
    .addOption(new Option('--catalogue <name>', 'the sources to start with').choices(CATALOGUES))
    .option('--force', 'overwrite a file that stands there')
    .addHelpText(
      'after',
      `
What no option answers is asked for on a terminal, and takes its default elsewhere.

Examples:
  nightdesk init
  nightdesk init --feeds my.yaml --timezone Asia/Seoul --contact editors@example.org --languages en,ko --catalogue shipped`,
    )
    .action(async (options: Partial<Answers> & { feeds: string; force?: boolean }) => {
      if (existsSync(options.feeds) && options.force !== true)
        throw new UsageError(
          `${options.feeds} stands there already. --force overwrites it; --feeds names another file.`,
        );
      const text = fill(await readFile(join(ROOT, 'feeds.yaml'), 'utf8'), await answer(options));
      const { parseConfig } = await import('../config.ts');
      const { sources } = parseConfig(text, options.feeds);
      await writeFile(options.feeds, text);
      const on = sources.filter(({ enabled }) => enabled).length;
      process.stdout.write(`${options.feeds}: ${on} of ${sources.length} sources on. "nightdesk night" reads them.\n`);
    });
}

const QUESTIONS: readonly { key: keyof Answers; text: string; usual: () => string }[] = [
  {
    key: 'timezone',
    text: 'Your time zone',
    usual: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  },
  { key: 'contact', text: 'A mail address or page, so that site operators can reach you', usual: () => '' },
  { key: 'languages', text: 'Languages of the issue (en, ko, or en,ko)', usual: () => 'en,ko' },
  { key: 'catalogue', text: `Sources to start with (${CATALOGUES.join(', ')})`, usual: () => 'shipped' },
];

async function answer(given: Partial<Answers>): Promise<Answers> {
  const answers: Answers = { timezone: '', contact: '', languages: '', catalogue: '' };
  const terminal = process.stdin.isTTY ? await openTerminal() : null;
  for (const { key, text, usual } of QUESTIONS) {
    const asked = given[key] ?? (await terminal?.question(`${text} [${usual()}]: `))?.trim();
    answers[key] = asked === undefined || asked === '' ? usual() : asked;
  }
  terminal?.close();
  return answers;
}

async function openTerminal() {
  const { createInterface } = await import('node:readline/promises');
  return createInterface({ input: process.stdin, output: process.stderr });
}

/** The shipped file with the answers in their places; its comments and order stay. */
function fill(shipped: string, { timezone, contact, languages, catalogue }: Answers): string {
  const list = languages.split(',').map((language) => language.trim());
  const filled = shipped
    .replace(/^timezone: .*$/m, () => `timezone: ${timezone}`)
    .replace(/^contact: .*$/m, () => `contact: ${JSON.stringify(contact)}`)
    .replace(/^languages: .*$/m, () => `languages: [${list.join(', ')}]`);
  switch (catalogue) {
    case 'papers':
      return filled.replaceAll(/^ {2}- \{(?!.*kind: arxiv).*\n/gm, '');
    case 'empty':
      return filled.replace(/^sources:[\s\S]*/m, 'sources: []\n');
    default:
      return filled;
  }
}
