/**
 * A desk in a process of its own, for benchmarks: tells its address, and on the word "since" what it cost since the last
 * time it was asked. `node --import tsx scripts/bench/desk-child.ts DB FEEDS`, with a channel to its parent.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openDesk } from '../../src/cli/desk-process.ts';

/** What the desk's process did for a while. */
export interface Spent {
  /** Milliseconds of processor time. */
  cpu: number;
  /** The longest stretch in which it answered nobody, in milliseconds. */
  freeze: number;
}

const [db = '', feeds = ''] = process.argv.slice(2);
const desk = await openDesk({ db, feeds, port: 0, host: '127.0.0.1', editor: 'bench', delay: false });
const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
let start = process.cpuUsage();

process.on('message', (word) => {
  if (word === 'end') void desk.close().then(() => process.exit());
  if (word !== 'since') return;
  const { user, system } = process.cpuUsage(start);
  const spent: Spent = { cpu: (user + system) / 1000, freeze: delays.max / 1e6 };
  delays.reset();
  start = process.cpuUsage();
  process.send?.(spent);
});
process.send?.({ origin: `http://127.0.0.1:${desk.address.port}` });
