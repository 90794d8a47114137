import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadReply, ReadRequest } from './desk-reader-worker.ts';
import { ROOT } from './context.ts';

interface Waiting {
  resolve(zipped: Uint8Array): void;
  reject(error: Error): void;
}

/** A thread that reads the database for the desk, so that no long read keeps the desk from answering others. */
export class DeskReader {
  readonly #db: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null;
  #last = 0;

  /** Starts the thread: opening the database and loading the code should not wait for the first editor. */
  constructor(db: string) {
    this.#db = db;
    this.#worker = this.#start();
  }

  /** One answer as packed JSON. Rejects when it cannot be made, or when the thread died; the next one gets a new thread. */
  read(name: ReadRequest['name'], from: Omit<ReadRequest, 'id' | 'name'>): Promise<Uint8Array> {
    const id = ++this.#last;
    this.#worker ??= this.#start();
    this.#worker.postMessage({ id, name, ...from } satisfies ReadRequest);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === null) return;
    worker.ref();
    worker.postMessage('end');
    await once(worker, 'exit');
  }

  #start(): Worker {
    const worker = new Worker(join(ROOT, 'dist', 'cli', 'desk-reader-worker.js'), { workerData: { db: this.#db } });
    // The desk's server keeps the process alive, or nothing does.
    worker.unref();
    let why = new Error('the thread that reads for the desk ended');
    worker.on('message', (reply: ReadReply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if ('error' in reply) waiting?.reject(new Error(reply.error));
      else waiting?.resolve(reply.zipped);
    });
    worker.on('error', (error) => (why = error));
    worker.on('exit', () => {
      this.#worker = null;
      for (const waiting of this.#waiting.values()) waiting.reject(why);
      this.#waiting.clear();
    });
    return worker;
  }
}
