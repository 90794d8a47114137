import { stringify } from 'yaml';
import { SITES } from './sites.ts';
import type { Shape, Site } from './sites.ts';

const KIND: Partial<Record<Shape, 'page' | 'arxiv'>> = { page: 'page', arxiv: 'arxiv' };

function source(site: Site, port: number): Record<string, unknown> {
  const papers = site.shape === 'arxiv' || site.shape === 'reading-list';
  return {
    id: site.id,
    url: `http://${site.id}.localhost:${String(port)}${site.formerFeed ?? site.feed}`,
    kind: KIND[site.shape] ?? 'feed',
    outlet: site.name,
    lang: site.lang,
    section: papers ? 'papers' : 'news',
    allowPrivate: true,
    // The papers' addresses are the real ones, and the demo does without network.
    pages: papers ? 'off' : 'candidates',
    ...(site.own === true ? { own: true } : {}),
    ...(site.shape === 'page'
      ? { selectors: { list: 'li.news-item', title: 'h3', link: 'h3 a', date: '.date', summary: '.teaser' } }
      : {}),
  };
}

/** feeds.yaml of the demo: every outlet of the sample web at the given port. */
export const feedsYaml = (port: number): string =>
  stringify({
    timezone: 'Asia/Seoul',
    contact: 'editors@lamplight.example',
    // One after the other, so that answers come, and items are numbered, in the same order on every run.
    net: { concurrency: 1 },
    sources: SITES.map((site) => source(site, port)),
  });
