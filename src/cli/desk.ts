import { userInfo } from 'node:os';
import { Command } from 'commander';
import { isoMoment, wholeNumber, withFiles, type FileOptions } from './context.ts';

interface DeskCommandOptions extends FileOptions {
  port?: number;
  host?: string;
  editor: string;
  now?: string;
  /** commander's form of --no-delay: false when it was given. */
  delay: boolean;
}

/** `nightdesk desk`: the web desk, until it is stopped. */
export function deskCommand(): Command {
  return withFiles(new Command('desk'))
    .description('Open the web desk, where editors decide what the issue holds.')
    .option('--port <n>', 'the port to listen on, in place of desk.port; 0 takes any free one', wholeNumber(0))
    .option('--host <address>', 'the address to listen on, in place of desk.host')
    .option('--editor <name>', 'who sits at it while it has no editors', userInfo().username)
    .option('--now <moment>', 'set the clock, which then ticks on', isoMoment)
    .option('--no-delay', 'no delay and no limit a host, for sources with allowPrivate only')
    .addHelpText(
      'after',
      `
Without editors it is open to whoever uses this machine, and to nobody else; "nightdesk editors add" makes it ask for a
login. A night may run beside it, also in another process: the desk notices what it wrote. SIGTERM ends it.

Examples:
  nightdesk desk
  nightdesk desk --port 8080 --db db/demo.sqlite --feeds db/demo/feeds.yaml`,
    )
    .action(serve);
}

async function serve(options: DeskCommandOptions): Promise<void> {
  const { openDesk } = await import('./desk-process.ts');
  const desk = await openDesk(options);
  process.stdout.write(`The desk is open at ${desk.url}/\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve).once('SIGINT', resolve);
  });
  await desk.close();
}
