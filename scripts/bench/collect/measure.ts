import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a process took, all its threads together. */
export interface Usage {
  /** Processor time, of the process and of the system for it. */
  cpuMs: number;
  wallMs: number;
  peakMb: number;
}

const AT_EXIT = fileURLToPath(new URL('usage-at-exit.mjs', import.meta.url));

/** Runs a program of Node to its end and measures it. Throws with what it said when it fails. */
export async function measure(argv: readonly string[], nodeOptions: readonly string[] = []): Promise<Usage> {
  const since = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, '--import', AT_EXIT, ...argv], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [errors, usage] = [child.stderr, child.stdio[3]].map((stream) => {
    const pieces: string[] = [];
    stream?.on('data', (piece: Buffer) => pieces.push(piece.toString()));
    return pieces;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${errors?.join('').slice(-500)}`);
  const told = JSON.parse(usage?.join('') ?? '') as Omit<Usage, 'wallMs'>;
  return { ...told, wallMs: performance.now() - since };
}
