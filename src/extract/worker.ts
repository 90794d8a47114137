import { parentPort } from 'node:worker_threads';
import type { Article } from '../model.ts';
import { type PageBytes, readArticle } from './read.ts';

/** One page for a worker to read. */
export interface PageRequest extends PageBytes {
  id: number;
}

export type PageReply = { id: number; article: Article } | { id: number; error: string };

/** Reads one page; an error in one is an answer, never the end of the worker. */
async function answer({ id, ...page }: PageRequest): Promise<PageReply> {
  try {
    return { id, article: await readArticle(page) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (request: PageRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
