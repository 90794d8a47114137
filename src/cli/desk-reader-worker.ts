import { parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { READS, type ReadFrom, type ReadName } from '../desk/reads.ts';
import { openStore } from '../store/store.ts';
import { saidBy } from '../text/said.ts';

/** One read for the thread to make. */
export interface ReadRequest extends Omit<ReadFrom, 'store'> {
  id: number;
  name: ReadName;
}

/** JSON, packed. */
export type ReadReply = { id: number; zipped: Uint8Array } | { id: number; error: string };

const store = openStore((workerData as { db: string }).db);

/** Makes one answer; an error in it is an answer too, never the end of the thread. */
async function answer({ id, name, ...from }: ReadRequest): Promise<ReadReply> {
  try {
    return { id, zipped: gzipSync(JSON.stringify(await READS[name]({ store, ...from }))) };
  } catch (error) {
    return { id, error: saidBy(error) };
  }
}

parentPort?.on('message', (request: ReadRequest | 'end') => {
  if (request === 'end') {
    store.close();
    parentPort?.close();
    return;
  }
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
