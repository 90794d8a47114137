import type { SingleBar } from 'cli-progress';
import type { Progress } from '../night/context.ts';

/** Lines in a pipe come at most this often, in milliseconds: enough to see that it lives. */
const EVERY = 5_000;

/** A bar a stage with the time left on a terminal, plain lines in a pipe. All on stderr: stdout is data. */
export async function createProgress(): Promise<Progress> {
  return process.stderr.isTTY ? bars() : lines();
}

async function bars(): Promise<Progress> {
  const { SingleBar } = await import('cli-progress');
  let bar: SingleBar | null = null;
  return {
    stage(name, total) {
      bar = new SingleBar({
        format: `${name.padEnd(8)} {bar} {value}/{total}, {eta_formatted} left`,
        hideCursor: true,
      });
      bar.start(total, 0);
    },
    tick: () => bar?.increment(),
    done: () => bar?.stop(),
  };
}

function lines(): Progress {
  let stage = { name: '', total: 0, ticks: 0, started: 0, said: 0 };
  const say = (text: string) => process.stderr.write(`${text}\n`);
  return {
    stage(name, total) {
      const now = performance.now();
      stage = { name, total, ticks: 0, started: now, said: now };
    },
    tick() {
      stage.ticks += 1;
      const now = performance.now();
      if (now - stage.said < EVERY) return;
      stage.said = now;
      const left = ((now - stage.started) / stage.ticks) * (stage.total - stage.ticks);
      say(`${stage.name}: ${stage.ticks} of ${stage.total}, about ${Math.ceil(left / 1000)} s left`);
    },
    done: () => say(`${stage.name}: done in ${((performance.now() - stage.started) / 1000).toFixed(1)} s`),
  };
}
