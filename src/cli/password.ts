import { createInterface } from 'node:readline';
import { UsageError } from './failure.ts';

/**
 * A password, typed twice without being shown, or the first line of standard input when that is no terminal. Never an
 * argument: those stand in the shell's history and in the list of processes.
 */
export async function askPassword(trouble: (password: string) => string | null): Promise<string> {
  const password = process.stdin.isTTY ? await typeTwice() : await firstLine();
  const why = trouble(password);
  if (why !== null) throw new UsageError(why);
  return password;
}

async function typeTwice(): Promise<string> {
  const first = await typeHidden('Password: ');
  if ((await typeHidden('The same again: ')) !== first)
    throw new UsageError('The two are not the same. Nothing was changed.');
  return first;
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

const [ENTER, INTERRUPT, END, BACKSPACE] = ['\r', '\u0003', '\u0004', '\u007f'];

function typeHidden(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(prompt);
  stdin.setRawMode(true).setEncoding('utf8').resume();
  return new Promise((resolve, reject) => {
    let typed: string[] = [];
    const stop = (): void => {
      stdin.off('data', take).setRawMode(false).pause();
      stderr.write('\n');
    };
    const take = (chunk: string): void => {
      for (const key of Array.from(chunk)) {
        if (key === INTERRUPT || key === END) {
          stop();
          reject(new UsageError('Nothing was changed.'));
        } else if (key === ENTER || key === '\n') {
          stop();
          resolve(typed.join(''));
        } else typed = key === BACKSPACE ? typed.slice(0, -1) : [...typed, key];
      }
    };
    stdin.on('data', take);
  });
}
