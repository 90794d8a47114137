/**
 * What the sample web tells: plain files under content/, read once. The eleven stories are Markdown with a head of YAML
 * (stories/STORY/SITE.md); the noise around them is one title and one lead an item, the rest of its text taken in turn
 * from its family's paragraphs, so that every run builds the same web.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { papersFrom, papersSchema } from './papers.ts';
import type { Paper } from './papers.ts';

const nightSchema = z.literal([1, 2]);
export type NightNumber = z.infer<typeof nightSchema>;

/** What an outlet changed in an article afterwards, seen on the second night. */
const laterSchema = z.strictObject({
  title: z.string().optional(),
  id: z.string().optional(),
  updated: z.coerce.date().optional(),
});

/** One article of one outlet, as published. */
export interface Article {
  site: string;
  /** The story it tells; null for noise. */
  story: string | null;
  /** Last part of its address. */
  slug: string;
  /** Its id in the feed. */
  id: string;
  title: string;
  /** The night on which it is first there. */
  night: NightNumber;
  published: Date;
  author: string;
  summary: string;
  paragraphs: readonly string[];
  topic: string;
  /** Podcast episodes carry sound. */
  audio: boolean;
  later: z.infer<typeof laterSchema>;
}

/** Somebody's link on the discussion site: to a report ("story/site") or to an address elsewhere. */
const discussionSchema = z.strictObject({
  id: z.number(),
  night: nightSchema,
  title: z.string(),
  report: z.string().optional(),
  url: z.url().optional(),
  points: z.number(),
  comments: z.number(),
});
export type Discussion = z.infer<typeof discussionSchema>;

const folder = new URL('./content/', import.meta.url);

const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

const paragraphsOf = (text: string): string[] => text.trim().split(/\n{2,}/);

const storySchema = z
  .strictObject({
    title: z.string(),
    summary: z.string(),
    author: z.string(),
    published: z.coerce.date(),
    slug: z.string(),
    night: nightSchema.default(1),
    later: laterSchema.default({}),
  })
  .readonly();

function storyArticle(story: string, site: string): Article {
  const [head = '', body = ''] = read(`stories/${story}/${site}.md`).split(/^---$/m);
  const fields = storySchema.parse(parse(head));
  const paragraphs = paragraphsOf(body);
  return { ...fields, id: fields.slug, site, story, paragraphs, topic: 'Technology', audio: false };
}

function storyArticles(): Article[] {
  return readdirSync(new URL('stories/', folder))
    .sort()
    .flatMap((story) =>
      readdirSync(new URL(`stories/${story}/`, folder))
        .sort()
        .map((file) => storyArticle(story, file.replace(/\.md$/, ''))),
    );
}

const noiseSchema = z.array(
  z.strictObject({
    topic: z.string(),
    authors: z.array(z.string()),
    /** General paragraphs, three of which follow each item's own lead. */
    body: z.array(z.string()),
    items: z.array(
      z.strictObject({ site: z.string(), night: nightSchema.default(1), title: z.string(), lead: z.string() }),
    ),
  }),
);

/** When the k-th of the noise came out: some time in the day before its night. */
function noiseMoment(night: NightNumber, k: number): Date {
  const dayBegins = Date.UTC(2024, 7, 19 + night, 20, 4);
  return new Date(dayBegins + ((k * 413) % 1380) * 60_000);
}

const rotated = <T>(list: readonly T[], k: number): T[] => [
  ...list.slice(k % list.length),
  ...list.slice(0, k % list.length),
];

/** "save-40-on-this-4k-projector-before-the-weekend"; titles without Latin words are numbered. */
function slugOf(title: string, k: number): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.length < 3 ? `20240822${String(100 + k)}` : words.slice(0, 9).join('-');
}

function noiseArticles(): Article[] {
  const all = noiseSchema
    .parse(parse(read('noise.yaml')))
    .flatMap(({ items, ...family }) => items.map((item) => ({ ...family, ...item })));
  return all.map(({ site, topic, night, title, lead, authors, body }, k) => {
    const slug = slugOf(title, k);
    return {
      site,
      story: null,
      slug,
      id: slug,
      title,
      night,
      published: noiseMoment(night, k),
      author: rotated(authors, k)[0] ?? '',
      summary: lead,
      paragraphs: [lead, ...rotated(body, k).slice(0, 3)],
      topic,
      audio: false,
      later: {},
    };
  });
}

const ownSchema = z.array(
  z.strictObject({
    slug: z.string(),
    night: nightSchema.default(1),
    title: z.string(),
    published: z.coerce.date(),
    author: z.string(),
    summary: z.string(),
    text: z.string(),
    audio: z.boolean().default(false),
  }),
);

function ownArticles(): Article[] {
  return ownSchema.parse(parse(read('own.yaml'))).map(({ text, ...fields }) => ({
    ...fields,
    id: fields.slug,
    site: 'lamplight',
    story: null,
    paragraphs: paragraphsOf(text),
    topic: fields.audio ? 'Podcast' : 'Essays',
    later: {},
  }));
}

export interface Content {
  articles: readonly Article[];
  papers: readonly Paper[];
  discussions: readonly Discussion[];
}

/** Everything the sample web knows, in a fixed order. Throws where a file of content/ is not as its schema says. */
export function loadContent(): Content {
  return {
    articles: [...storyArticles(), ...noiseArticles(), ...ownArticles()],
    papers: papersFrom(papersSchema.parse(parse(read('papers.yaml')))),
    discussions: z.array(discussionSchema).parse(parse(read('discussions.yaml'))),
  };
}
