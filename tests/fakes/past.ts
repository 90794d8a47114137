import type { DecisionAction, ItemDraft, Section } from '../../src/model.ts';
import { openDatabase } from '../../src/store/open.ts';
import * as schema from '../../src/store/schema.ts';

/** A story of one item, as a night of the past left it. */
export interface PastStory {
  title: string;
  outlet?: string;
  section?: Section;
  summary?: string;
  published: number;
  arxiv?: ItemDraft['arxiv'];
  language?: string;
}

/** Writes the past into a store's file: stories that a night ranked, in this order. Returns their ids. */
export function writePast(file: string, night: string, stories: readonly PastStory[]): number[] {
  const db = openDatabase(file);
  const ids = stories.map((story, index) => {
    const { title, outlet = 'The Daily', section = 'news', summary = '', published, language = 'en' } = story;
    const url = `https://outlet.example/${night}/${index}`;
    const { id } = db
      .insert(schema.item)
      .values({
        url,
        canonicalUrl: url,
        title,
        authors: [],
        published,
        firstSeen: published,
        language,
        section,
        outlet,
        summary,
        toldBy: 'daily',
        arxiv: story.arxiv ?? null,
        arxivId: story.arxiv?.id ?? null,
      })
      .returning()
      .get();
    db.run(`update item set story = id where id = ${id}`);
    const standing = { night, story: id, section, rank: index + 1, score: -index, reasons: [], below: null };
    db.insert(schema.candidate).values(standing).run();
    return id;
  });
  db.$client.close();
  return ids;
}

/** A decision by an editor, without what it was taken on. */
export function decided(story: number, action: Exclude<DecisionAction, 'undo'>, at: number) {
  return { story, action, editor: 'ana', at, why: '', takenOn: {} };
}
