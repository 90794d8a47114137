import type { Config } from '../config.ts';
import type { SourceProbe } from '../desk/wire/sources.ts';
import type { FeedDocument } from '../model.ts';
import { findSource, handClient } from './add-source.ts';
import { askSource } from './check-sources.ts';
import { say } from '../text/said.ts';
import { words } from '../desk/words.ts';

const SHOWN = 6;

/** What stands at an address, for an editor who thinks of adding it. */
export async function probe(url: string, config: Config, db: string): Promise<SourceProbe> {
  const client = await handClient(config, db);
  try {
    const found = await findSource(url, client, false);
    if (typeof found === 'string') return { is: 'nothing', why: words(found) };
    const known = config.sources.some((source) => source.url === found.url);
    return {
      ...seen(found.document),
      ...placeOf(found),
      title: found.title,
      why: found.why && words(found.why),
      known,
    };
  } finally {
    await client.close();
  }
}

/** What a source holds at this moment. Nothing is stored. */
export async function testSource(id: string, config: Config, db: string): Promise<SourceProbe> {
  const source = config.sources.find((each) => each.id === id);
  if (source === undefined) return { is: 'nothing', why: words(say('desk.noSource', { id })) };
  const client = await handClient(config, db);
  try {
    const { document, problem } = await askSource(source, client);
    if (document === null) return { is: 'nothing', why: words(problem ?? say('source.noAnswer')) };
    return { ...seen(document), ...placeOf(source), title: source.title, why: null, known: true };
  } finally {
    await client.close();
  }
}

function placeOf({ url, kind }: Pick<Config['sources'][number], 'url' | 'kind'>) {
  return { url, kind };
}

function seen({ format, language, entries }: FeedDocument) {
  const newest = entries.slice(0, SHOWN).map(({ title, published }) => ({ title, published }));
  return { is: 'found', format, language, entries: entries.length, newest } as const;
}
