import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../dist/nightdesk.js', import.meta.url));

/** Runs one command of the built product and gives back its standard output; its log is shown only when it fails. */
export function nightdesk(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(said.out);
      else reject(new Error(`nightdesk ${args[0] ?? ''} ended with exit code ${String(code)}:\n${said.err}`));
    });
  });
}
