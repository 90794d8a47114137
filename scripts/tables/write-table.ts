import { readFileSync, writeFileSync } from 'node:fs';

/** Puts lines between `<!-- NAME -->` and `<!-- /NAME -->` of a page, in place of what stood there. */
export function writeBetweenMarkers(file: string, name: string, lines: readonly string[]): void {
  const page = readFileSync(file, 'utf8');
  const start = page.indexOf(`<!-- ${name} -->`);
  const end = page.indexOf(`<!-- /${name} -->`);
  if (start < 0 || end < start) throw new Error(`${file} has no markers named ${name}`);
  writeFileSync(file, `${page.slice(0, start)}<!-- ${name} -->\n${lines.join('\n')}\n${page.slice(end)}`);
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)];
}
