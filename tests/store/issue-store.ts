import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IssueLang } from '../../src/model.ts';
import { openDatabase } from '../../src/store/open.ts';
import * as schema from '../../src/store/schema.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { NewWording, SetOutcome, Wording } from '../../src/store/wordings.ts';

/** A store on a real file with five items, each its own story, and issue 1, whose news a night has filled with three. */
export async function issueStore(): Promise<{ store: Store; file: string; end: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  const file = join(folder, 'test.sqlite');
  const db = openDatabase(file);
  for (const id of [1, 2, 3, 4, 5]) {
    const url = `https://courier.example/${id}`;
    db.insert(schema.item)
      .values({
        id,
        url,
        canonicalUrl: url,
        title: `Item ${id}`,
        authors: [],
        published: id,
        firstSeen: id,
        language: 'en',
        section: 'news',
        outlet: 'Courier',
        summary: `What ${id} is about.`,
        toldBy: 'courier',
        story: id,
      })
      .run();
  }
  db.$client.close();
  const store = openStore(file);
  await store.issues.ensureOpen({ template: 'model', windowFrom: 0, now: 10, langs: ['en', 'ko'] });
  await store.issues.offer(1, 'news', [1, 2, 3].map(offered), 11);
  return {
    store,
    file,
    end: () => {
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A slot as a night offers it. */
export function offered(id: number) {
  return {
    story: id,
    item: id,
    reason: 'fresh',
    texts: [{ field: 'title', lang: 'en' as const, value: `Item ${id}`, spans: [] }],
  };
}

/** The ids of the stories in a section, in order. */
export async function lineup(store: Store, section = 'news'): Promise<(number | null)[]> {
  return (await store.issues.lineup(1)).filter((slot) => slot.section === section).map(({ story }) => story);
}

/** The text in force; throws when there is none. */
export async function textOf(store: Store, owner: string, field: string, lang: IssueLang): Promise<Wording> {
  const texts = await store.wordings.inForce(1);
  const text = texts.find((each) => each.owner === owner && each.field === field && each.lang === lang);
  if (text === undefined) throw new Error(`no ${field} of ${owner} in ${lang}`);
  return text;
}

let clock = 100;

/** Writes a title of slot 1 on the version that stands there, unless told otherwise. */
export async function writeTitle(
  store: Store,
  lang: IssueLang,
  value: string,
  more: Partial<NewWording> = {},
): Promise<SetOutcome> {
  const key = { issue: 1, owner: 'slot:1', field: 'title', lang };
  const [newest] = await store.wordings.history(key);
  return store.wordings.set({ ...key, value, madeOn: newest?.id ?? null, author: 'mina', at: clock++, ...more });
}
