import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { explainFailure } from '../../../src/cli/failure.ts';
import { program } from '../../../src/cli/program.ts';

export interface Ran {
  code: number;
  out: string;
  log: string;
}

/** A desk of its own in a folder of its own, and the commands run on it as from a terminal. */
export interface Desk {
  folder: string;
  db: string;
  run: (...args: string[]) => Promise<Ran>;
  file: (name: string, content: string | Uint8Array) => string;
  end: () => void;
}

export function desk(feeds = 'sources: []\nissue: { template: model }\n'): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  const [db, config] = [join(folder, 'test.sqlite'), join(folder, 'feeds.yaml')];
  writeFileSync(config, feeds);
  return {
    folder,
    db,
    run: (...args) => run([...args, '--db', db, '--feeds', config]),
    file: (name, content) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    end: () => rmSync(folder, { recursive: true }),
  };
}

/** Runs a command in this process and returns what it printed and its exit code. */
async function run(args: string[]): Promise<Ran> {
  const said = { out: '', log: '' };
  const listen = (stream: NodeJS.WriteStream, to: 'out' | 'log') =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      said[to] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      return true;
    });
  const spies = [listen(process.stdout, 'out'), listen(process.stderr, 'log')];
  process.exitCode = 0;
  try {
    await program().parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = explainFailure(error);
  }
  const code: number = process.exitCode;
  process.exitCode = 0;
  for (const spy of spies) spy.mockRestore();
  return { code, ...said };
}
