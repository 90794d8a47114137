import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { FeedError } from '../../src/collect/errors.ts';
import { readFeed } from '../../src/collect/feed.ts';
import { plainLine } from '../../src/text/plain-line.ts';

const WORLD = '../shared/data/realweb';
/** The labelled Korean night is of the 24th: what was printed from then on may not teach it anything. */
const BEFORE = '2026-02-22';
/** Recorded after the labelled English nights. */
const TOO_LATE = 'aug2026';

const manifestSchema = z.object({
  documents: z.array(
    z.object({
      world: z.string(),
      url: z.string(),
      date: z.string().nullable(),
      kind: z.string(),
      lang: z.string(),
      file: z.string(),
    }),
  ),
});

/** The titles and opening lines of the recorded feeds in English and Korean, each once. */
export async function worldTitles(): Promise<string[]> {
  const { documents } = manifestSchema.parse(JSON.parse(readFileSync(`${WORLD}/manifest.json`, 'utf8')));
  const titles = new Set<string>();
  for (const { world, url, date, kind, lang, file } of documents) {
    if (kind === 'html' || !['en', 'ko'].includes(lang) || world === TOO_LATE) continue;
    if (world === 'feb2026' && (date ?? BEFORE) >= BEFORE) continue;
    const bytes = gunzipSync(readFileSync(`${WORLD}/${file}`));
    const { entries } = await readFeed(bytes, { url }).catch((error: unknown) => {
      if (error instanceof FeedError) return { entries: [] };
      throw error;
    });
    for (const { title, summary } of entries) {
      titles.add(title);
      const opening = plainLine(summary).slice(0, 120);
      if (opening.length > 40) titles.add(opening);
    }
  }
  return [...titles];
}
