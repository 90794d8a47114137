import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NightBegin } from '../desk/context.ts';
import type { Store } from '../store/store.ts';
import { ROOT } from './context.ts';
import { say, verbatim } from '../text/said.ts';

/** How often a process that was started is looked at until it has begun its night, in milliseconds. */
const LOOK_EVERY_MS = 100;
/** Of what a process said that failed, the end says why. */
const SAID = 1000;

export interface NightProcesses {
  /** Starts one and resolves when its night has begun, or with why there is none. The night's own lock lets in one only. */
  begin: (args: readonly string[]) => Promise<NightBegin>;
  /** Ends a night that was begun here: what it read is stored, and the next one goes on from there. */
  stop: () => void;
}

/** Nights that the desk begins run in a process of their own, so that none holds up a key press. */
export function nightProcesses(store: Store): NightProcesses {
  const children = new Set<ReturnType<typeof startNight>>();
  const begin = async (args: readonly string[]): Promise<NightBegin> => {
    if (await store.isLocked('night')) return { is: 'busy' };
    const before = await newestRun(store);
    const child = startNight(args);
    children.add(child);
    void child.ended.then(() => children.delete(child));
    for (;;) {
      const end = await Promise.race([child.ended, sleep(LOOK_EVERY_MS, null)]);
      if ((await newestRun(store)) !== before) return { is: 'begun' };
      if (end !== null) return end === '' ? { is: 'busy' } : { is: 'failed', why: verbatim(end) };
    }
  };
  return { begin, stop: () => children.forEach(({ stop }) => stop()) };
}

async function newestRun(store: Store): Promise<number> {
  return (await store.nights.runs()).at(-1)?.id ?? 0;
}

/** `ended`: "" when all was well, else what it said last. */
function startNight(args: readonly string[]): { ended: Promise<string>; stop: () => void } {
  const script = join(ROOT, 'dist', 'nightdesk.js');
  const child = spawn(process.execPath, [script, 'night', ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    process.stderr.write(text);
    said = (said + text).slice(-SAID);
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) =>
      resolve(code === 0 ? '' : said.trim() || say('desk.exitCode', { code: String(code) })),
    );
  });
  return { ended, stop: () => void child.kill('SIGTERM') };
}
