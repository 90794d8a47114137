import type { Article, Content, Discussion, NightNumber } from './content.ts';
import type { Paper } from './papers.ts';
import { SITES } from './sites.ts';
import type { Site } from './sites.ts';

export interface PublishedArticle extends Article {
  updated: Date;
}

/** The sample web as it stands on one night, under one port. */
export interface View {
  night: NightNumber;
  /** Address of a path of a site. */
  url(site: Site, path: string): string;
  /** The articles a site has published so far, newest first, as they read tonight. */
  articles(site: Site): PublishedArticle[];
  /** Where an article stands; feeds of some outlets decorate this address. */
  address(article: Article): string;
  /** The address of the report named "story/site". */
  report: (reference: string) => string;
  papers: readonly Paper[];
  discussions: readonly (Discussion & { target: string })[];
}

export const siteById = (id: string): Site => {
  const site = SITES.find((candidate) => candidate.id === id);
  if (site === undefined) throw new Error(`the sample web has no site ${id}`);
  return site;
};

/** Path of an article below its site: the Korean outlets number theirs, the others date them. */
export function articlePath({ published, slug, site }: Article): string {
  const day = published.toISOString().slice(0, 10);
  return siteById(site).lang === 'ko' ? `/articles/${slug}` : `/${day.replaceAll('-', '/')}/${slug}`;
}

/** Path of an article's picture; the noise has none. */
export const picturePath = ({ story, slug }: Article): string | null => (story === null ? null : `/media/${slug}.png`);

/** The article as it reads on a night: outlets retitle and renumber what they have published. */
function asOf(article: Article, night: NightNumber): PublishedArticle {
  const { title, id, updated } = night === 2 ? article.later : {};
  return {
    ...article,
    title: title ?? article.title,
    id: id ?? article.id,
    updated: updated ?? article.published,
  };
}

export function viewOf(content: Content, night: NightNumber, port: number): View {
  const url = (site: Site, path: string): string => `http://${site.id}.localhost:${String(port)}${path}`;
  const address = (article: Article): string => url(siteById(article.site), articlePath(article));
  const known = content.articles.filter((article) => article.night <= night).map((article) => asOf(article, night));
  const report = (reference: string): string => {
    const article = known.find(({ story, site }) => `${String(story)}/${site}` === reference);
    if (article === undefined) throw new Error(`on night ${String(night)} there is no report ${reference}`);
    return address(article);
  };
  return {
    night,
    url,
    address,
    report,
    articles: (site) =>
      known
        .filter((article) => article.site === site.id)
        .sort((a, b) => b.published.getTime() - a.published.getTime() || a.id.localeCompare(b.id)),
    // An arXiv listing holds one day only.
    papers: content.papers,
    discussions: content.discussions
      .filter((discussion) => discussion.night <= night)
      .map((discussion) => ({ ...discussion, target: discussion.url ?? report(discussion.report ?? '') })),
  };
}
