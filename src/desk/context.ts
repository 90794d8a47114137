import type { Hono } from 'hono';
import type { LinkFact } from '../export/preflight.ts';
import type { Config } from '../config.ts';
import type { OfferedLists } from '../night/context.ts';
import type { Found } from '../night/find.ts';
import type { Instant } from '../model.ts';
import type { Store } from '../store/store.ts';
import type { AccessEnv } from './access/access.ts';
import type { EventHub } from './events.ts';
import type { ReadFrom, ReadName, Reads } from './reads.ts';
import type { SourceProbe } from './wire/sources.ts';
import type { Sentence } from '../text/said.ts';

/** What came of beginning a night: one was under way already, or why none began. */
export type NightBegin = { is: 'begun' | 'busy' } | { is: 'failed'; why: Sentence };

/** What the desk works with; everything that changes from one start to the next is handed in. */
export interface DeskOptions {
  store: Store;
  /** feeds.yaml as it stands now: it may change while the desk runs. */
  config: () => Promise<Config>;
  now: () => Instant;
  log: (what: string, fields?: Record<string, unknown>) => void;
  /** The folder with the built client. */
  client: string;
  /** Where the desk listens, and whose word it takes about where a request came from. */
  access: Config['desk'];
  /** Makes one of the READS of reads.ts beside the desk, as packed JSON, from what is stored no earlier than it is called. */
  read: (name: ReadName, from: Omit<ReadFrom, 'store'>) => Promise<Uint8Array>;
  /** Who sits at a desk that is open to its one user. */
  editor: string;
  /** The lists that a template fills with stories. */
  lists: (template: string) => OfferedLists['lists'];
  /** feeds.yaml, which the desk edits, and what stands at addresses. */
  sources: {
    file: string;
    probe: (url: string) => Promise<SourceProbe>;
    test: (id: string) => Promise<SourceProbe>;
  };
  /** The name of the database, for what waits in browsers. */
  stamp: string;
  nights: {
    /** When the schedule calls for the next one. */
    next: () => Promise<Instant>;
    /** Begins one now, beside the desk, unless one is under way. */
    begin: () => Promise<NightBegin>;
  };
  /** Reads a page and puts it into the open issue, as `nightdesk add` does. */
  add: (url: string, editor: string) => Promise<Found>;
  /** Asks addresses that an issue prints, politely; what was asked of late is remembered. */
  askLinks: (addresses: readonly string[]) => Promise<ReadonlyMap<string, LinkFact>>;
}

/** What the routes of every screen share. */
export interface DeskContext extends DeskOptions {
  events: EventHub;
  reads: Reads;
}

export type DeskEnv = AccessEnv;

export type DeskApp = Hono<DeskEnv>;
