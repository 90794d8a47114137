import { userInfo } from 'node:os';
import { Command } from 'commander';
import { withFiles, withStore, type FileOptions } from './context.ts';
import { UsageError } from './failure.ts';

/** `nightdesk editors`: who may use the desk. */
export function editorsCommand(): Command {
  return new Command('editors')
    .description('Add, list and remove the editors who may log in to the desk, and change their passwords.')
    .addHelpText(
      'after',
      `
Without editors the desk is open to whoever uses this machine, and to nobody else. With the first editor it asks for a
login. Passwords are typed when asked for, or read from standard input.

Examples:
  nightdesk editors add maria
  nightdesk editors password maria < secret.txt`,
    )
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(removeCommand())
    .addCommand(passwordCommand());
}

function addCommand(): Command {
  return withFiles(new Command('add'))
    .description('Add an editor; asks for a password.')
    .argument('<name>', 'what the others see: letters, digits, spaces, ".", "_" and "-"', editorName)
    .addHelpText('after', '\nExample:\n  nightdesk editors add maria')
    .action(async (name: string, options: FileOptions) => {
      await withStore(options, async (store) => {
        if ((await store.editors.get(name)) !== null)
          throw new UsageError(
            `${name} is an editor already. "nightdesk editors password ${name}" changes the password.`,
          );
        await give(name, 'editor-added', store);
      });
      process.stdout.write(`${name} may log in now.\n`);
    });
}

function passwordCommand(): Command {
  return withFiles(new Command('password'))
    .description("Change an editor's password; ends all their sessions.")
    .argument('<name>', 'the editor', editorName)
    .addHelpText('after', '\nExample:\n  nightdesk editors password maria')
    .action(async (name: string, options: FileOptions) => {
      await withStore(options, async (store) => {
        if ((await store.editors.get(name)) === null) throw unknown(name);
        await give(name, 'password-changed', store);
      });
      process.stdout.write(`The password of ${name} is changed, and their sessions are ended.\n`);
    });
}

function removeCommand(): Command {
  return withFiles(new Command('remove'))
    .description('Take the way in from an editor at once. What they decided and wrote stays.')
    .argument('<name>', 'the editor', editorName)
    .addHelpText('after', '\nExample:\n  nightdesk editors remove maria')
    .action(async (name: string, options: FileOptions) => {
      const left = await withStore(options, async (store) => {
        if (!(await store.editors.remove(name, Date.now()))) throw unknown(name);
        await remember(name, 'editor-removed', store);
        return (await store.editors.list()).length;
      });
      const open = left === 0 ? ' No editor is left: the desk is open to whoever uses this machine.' : '';
      process.stdout.write(`${name} is out.${open}\n`);
    });
}

function listCommand(): Command {
  return withFiles(new Command('list'))
    .description('Print the editors who may log in.')
    .option('--json', 'one JSON object a line')
    .addHelpText('after', '\nExample:\n  nightdesk editors list')
    .action(async (options: FileOptions & { json?: boolean }) => {
      const editors = await withStore(options, (store) => store.editors.list());
      for (const { name, addedAt } of editors) {
        const added = new Date(addedAt).toISOString();
        process.stdout.write(
          options.json === true ? `${JSON.stringify({ name, added })}\n` : `${added.slice(0, 10)}\t${name}\n`,
        );
      }
    });
}

type Store = Parameters<Parameters<typeof withStore>[1]>[0];

async function give(name: string, action: string, store: Store): Promise<void> {
  const [{ askPassword }, { hashPassword, passwordTrouble }] = await Promise.all([
    import('./password.ts'),
    import('../desk/access/passwords.ts'),
  ]);
  const password = await askPassword(passwordTrouble);
  await store.editors.put(name, await hashPassword(password), Date.now());
  await remember(name, action, store);
}

async function remember(about: string, action: string, store: Store): Promise<void> {
  const editor = userInfo().username;
  await store.settings.add({ editor, at: Date.now(), action, about, before: null, after: null });
}

function editorName(text: string): string {
  const name = text.trim().normalize('NFC');
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._-]{0,38}[\p{L}\p{M}\p{N}])?$/u.test(name))
    throw new UsageError('A name has at most 40 letters, digits, spaces, ".", "_" and "-", and begins with a letter.');
  return name;
}

function unknown(name: string): UsageError {
  return new UsageError(`There is no editor ${name}. "nightdesk editors list" prints those there are.`);
}
