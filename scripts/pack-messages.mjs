// The texts of the desk's client, written shorter by the build: in the sources a text stands beside its translation under
// a name of its own, which is how people read and mend them; in the build each language stands in one piece, and a text
// has no name but its number. Only texts whose names are put together (`lang.${lang}`) keep them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A Vite plugin for the client in the folder `client`. */
export async function packMessages(client) {
  const table = join(client, 'messages/table.ts');
  const messages = await tableIn(table);
  const isPutTogether = putTogether(client);
  const names = Object.keys(messages).toSorted((a, b) => Number(isPutTogether(b)) - Number(isPutTogether(a)));
  const numbers = new Map(names.map((name, number) => [name, number]).filter(([name]) => !isPutTogether(name)));
  return {
    name: 'pack-messages',
    // TypeScript and JSX are gone by then: every text in quotes is a string.
    enforce: 'post',
    transform(code, id) {
      if (id === table)
        return packed(
          names.filter(isPutTogether),
          names.map((name) => messages[name]),
        );
      if (!id.startsWith(client)) return null;
      return code.replace(/"(\w+(?:\.\w+)+)"/g, (text, name) => numbers.get(name) ?? text);
    },
  };
}

/** The table itself: its modules import nothing but each other. */
async function tableIn(file) {
  const { outputFiles } = await build({ entryPoints: [file], bundle: true, format: 'esm', write: false });
  const { MESSAGES } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return MESSAGES;
}

/** Tells names that begin as a template of the sources does. */
function putTogether(client) {
  const files = readdirSync(client, { recursive: true }).filter((file) => /\.tsx?$/.test(file));
  const sources = files.map((file) => readFileSync(join(client, file), 'utf8')).join('\n');
  const beginnings = [...sources.matchAll(/`([\w.]+\.)\$\{/g)].map(([, beginning]) => beginning);
  return (name) => beginnings.some((beginning) => name.startsWith(beginning));
}

/** The module in the table's place: the texts with names come first. */
function packed(names, pairs) {
  const lists = [names, pairs.map(([en]) => en), pairs.map(([, ko]) => ko)];
  return `
    const [names, en, ko] = ${JSON.stringify(lists.map((list) => list.join('\n')))}.map((list) => list.split('\\n'));
    export const MESSAGES = Object.fromEntries(en.map((text, number) => [names[number] ?? number, [text, ko[number]]]));`;
}
