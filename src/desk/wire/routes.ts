import type { Frame } from '../wire.ts';
import type { AddReply } from './add.ts';
import type { Me } from './access.ts';
import type { DeedList, UndoneDeed } from './history.ts';
import type { CandidateList, DecisionNews, StoryPage } from './candidates.ts';

/**
 * Every address of the API with what it answers, without its "/api": the client can ask for nothing else, and knows what
 * it gets. The server's routes answer in the same types. A query is handed to the client's `get` apart.
 */
export interface Gets {
  '/frame': Frame;
  '/me': Me;
  '/history': DeedList;
  '/candidates': CandidateList;
  '/decisions': DecisionNews;
  [story: `/stories/${number}`]: StoryPage;
}

/** What may be sent at once; decisions and edits go through the client's queue. */
export interface Posts {
  '/login': { body: { name: string; password: string }; reply: Me };
  '/logout': { body: object; reply: { ok: true } };
  '/presence': { body: { desk: string; place: string }; reply: { ok: true } };
  '/history/undo': { body: UndoneDeed; reply: { ok: true } };
  '/add': { body: { url: string }; reply: AddReply };
}
