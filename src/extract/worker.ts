import { parentPort } from 'node:worker_threads';
import type { Article } from '../model.ts';
import { extractArticle } from './article.ts';
import { decodePage } from './charset.ts';

/** One page for a worker to read. */
export interface PageRequest {
  id: number;
  bytes: Uint8Array;
  /** The address after redirects; "" when unknown. */
  url: string;
  /** Response headers, names in lower case. */
  headers: Readonly<Record<string, string>>;
}

export type PageReply = { id: number; article: Article } | { id: number; error: string };

/** Reads one page; an error in one is an answer, never the end of the worker. */
function answer({ id, bytes, url, headers }: PageRequest): PageReply {
  try {
    return { id, article: extractArticle(decodePage(bytes, headers['content-type']), url, { headers }) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (request: PageRequest) => parentPort?.postMessage(answer(request)));
