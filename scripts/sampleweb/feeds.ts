/** The documents that machines read: each function gives the body of one site's feed on one night. */
import type { Article } from './content.ts';
import { escape, paragraphsHtml, rfc822 } from './markup.ts';
import type { Paper } from './papers.ts';
import type { Site } from './sites.ts';
import type { View } from './view.ts';

const decorated = (view: View, site: Site, article: Article): string =>
  site.tracking !== undefined && view.night === 2 ? `${view.address(article)}?${site.tracking}` : view.address(article);

function rssItem(view: View, site: Site, article: Article): string {
  const sound = `<enclosure url="${view.url(site, `/audio/${article.slug}.mp3`)}" length="41200123" type="audio/mpeg"/>`;
  return `<item>
<title>${escape(article.title)}</title>
<link>${escape(decorated(view, site, article))}</link>
<guid isPermaLink="false">${site.id}:${article.id}</guid>
<pubDate>${rfc822(article.published)}</pubDate>
<dc:creator>${escape(article.author)}</dc:creator>
<category>${escape(article.topic)}</category>
<description>${escape(article.summary)}</description>
${article.audio ? sound : ''}</item>`;
}

function rssDocument(view: View, site: Site, items: readonly string[], newest: Date): string {
  return `<?xml version="1.0" encoding="${site.charset ?? 'utf-8'}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escape(site.name)}</title>
<link>${view.url(site, '/')}</link>
<description>${escape(site.tagline)}</description>
<language>${site.lang}</language>
<lastBuildDate>${rfc822(newest)}</lastBuildDate>
<atom:link href="${view.url(site, site.feed)}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel>
</rss>
`;
}

const newestOf = (articles: readonly Article[]): Date => articles[0]?.published ?? new Date(Date.UTC(2024, 7, 19));

export function rss(view: View, site: Site): string {
  const articles = view.articles(site);
  return rssDocument(
    view,
    site,
    articles.map((article) => rssItem(view, site, article)),
    newestOf(articles),
  );
}

/** Damage as found in the wild: bare ampersands, an HTML entity XML does not know, an open tag, a control character. */
export const brokenRss = (view: View, site: Site): string =>
  rss(view, site)
    .replaceAll('&amp;', '&')
    .replaceAll('</description>', '&nbsp;<br></description>')
    .replace('<channel>', '<channel>\u000b');

export function atom(view: View, site: Site): string {
  const articles = view.articles(site);
  const entries = articles.map(
    (article) => `<entry>
<id>tag:${site.id}.example,2024:${article.id}</id>
<title>${escape(article.title)}</title>
<link rel="alternate" type="text/html" href="${view.address(article)}"/>
<published>${article.published.toISOString()}</published>
<updated>${article.updated.toISOString()}</updated>
<author><name>${escape(article.author)}</name></author>
<category term="${escape(article.topic)}"/>
<summary>${escape(article.summary)}</summary>
<content type="html">${escape(paragraphsHtml(article.paragraphs, view.report))}</content>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.lang}">
<title>${escape(site.name)}</title>
<subtitle>${escape(site.tagline)}</subtitle>
<id>tag:${site.id}.example,2024:feed</id>
<link rel="self" href="${view.url(site, site.feed)}"/>
<link rel="alternate" href="${view.url(site, '/')}"/>
<updated>${newestOf(articles).toISOString()}</updated>
${entries.join('\n')}
</feed>
`;
}

export function jsonFeed(view: View, site: Site): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.name,
    description: site.tagline,
    language: site.lang,
    home_page_url: view.url(site, '/'),
    feed_url: view.url(site, site.feed),
    items: view.articles(site).map((article) => ({
      id: `${site.id}/${article.id}`,
      url: view.address(article),
      title: article.title,
      summary: article.summary,
      content_html: paragraphsHtml(article.paragraphs, view.report),
      date_published: article.published.toISOString(),
      authors: [{ name: article.author }],
      tags: [article.topic],
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

/** The form of the well-known feeds of Hacker News: the link goes to the article, points stand in the description. */
export function discussions(view: View, site: Site): string {
  const items = view.discussions.map(({ id, title, target, points, comments, night }) => {
    const thread = view.url(site, `/item?id=${String(id)}`);
    const description = `<p>Article URL: <a href="${target}">${target}</a></p>
<p>Comments URL: <a href="${thread}">${thread}</a></p>
<p>Points: ${String(points + 40 * (view.night - night))}</p>
<p># Comments: ${String(comments + 25 * (view.night - night))}</p>`;
    return `<item>
<title>${escape(title)}</title>
<link>${escape(target)}</link>
<comments>${thread}</comments>
<guid isPermaLink="false">${thread}</guid>
<pubDate>${rfc822(new Date(Date.UTC(2024, 7, 19 + night, 22, id % 60)))}</pubDate>
<description>${escape(description)}</description>
</item>`;
  });
  return rssDocument(view, site, items, new Date(Date.UTC(2024, 7, 19 + view.night, 23)));
}

const announced = (night: number): string => rfc822(new Date(Date.UTC(2024, 7, 20 + night, 4)));

/** A reading list: papers of the last days that people recommend, linked at arXiv. */
export function readingList(view: View, site: Site): string {
  const items = view.papers
    .filter((paper) => paper.shelf && paper.night <= view.night)
    .map(
      (paper) => `<item>
<title>${escape(paper.title)}</title>
<link>https://arxiv.org/abs/${paper.id}</link>
<guid isPermaLink="false">${site.id}:${paper.id}</guid>
<pubDate>${rfc822(new Date(`${paper.submitted}T17:30:00Z`))}</pubDate>
<dc:creator>${escape(paper.authors.join(', '))}</dc:creator>
<description>${escape(paper.abstract)}</description>
</item>`,
    );
  return rssDocument(view, site, items, new Date(Date.UTC(2024, 7, 20 + view.night, 6)));
}

function arxivItem(paper: Paper, night: number): string {
  const version = paper.announce.startsWith('replace') ? 2 : 1;
  return `<item>
<title>${escape(paper.title)}</title>
<link>https://arxiv.org/abs/${paper.id}</link>
<description>arXiv:${paper.id}v${String(version)} Announce Type: ${paper.announce} 
Abstract: ${escape(paper.abstract)}</description>
<guid isPermaLink="false">oai:arXiv.org:${paper.id}v${String(version)}</guid>
${paper.categories.map((category) => `<category>${category}</category>`).join('\n')}
<pubDate>${announced(night)}</pubDate>
<arxiv:announce_type>${paper.announce}</arxiv:announce_type>
<dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
<dc:creator>${escape(paper.authors.join(', '))}</dc:creator>
</item>`;
}

/** The listing of one day in the form of rss.arxiv.org: the categories asked for, joined, each paper once. */
export function arxivListing(view: View, categories: readonly string[]): string {
  const items = view.papers
    .filter((paper) => paper.night === view.night && paper.categories.some((category) => categories.includes(category)))
    .map((paper) => arxivItem(paper, view.night));
  const names = categories.join(', ');
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
<channel>
<title>${names} updates on arXiv.org</title>
<link>http://rss.arxiv.org/rss/${categories.join('+')}</link>
<description>${names} updates on the arXiv.org e-print archive.</description>
<language>en-us</language>
<lastBuildDate>${announced(view.night)}</lastBuildDate>
<pubDate>${announced(view.night)}</pubDate>
<skipDays><day>Sunday</day><day>Saturday</day></skipDays>
${items.join('\n')}
</channel>
</rss>
`;
}
