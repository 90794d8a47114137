import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PageReply, PageRequest } from '../extract/worker.ts';
import type { Article } from '../model.ts';
import { ROOT } from './context.ts';
import { say } from '../text/said.ts';

/** A page that takes longer is given up, and its worker replaced. */
const PAGE_MS = 20_000;
/**
 * Heap of one worker: a page within the caps of extract/page.ts stays well below. A small young generation costs a tenth
 * of the time and saves a quarter of the memory (docs/notes/extraction.md).
 */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 };

type Page = Omit<PageRequest, 'id'>;

interface Job {
  page: Page;
  resolve(article: Article): void;
  reject(error: Error): void;
}

/** Workers that read article pages, so that parsing never blocks collection or the desk. */
export class PagePool {
  private readonly waiting: Job[] = [];
  private readonly idle: Worker[] = [];
  private readonly size: number;
  private readonly all = new Set<Worker>();

  /** @param size workers at most; each starts when it is first needed */
  constructor(size: number) {
    this.size = size;
  }

  /** Reads one page. Rejects when the page crashed its worker or took longer than 20 s; the pool goes on. */
  read(page: Page): Promise<Article> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ page, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.all].map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    const worker = this.idle.pop() ?? this.start();
    if (!worker) return;
    const job = this.waiting.shift();
    if (job) this.run(worker, job);
  }

  private start(): Worker | null {
    if (this.all.size >= this.size) return null;
    const worker = new Worker(join(ROOT, 'dist', 'extract', 'worker.js'), {
      resourceLimits: WORKER_LIMITS,
    });
    worker.unref();
    this.all.add(worker);
    return worker;
  }

  private run(worker: Worker, job: Job): void {
    const settle = (healthy: boolean): void => {
      clearTimeout(timer);
      worker.off('message', onReply).off('error', onError).unref();
      if (healthy) this.idle.push(worker);
      else this.discard(worker);
      this.next();
    };
    const onReply = (reply: PageReply): void => {
      if ('article' in reply) job.resolve(reply.article);
      else job.reject(new Error(reply.error));
      settle(true);
    };
    const onError = (error: Error): void => {
      job.reject(error);
      settle(false);
    };
    const timer = setTimeout(() => onError(new Error(say('page.slow', { n: PAGE_MS / 1000 }))), PAGE_MS);
    worker.ref();
    worker.on('message', onReply).on('error', onError);
    worker.postMessage({ ...job.page, id: 0 } satisfies PageRequest);
  }

  private discard(worker: Worker): void {
    this.all.delete(worker);
    void worker.terminate();
  }
}
