import { loadContent } from './content.ts';
import { articlePath } from './view.ts';

/** How much of the week a list of links holds. */
export interface Held {
  /** Names of the stories, of eleven, in the order of the links. */
  stories: readonly string[];
  /** arXiv ids of the nine papers among the links. */
  papers: readonly string[];
  /** Links that tell a story which an earlier link tells already. */
  doubled: number;
}

/**
 * Compares links with what the sample web tells.
 *
 * @param urls addresses of its articles, or of papers on arXiv in any form
 */
export function heldOfTheWeek(urls: readonly string[]): Held {
  const { articles, papers } = loadContent();
  const storyAt = new Map<string, string>(
    articles.flatMap((article) =>
      article.story === null ? [] : [[`${article.site}.localhost${articlePath(article)}`, article.story] as const],
    ),
  );
  const told = urls.flatMap((url) => {
    const { hostname, pathname } = new URL(url);
    return storyAt.get(hostname + pathname) ?? [];
  });
  const stories = [...new Set(told)];
  const known = papers.filter(({ known, id }) => known && urls.some((url) => url.includes(id)));
  return { stories, papers: known.map(({ id }) => id), doubled: told.length - stories.length };
}
