import { optionsTable } from './options-table.ts';
import { program } from './program.ts';

/** The README with its tables of commands and options made anew. */
export function withGeneratedParts(readme: string): string {
  return fill(fill(readme, 'commands', commandsTable()), 'options', optionsTable());
}

function commandsTable(): string {
  const rows = program().commands.map((command) => `| \`${command.name()}\` | ${command.description()} |`);
  return ['| command | what it does |', '| --- | --- |', ...rows].join('\n');
}

/** Replaces what stands between the two marks of a generated part. */
function fill(text: string, name: string, table: string): string {
  const start = `<!-- ${name}: made by scripts/docs.ts -->`;
  const end = `<!-- /${name} -->`;
  const [before = '', rest = ''] = text.split(start);
  return `${before}${start}\n\n${table}\n\n${end}${rest.slice(rest.indexOf(end) + end.length)}`;
}
