import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { GroupItem } from '../../src/curate/stories/model.ts';
import { BASE_WORDS, type WordStats, learnWords } from '../../src/curate/stories/words.ts';
import { addressKey } from '../../src/text/urls.ts';

/** The labelled data, beside the checkout. */
export const DATA = '../shared/data/stories';

export interface Row {
  id: string;
  title: string;
  story: string;
  lang?: string;
  url?: string;
  publisher?: string;
  published?: string;
  seen?: string;
  summary?: string;
  stream?: string;
}

/** One night of labelled items, with what a desk would have learned before it. */
export interface LabelledNight {
  set: string;
  items: readonly GroupItem[];
  /** The story of each item, by index. */
  stories: readonly string[];
  stats: WordStats;
}

export function readRows(name: string): Row[] {
  const file = `${DATA}/${name}.jsonl.gz`;
  if (!existsSync(file)) throw new Error(`${file} is not there`);
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}

/** The sets that are scored, each as its nights: as `nightdesk backtest stories` would read them. */
export function labelledNights(): Map<string, LabelledNight[]> {
  return new Map(
    ['ai-en', 'ko', 'uci-thin', 'basil'].map((set) => {
      const earlier = existsSync(`${DATA}/${set}-dev-earlier.jsonl.gz`) ? readRows(`${set}-dev-earlier`) : [];
      const stats = learnWords(
        BASE_WORDS,
        earlier.map(({ title }) => title),
      );
      return [set, nightsOf(set, readRows(`${set}-dev`), stats)];
    }),
  );
}

/** Rows as nights, one a stream. */
export function nightsOf(set: string, rows: readonly Row[], stats: WordStats): LabelledNight[] {
  const streams = new Map<string, Row[]>();
  for (const row of rows) streams.set(row.stream ?? '', [...(streams.get(row.stream ?? '') ?? []), row]);
  return [...streams.values()].map((night) => ({
    set,
    items: night.map(groupItem),
    stories: night.map(({ story }) => story),
    stats,
  }));
}

function groupItem(row: Row, index: number): GroupItem {
  const moment = Date.parse(row.published ?? row.seen ?? '');
  return {
    id: index,
    title: row.title,
    lead: row.summary ?? '',
    outlet: row.publisher ?? '',
    published: Number.isNaN(moment) ? null : moment,
    language: row.lang ?? '',
    addresses: row.url === undefined ? [] : [addressKey(row.url)],
    cites: [],
  };
}
