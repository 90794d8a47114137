import type { Frame } from '../wire.ts';
import type { AddReply } from './add.ts';

/**
 * Every address of the API with what it answers, without its "/api": the client can ask for nothing else, and knows what
 * it gets. The server's routes answer in the same types. A query is handed to the client's `get` apart.
 */
export interface Gets {
  '/frame': Frame;
}

/** What may be sent at once; decisions and edits go through the client's queue. */
export interface Posts {
  '/add': { body: { url: string }; reply: AddReply };
}
