import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { userInfo } from 'node:os';
import { Command } from 'commander';
import { withFiles, type FileOptions } from './context.ts';

/** `nightdesk start`: the desk, and the scheduler beside it. */
export function startCommand(): Command {
  return withFiles(new Command('start'))
    .description('Open the desk and run a night now, then go on as the scheduler.')
    .addHelpText(
      'after',
      `
The scheduler runs in a process of its own, so that no night holds up a key press on the desk. SIGTERM ends both within
seconds; a night under way is taken up by the next one.

Example:
  nightdesk start`,
    )
    .action(start);
}

async function start(options: FileOptions): Promise<void> {
  const { openDesk } = await import('./desk-process.ts');
  const desk = await openDesk({ ...options, editor: userInfo().username, delay: true });
  process.stdout.write(`The desk is open at ${desk.url}/\n`);
  const scheduler = beginScheduler(options);
  const stop = (): void => void scheduler.kill('SIGTERM');
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const [code] = (await once(scheduler, 'exit')) as [number | null];
  await desk.close();
  process.exitCode = code ?? 1;
}

/** It ends by itself when this process is killed: the channel between the two closes. */
function beginScheduler({ db, feeds }: FileOptions): ChildProcess {
  const [, script = ''] = process.argv;
  return fork(script, ['schedule', '--at-once', '--db', db, '--feeds', feeds], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
