import type { Config } from '../config.ts';
import type { Article, Instant, IssueLang, Night, Section } from '../model.ts';
import type { PageBytes } from '../extract/read.ts';
import type { Client } from '../net/client.ts';
import type { Store } from '../store/store.ts';
import type { Sentence } from '../text/said.ts';

/** Shows how far a stage is; a terminal draws bars, a pipe prints lines, tests keep quiet. */
export interface Progress {
  stage(name: string, total: number): void;
  tick(): void;
  done(): void;
}

/** How long a blurb may be; Korean is counted in characters (with spaces) or in eojeol, its words. */
export interface BlurbLimit {
  min: number;
  max: number;
  unit: 'words' | 'characters';
}

/** The lists of the issue's template that a night fills. */
export interface OfferedLists {
  lists: readonly {
    key: string;
    of: Section;
    cap: number;
    /** How its slots stand; rank decides which they are. */
    order: 'rank' | 'date' | 'title';
    blurb: Record<IssueLang, BlurbLimit> | null;
  }[];
  /** The list of our own items; null when the template has none. */
  own: { key: string; cap: number } | null;
}

/** Everything a night works with. Time, network and log come from outside. */
export interface NightContext {
  config: Config;
  store: Store;
  client: Client;
  template: OfferedLists;
  now: () => Instant;
  /** Fills secrets into the headers of a source. Throws with the name of the variable that is missing. */
  secrets: (headers: Readonly<Record<string, string>>) => Record<string, string>;
  progress: Progress;
  /** Reads an article's page, away from this thread. Rejects when the page cannot be read. */
  extract(page: PageBytes): Promise<Article>;
  /** When late sources are asked again, as the ledger says it: "at 06:00", or "later" where nobody knows. */
  again: Sentence;
  /** Ends the night early, cleanly: what has been read is stored, the rest is left to the next run. */
  signal: AbortSignal;
  night: Night;
  /** When the first run of the night began: ages count from here, so that a second run ranks as the first did. */
  began: Instant;
  run: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The night a moment belongs to: its local date in the zone, whatever the zone of the process. */
export function nightOf(at: Instant, timeZone: string): Night {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(at);
}
