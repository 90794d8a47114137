import type { NewsInput } from '../curate/rank/news-model.ts';
import type { PaperInput } from '../curate/rank/papers-model.ts';
import type { Config } from '../config.ts';
import { sourcesOf, type ReadStory } from './stories.ts';

/** Characters of a story's words that speak for it; a long article says what it is about in its first paragraphs. */
const WORDS = 2000;

/** What a story is about: the lead's text, and what the other reports say in short. */
export function wordsOf({ lead, items }: ReadStory): string {
  const others = items.filter(({ id }) => id !== lead.id).map(({ title, summary }) => `${title}\n${summary}`);
  return [(lead.text || lead.summary).slice(0, WORDS), ...others].join('\n').slice(0, 2 * WORDS);
}

/** A news story as the ranker reads it. `before` tells in which past issue it ran. */
export function newsInput(story: ReadStory, config: Config, before: NewsInput['before'] = null): NewsInput {
  const { lead, items } = story;
  const points = items.flatMap((item) => item.sightings.map((sighting) => sighting.points ?? 0));
  return {
    story: story.id,
    title: lead.title,
    text: wordsOf(story),
    outlets: items
      .filter((item) => !item.onlyDiscussed)
      .map((item) => ({
        name: item.outlet,
        weight: Math.max(0, ...sourcesOf(item, config).map(({ weight }) => weight)) || 1,
        publishedAt: item.published,
      })),
    language: lead.language,
    published: Math.min(...items.map(({ published }) => published)),
    points: Math.max(0, ...points),
    isPrimary: sourcesOf(lead, config).some(({ primary }) => primary),
    before,
  };
}

/** A replacement of an older paper is not news. */
export function isNewPaper({ items }: ReadStory): boolean {
  return items.some(({ arxiv }) => !arxiv?.announce?.startsWith('replace'));
}

/** A paper as the ranker reads it. */
export function paperInput({ id, items, lead }: ReadStory): PaperInput {
  const paper = items.find(({ arxiv }) => arxiv !== null) ?? lead;
  const { title, summary, authors, published, arxiv } = paper;
  return {
    story: id,
    title,
    abstract: summary,
    authors,
    categories: arxiv?.categories ?? [],
    published,
    comment: arxiv?.comment,
  };
}
