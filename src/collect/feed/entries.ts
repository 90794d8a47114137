import type { Entry } from '../../model.ts';
import type { Repairs } from '../caps.ts';
import { say } from '../../text/said.ts';

/** An entry of which nothing is known. */
export const EMPTY_ENTRY: Entry = {
  id: '',
  url: null,
  title: '',
  published: null,
  updated: null,
  authors: [],
  summary: '',
  content: '',
  categories: [],
  enclosures: [],
  image: null,
  comments: null,
  arxiv: null,
};

/** Ids are unique within a feed: an id that comes again is told apart by its entry's address, else by a number. */
export function uniqueIds<T extends { id: string; url: string | null }>(entries: readonly T[], repairs: Repairs): T[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const times = (seen.get(entry.id) ?? 0) + 1;
    seen.set(entry.id, times);
    if (times === 1) return entry;
    repairs.add(say('repair.ids'));
    const withUrl = `${entry.id} ${entry.url ?? ''}`;
    const id = entry.url === null || seen.has(withUrl) ? `${entry.id} #${times}` : withUrl;
    seen.set(id, 1);
    return { ...entry, id };
  });
}
