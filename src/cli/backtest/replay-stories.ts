import { z } from 'zod';
import { groupStories } from '../../curate/stories/group.ts';
import type { GroupItem } from '../../curate/stories/model.ts';
import { BASE_WORDS, type WordStats, learnWords } from '../../curate/stories/words.ts';
import { addressKey } from '../../text/urls.ts';
import { readJsonLines } from '../io.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const rowSchema = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  url: text,
  publisher: text,
  published: text,
  seen: text,
  summary: text,
  lang: text,
  stream: z.union([z.string(), z.number()]).nullish(),
});
type Row = z.infer<typeof rowSchema>;

/** A row of the answer; `story` is the id of the row that founded the story. */
export interface StoryRow {
  id: string | number;
  story: string | number;
}

/**
 * Groups the rows of a file as nights group items. Each stream is a night of its own; words are learned from `earlier`.
 *
 * @returns one row an item, in the order of the file
 */
export async function replayStories(file: string, earlier: readonly string[]): Promise<StoryRow[]> {
  const streams = new Map<string, { row: Row; index: number }[]>();
  const rows: Row[] = [];
  for await (const line of readJsonLines(file)) {
    const row = rowSchema.parse(line);
    const stream = String(row.stream ?? '');
    streams.set(stream, [...(streams.get(stream) ?? []), { row, index: rows.length }]);
    rows.push(row);
  }
  const stats = await learned(earlier);
  const story = new Map<number, number>();
  for (const night of streams.values()) {
    const items = night.map(({ row, index }) => groupItem(row, index));
    for (const join of groupStories(items, [], stats)) story.set(join.item, join.story);
  }
  return rows.map((row, index) => ({ id: row.id, story: rows[story.get(index) ?? index]?.id ?? row.id }));
}

async function learned(files: readonly string[]): Promise<WordStats> {
  const titles: string[] = [];
  for (const file of files) {
    for await (const line of readJsonLines(file)) titles.push(z.object({ title: z.string() }).parse(line).title);
  }
  return learnWords(BASE_WORDS, titles);
}

function groupItem(row: Row, index: number): GroupItem {
  const moment = Date.parse(row.published || row.seen);
  return {
    id: index,
    title: row.title,
    lead: row.summary,
    outlet: row.publisher,
    published: Number.isNaN(moment) ? null : moment,
    language: row.lang,
    addresses: row.url === '' ? [] : [addressKey(row.url)],
    cites: [],
  };
}
