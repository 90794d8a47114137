/** The documents that people read: article pages with all that stands around an article, and one news page without feed. */
import type { Article } from './content.ts';
import { escape, paragraphsHtml } from './markup.ts';
import type { Site } from './sites.ts';
import { picturePath } from './view.ts';
import type { View } from './view.ts';

const WORDS = {
  en: {
    sections: ['World', 'Business', 'Technology', 'Culture', 'Opinion'],
    related: 'More from this section',
    picture: 'Illustration by our own desk',
    letter: 'Sign up for our morning letter. No spam, leave whenever you like.',
    share: ['Copy link', 'Send by mail', 'Print'],
    foot: 'All rights reserved. Corrections are printed under the article they concern.',
  },
  ko: {
    sections: ['정치', '경제', '기술', '문화', '오피니언'],
    related: '함께 읽을 기사',
    picture: '그림=편집국',
    letter: '아침 소식지를 받아 보세요. 언제든 구독을 끊을 수 있습니다.',
    share: ['주소 복사', '메일로 보내기', '인쇄'],
    foot: '무단 전재와 재배포를 금합니다. 정정 보도는 해당 기사 아래에 싣습니다.',
  },
} as const;

function jsonLd(view: View, site: Site, article: Article): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.published.toISOString(),
    author: [{ '@type': 'Person', name: article.author }],
    publisher: { '@type': 'NewsMediaOrganization', name: site.name },
    mainEntityOfPage: view.address(article),
    inLanguage: site.lang,
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function openGraphImage(view: View, site: Site, article: Article): string {
  const path = picturePath(article);
  return path === null ? '' : `<meta property="og:image" content="${view.url(site, path)}">`;
}

function figure(view: View, site: Site, article: Article): string {
  const path = picturePath(article);
  return path === null
    ? ''
    : `<figure><img src="${view.url(site, path)}" width="640" height="360" alt=""><figcaption>${WORDS[site.lang].picture}</figcaption></figure>`;
}

function head(view: View, site: Site, article: Article): string {
  return `<meta charset="${site.charset ?? 'utf-8'}">
<title>${escape(article.title)} | ${escape(site.name)}</title>
<link rel="canonical" href="${view.address(article)}">
<meta name="author" content="${escape(article.author)}">
<meta name="description" content="${escape(article.summary)}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escape(article.title)}">
<meta property="og:site_name" content="${escape(site.name)}">
<meta property="og:url" content="${view.address(article)}">
<meta property="og:description" content="${escape(article.summary)}">
${openGraphImage(view, site, article)}
<meta property="article:published_time" content="${article.published.toISOString()}">
<meta property="article:section" content="${escape(article.topic)}">
<script type="application/ld+json">${jsonLd(view, site, article)}</script>
<script>window.dataLayer = window.dataLayer || [];</script>
<style>body { font-family: serif; max-width: 44rem; margin: auto; }</style>`;
}

const links = (view: View, articles: readonly Article[]): string =>
  articles.map((other) => `<li><a href="${view.address(other)}">${escape(other.title)}</a></li>`).join('\n');

/** One article with navigation, byline, share buttons, a letter's advertisement, related links and a footer. */
export function articlePage(view: View, site: Site, article: Article): string {
  const words = WORDS[site.lang];
  const others = view.articles(site).filter(({ id }) => id !== article.id);
  const half = Math.ceil(article.paragraphs.length / 2);
  const date = article.published.toISOString();
  return `<!doctype html>
<html lang="${site.lang}">
<head>
${head(view, site, article)}
</head>
<body>
<header><a class="logo" href="${view.url(site, '/')}">${escape(site.name)}</a>
<nav><ul>${words.sections.map((name, k) => `<li><a href="/s/${String(k + 1)}">${name}</a></li>`).join('')}</ul></nav></header>
<main>
<article>
<h1>${escape(article.title)}</h1>
<p class="byline"><span class="author" rel="author">${escape(article.author)}</span> <time datetime="${date}">${date.slice(0, 10)}</time></p>
<ul class="share">${words.share.map((name) => `<li><button>${name}</button></li>`).join('')}</ul>
${figure(view, site, article)}
<div class="article-body">
${paragraphsHtml(article.paragraphs.slice(0, half), view.report)}
<aside class="newsletter-promo"><p>${words.letter}</p><form><input type="email"><button>OK</button></form></aside>
${paragraphsHtml(article.paragraphs.slice(half), view.report)}
</div>
</article>
<aside class="related"><h2>${words.related}</h2>
<ul>
${links(view, others.slice(0, 6))}
</ul></aside>
</main>
<footer><p>${escape(site.name)}. ${words.foot}</p></footer>
</body>
</html>
`;
}

/** A list of news with dates in words, for a source without feed. */
export function newsPage(view: View, site: Site): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const rows = view.articles(site).map(
    (article) => `<li class="news-item">
<h3><a href="${new URL(view.address(article)).pathname}">${escape(article.title)}</a></h3>
<span class="date">${day.format(article.published)}</span>
<p class="teaser">${escape(article.summary)}</p>
</li>`,
  );
  return `<!doctype html>
<html lang="${site.lang}">
<head><meta charset="utf-8"><title>News | ${escape(site.name)}</title></head>
<body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/about">About us</a> <a href="/donate">Donate</a></nav>
<h1>News</h1>
<ul class="news-list">
${rows.join('\n')}
</ul>
<footer><a href="/privacy">Privacy</a> <a href="/contact">Contact</a></footer>
</body>
</html>
`;
}

/** What a feed address answers after a careless relaunch: status 200 and no feed. */
export const errorPage = (site: Site): string => `<!doctype html>
<html lang="en"><head><title>${escape(site.name)}: we are moving house</title></head>
<body><h1>Back soon</h1><p>Our new site is nearly ready. Please come back later.</p></body></html>
`;
