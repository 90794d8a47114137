/** Starts a desk beside the benchmark, so that what it costs and how long it answers nobody can be told apart from the rest. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Spent } from './desk-child.ts';
import type { DeskWorld } from './desk-world.ts';

export interface ServedDesk {
  origin: string;
  /** What its process did since this was asked last. */
  since(): Promise<Spent>;
  close(): Promise<void>;
}

export async function serveDesk({ db, feeds }: Pick<DeskWorld, 'db' | 'feeds'>): Promise<ServedDesk> {
  const child = fork('scripts/bench/desk-child.ts', [db, feeds], { execArgv: ['--import', 'tsx'] });
  const [{ origin }] = (await once(child, 'message')) as [{ origin: string }];
  return {
    origin,
    async since() {
      child.send('since');
      const [spent] = (await once(child, 'message')) as [Spent];
      return spent;
    },
    async close() {
      child.send('end');
      await once(child, 'exit');
    },
  };
}
