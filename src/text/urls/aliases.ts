/**
 * Sites where one thing has many addresses and its id can be read off each of them: papers, videos, posts, repositories,
 * the articles of portals and of common content systems. A rule that does not recognise the form of an address says
 * nothing (null), and the general rules apply.
 */
import { ARXIV_HOSTS, parseArxivId } from '../arxiv.ts';
import { sitesOf } from './parse.ts';

/** The thing behind an address. */
export interface Alias {
  /** "arxiv:2408.11039": equal for all its addresses. */
  key: string;
  /** The address to show; left out where the one at hand, tidied, is as good. */
  url?: string;
}

type Rule = (url: URL) => Alias | null;

const rules = new Map<string, Rule[]>();

function on(sites: string, rule: Rule): void {
  for (const site of sites.split(' ')) rules.set(site, [...(rules.get(site) ?? []), rule]);
}

/** What the address names, on a site with a rule of its own. */
export function readAlias(url: URL): Alias | null {
  for (const site of sitesOf(url.hostname)) {
    for (const rule of rules.get(site) ?? []) {
      const alias = rule(url);
      if (alias !== null) return alias;
    }
  }
  return doiInPath(url) ?? koreanContentSystem(url);
}

function path(url: URL, pattern: RegExp): string[] | null {
  return pattern.exec(url.pathname)?.map((group) => group ?? '') ?? null;
}

function param(url: URL, ...names: string[]): string | null {
  for (const [name, value] of url.searchParams) if (value !== '' && names.includes(name.toLowerCase())) return value;
  return null;
}

// ------------------------------------------------------------------------------------------------------------- papers

on(ARXIV_HOSTS.join(' '), (url) => arxiv(url.href));
// A bibcode of a preprint is made of its year and its id: "2024arXiv240811039Z".
on('adsabs.harvard.edu', (url) => {
  const found = path(url, /^\/abs\/\d{4}arXiv(\d{4})(\d{5})[A-Z]/u);
  return found === null ? null : arxiv(`${found[1]}.${found[2]}`);
});

function arxiv(address: string): Alias | null {
  const paper = parseArxivId(address);
  return paper === null ? null : { key: `arxiv:${paper.id}`, url: `https://arxiv.org/abs/${paper.id}` };
}

function doi(name: string): Alias {
  const id = decodeURIComponent(name).toLowerCase().replace(/\/$/u, '');
  const paper = id.startsWith('10.48550/arxiv.') ? arxiv(id.slice('10.48550/arxiv.'.length)) : null;
  return paper ?? { key: `doi:${id}`, url: `https://doi.org/${id}` };
}

const DOI = String.raw`10\.\d{4,9}\/[^?#]+`;

on('doi.org dx.doi.org doi.acm.org', (url) => {
  const found = path(url, new RegExp(`^/(${DOI})$`, 'u'));
  return found === null ? null : doi(found[1] ?? '');
});

/** Publishers put the DOI behind /doi/, /doi/abs/, /doi/full/, /doi/pdf/ ...; Springer behind /article/ and /chapter/. */
function doiInPath(url: URL): Alias | null {
  if (!url.pathname.includes('/10.')) return null;
  const found = path(
    url,
    new RegExp(
      `/(?:doi|doi/(?:abs|full|pdf|epdf|pdfdirect|epub|reader|book|suppl)|article|chapter|book|content/pdf)/(${DOI}?)(?:\\.pdf|\\.full|\\.abstract)?$`,
      'u',
    ),
  );
  return found === null ? null : { key: doi(found[1] ?? '').key };
}

on('biorxiv.org medrxiv.org', (url) => {
  const found = path(
    url,
    /\/content\/(?:biorxiv\/early\/[\d/]+\/)?(10\.1101\/[\d.]+?)(?:v\d+)?(?:\.full|\.abstract|\.full-text|\.full\.pdf|\.pdf)?$/u,
  );
  return found === null ? null : { key: `doi:${found[1]}` };
});
on('nature.com', (url) => {
  const found = path(url, /^\/articles\/([a-z0-9-]+)(?:\.pdf|_reference\.pdf|\/figures\/\d+)?$/iu);
  // News pages are "d41586-...", papers "s41586-..."; both have DOIs made of the id.
  return found === null ? null : { key: `doi:10.1038/${found[1]?.toLowerCase()}` };
});
on('openreview.net', (url) => {
  const id = /^\/(?:forum|pdf|attachment|references\/pdf)$/u.test(url.pathname) ? param(url, 'id') : null;
  return id === null
    ? null
    : { key: `openreview:${id}`, url: `https://openreview.net/forum?id=${encodeURIComponent(id)}` };
});
on('aclanthology.org aclweb.org', (url) => {
  const found = path(
    url,
    /^\/(?:anthology\/)?((?:\d{4}\.[a-z0-9_-]+\.\d+)|[A-Z]\d{2}-\d{4})(?:v\d+)?(?:\.pdf|\.bib)?\/?$/u,
  );
  return found === null ? null : { key: `acl:${found[1]}`, url: `https://aclanthology.org/${found[1]}/` };
});
on('proceedings.mlr.press', (url) => {
  const found = path(url, /^\/(v\d+\/[\w-]+?)(?:\.html|\/[\w-]+\.pdf)$/u);
  return found === null ? null : { key: `pmlr:${found[1]}` };
});
on('neurips.cc nips.cc', (url) => {
  const found = path(url, /\/(?:hash|file)\/([0-9a-f]{32})-/u);
  return found === null ? null : { key: `neurips:${found[1]}` };
});

// ----------------------------------------------------------------------------------------------------- posts and video

on('youtube.com youtube-nocookie.com youtu.be', (url) => {
  const id = url.hostname.endsWith('youtu.be')
    ? path(url, /^\/([\w-]{11})$/u)?.[1]
    : (path(url, /^\/(?:embed|shorts|live|v|e)\/([\w-]{11})/u)?.[1] ??
      (url.pathname === '/watch' ? param(url, 'v') : null));
  return id ? { key: `youtube:${id}`, url: `https://www.youtube.com/watch?v=${id}` } : null;
});
on('vimeo.com', (url) => {
  const found = path(url, /^\/(?:video\/|channels\/[^/]+\/)?(\d{6,})(?:\/|$)/u);
  return found === null ? null : { key: `vimeo:${found[1]}`, url: `https://vimeo.com/${found[1]}` };
});
on('twitter.com x.com fxtwitter.com vxtwitter.com fixupx.com nitter.net xcancel.com', (url) => {
  const found = path(url, /^\/([^/]+)(?:\/web)?\/status(?:es)?\/(\d+)/u);
  return found === null ? null : { key: `x:${found[2]}`, url: `https://x.com/${found[1]}/status/${found[2]}` };
});
on('linkedin.com', (url) => {
  const id = /(?:activity|ugcpost|share)[:-](\d{15,})/iu.exec(decodeURI(url.pathname))?.[1];
  return id === undefined ? null : { key: `linkedin:${id}` };
});
on('tiktok.com', (url) => {
  const found = path(url, /\/video\/(\d+)/u);
  return found === null ? null : { key: `tiktok:${found[1]}` };
});
on('reddit.com', (url) => {
  const found = path(url, /^(?:\/(?:r|user|u)\/[^/]+)?\/comments\/([a-z0-9]+)(?:\/[^/]*(?:\/([a-z0-9]+))?)?\/?$/iu);
  if (found === null) return null;
  const comment = found[2] ? `/${found[2].toLowerCase()}` : '';
  return { key: `reddit:${found[1]?.toLowerCase()}${comment}`, url: `https://www.reddit.com${url.pathname}` };
});
on('redd.it', (url) => {
  const found = path(url, /^\/([a-z0-9]{5,8})$/u);
  return found === null ? null : { key: `reddit:${found[1]}`, url: `https://www.reddit.com/comments/${found[1]}` };
});
on('news.ycombinator.com', (url) => {
  const id = url.pathname === '/item' ? param(url, 'id') : null;
  return id === null ? null : { key: `hn:${id}`, url: `https://news.ycombinator.com/item?id=${id}` };
});
on('hn.algolia.com hckrnews.com', (url) => {
  const id = path(url, /^\/(?:api\/v1\/)?items\/(\d+)$/u)?.[1];
  return id === undefined ? null : { key: `hn:${id}`, url: `https://news.ycombinator.com/item?id=${id}` };
});
on('lobste.rs', (url) => {
  const found = path(url, /^\/s\/([a-z0-9]{6})/u);
  return found === null ? null : { key: `lobsters:${found[1]}`, url: `https://lobste.rs/s/${found[1]}` };
});
on('news.hada.io', (url) => {
  const id = url.pathname === '/topic' ? param(url, 'id') : null;
  return id === null ? null : { key: `geeknews:${id}`, url: `https://news.hada.io/topic?id=${id}` };
});
on('slashdot.org', (url) => {
  const found = path(url, /^\/story\/(\d\d\/\d\d\/\d\d\/\d+)/u);
  return found === null ? null : { key: `slashdot:${found[1]}` };
});
on('open.substack.com', (url) => {
  const found = path(url, /^\/pub\/([^/]+)\/p\/([^/]+)/u);
  return found === null ? null : substack(found[1] ?? '', found[2] ?? '');
});
on('substack.com', (url) => {
  const name = url.hostname.slice(0, -'.substack.com'.length);
  const found = path(url, /^\/p\/([^/]+)(?:\/comments)?\/?$/u);
  return found === null || name === '' || name.includes('.') || name === 'open' || name === 'www'
    ? null
    : substack(name, found[1] ?? '');
});

function substack(name: string, slug: string): Alias {
  return { key: `substack:${name}/${slug}`, url: `https://${name}.substack.com/p/${slug}` };
}

on('medium.com', (url) => {
  // Every post ends in its own hexadecimal id, whatever blog or author the address goes through.
  const found = path(url, /(?:^\/p\/|-)([0-9a-f]{10,12})\/?$/u);
  return found === null ? null : { key: `medium:${found[1]}` };
});
on('wikipedia.org', (url) => {
  const title = param(url, 'title');
  const language = url.hostname.split('.')[0] ?? '';
  if (url.pathname !== '/w/index.php' || title === null || param(url, 'oldid', 'diff', 'action') !== null) return null;
  return {
    key: `${language}.wikipedia.org/wiki/${encodeURI(title)}`,
    url: `https://${language}.wikipedia.org/wiki/${encodeURI(title)}`,
  };
});
on('stackoverflow.com stackexchange.com', (url) => {
  const found = path(url, /^\/(?:questions|q)\/(\d+)(?:\/[^/]*)?\/?$/u);
  return found === null ? null : { key: `${url.hostname}/questions/${found[1]}` };
});

// ------------------------------------------------------------------------------------------------------- repositories

on('github.com', (url) => {
  const found = path(url, /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/.*)?$/u);
  if (found === null) return null;
  const [, owner = '', name = '', rest = ''] = found;
  const deeper = rest.replace(/\/+$/u, '');
  const front = deeper === '' || /^\/(?:tree|blob)\/(?:main|master)(?:\/readme\.md)?$/iu.test(deeper);
  const repository = `${owner}/${name}`;
  if (front) return { key: `github:${repository.toLowerCase()}`, url: `https://github.com/${repository}` };
  const thread = /^\/(?:issues|pull|discussions)\/\d+/u.exec(deeper)?.[0];
  const page = thread ?? deeper;
  const query = thread === undefined ? url.search : '';
  return {
    key: `github:${repository.toLowerCase()}${page}${query}`,
    url: `https://github.com/${repository}${page}${query}`,
  };
});
on('raw.githubusercontent.com', (url) => {
  const found = path(url, /^\/([^/]+\/[^/]+)\/(?:refs\/heads\/)?(?:main|master)\/readme\.md$/iu);
  return found === null ? null : { key: `github:${found[1]?.toLowerCase()}`, url: `https://github.com/${found[1]}` };
});
on('huggingface.co hf.co', (url) => {
  const found = path(url, /^\/((?:datasets\/|spaces\/)?[^/]+\/[^/]+?)(?:\/tree\/main)?\/?$/u);
  if (found === null || /^(?:blog|docs|learn|papers|collections|posts|organizations|settings)\//u.test(found[1] ?? ''))
    return null;
  return { key: `huggingface:${found[1]?.toLowerCase()}`, url: `https://huggingface.co/${found[1]}` };
});

// ------------------------------------------------------------------------------------------------------ Korean portals

on('naver.com', (url) => {
  const found = path(url, /\/(?:m?article)\/(?:comment\/)?(\d{3})\/(\d{10})/u);
  const office = found?.[1] ?? param(url, 'oid', 'office_id');
  const article = found?.[2] ?? param(url, 'aid', 'article_id');
  if (!office || !article || !/news|sports|entertain/u.test(url.hostname)) return null;
  return { key: `naver:${office}/${article}`, url: `https://n.news.naver.com/article/${office}/${article}` };
});
on('blog.naver.com', (url) => {
  const found = path(url, /^\/([\w-]+)\/(\d{9,})$/u);
  const blog = found?.[1] ?? param(url, 'blogid');
  const post = found?.[2] ?? param(url, 'logno');
  return blog && post ? { key: `naverblog:${blog}/${post}`, url: `https://blog.naver.com/${blog}/${post}` } : null;
});
on('daum.net', (url) => {
  const id = path(url, /^\/v\/(\d{14,})/u)?.[1] ?? param(url, 'newsid');
  return id && /^\d{14,}$/u.test(id) ? { key: `daum:${id}`, url: `https://v.daum.net/v/${id}` } : null;
});

// ----------------------------------------------------------------------------------------- publishers' and common CMSs

/** Sites whose articles are named by one parameter, whatever else the address carries. */
const NAMED_BY: readonly (readonly [sites: string, path: RegExp, param: string])[] = [
  ['edaily.co.kr', /^\/news\/(?:newspath\.asp|read|newsread\.asp|realtime\/news_read\.asp)$/iu, 'newsid'],
  ['zdnet.co.kr', /^\/view\/$/u, 'no'],
  ['mt.co.kr', /^\/mtview\.php$/u, 'no'],
  ['heraldcorp.com', /^\/view\.php$/u, 'ud'],
  ['kbs.co.kr', /^\/news\/(?:(?:pc|mobile)\/view\/)?view\.do$/u, 'ncd'],
  ['sbs.co.kr', /^\/news\/(?:newsendpage|endpage)\.do$/iu, 'news_id'],
  ['dt.co.kr', /^\/(?:contents|article_view)\.html$/u, 'article_no'],
  ['kmib.co.kr', /^\/(?:article\/)?view\.asp$/u, 'arcid'],
  ['ohmynews.com', /at_pg(?:_m)?\.aspx$/iu, 'cntn_cd'],
  ['seoul.co.kr', /newsview\.php$/iu, 'id'],
  ['ablenews.co.kr', /newscontent\.aspx$/iu, 'newscode'],
];
for (const [site, pattern, name] of NAMED_BY) {
  on(site, (url) => {
    const id = pattern.test(url.pathname) ? param(url, name) : null;
    return id === null ? null : { key: `${site}:${id}` };
  });
}

/** Sites whose articles are named by one part of the path, whatever section or form stands around it. */
const NAMED_IN_PATH: readonly (readonly [name: string, sites: string, path: RegExp])[] = [
  ['hankyung', 'hankyung.com', /^\/(?:[a-z-]+\/)?(?:article|amp)\/(\d{10,}[a-z]?)\/?$/u],
  ['donga', 'donga.com', /^\/news\/(?:\w+\/)?article\/all\/\d{8}\/(\d{7,})(?:\/\d)?\/?$/u],
  ['joongang', 'joongang.co.kr news.joins.com mnews.joins.com', /^\/(?:amp)?article\/(\d{7,})\/?$/u],
  ['sedaily', 'sedaily.com', /^\/newsview\/(\w{8,12})(?:\/\w+)?\/?$/iu],
  ['fnnews', 'fnnews.com', /^\/(?:ampnews|news)\/(\d{15,})\/?$/iu],
  ['newsis', 'newsis.com', /^\/view\/(nis[xi]\d+_\d+)\/?$/iu],
  // A post of the lab stands under its news, its research and its engineering alike.
  ['anthropic', 'anthropic.com', /^\/(?:news|research|engineering)\/([^/]+)\/?$/u],
];
for (const [name, sites, pattern] of NAMED_IN_PATH) {
  on(sites, (url) => {
    const id = path(url, pattern)?.[1];
    return id === undefined ? null : { key: `${name}:${id.toLowerCase()}` };
  });
}
on('newsis.com', (url) => {
  const id = /^\/view\/?$/u.test(url.pathname) ? param(url, 'id') : null;
  return id === null ? null : { key: `newsis:${id.toLowerCase()}` };
});
on('yna.co.kr', (url) => {
  const id = path(
    url,
    /\/(?:view|bulletin\/[\d/]+|[a-z]+\/[\d/]+)\/((?:[AMPGT][A-Z]{2}|IS|YIB)\w{15,22})(?:\.html)?$/iu,
  )?.[1];
  return id === undefined ? null : { key: `yna:${id.toUpperCase()}` };
});

/** The content system most smaller Korean papers run: the article is named by `idxno` alone. */
function koreanContentSystem(url: URL): Alias | null {
  const found = path(url, /^\/(?:[a-z]+\/)?article(?:view|print|viewamp)(\.html|\.amp\.html)?$/iu);
  const id = found === null ? null : param(url, 'idxno');
  if (id === null) return null;
  const host = url.hostname.replace(/^(?:www|m)\./u, '');
  return { key: `${host}/article/${id}` };
}
