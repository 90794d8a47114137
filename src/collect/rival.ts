import { getDomain } from 'tldts';
import type { Entry } from '../model.ts';
import { addressKey, isHomePage, unwrap } from '../text/urls.ts';
import { loadHtml } from './html.ts';

/** An entry with fewer links to other sites is an article, not an issue. */
const ISSUE = 3;
/** More links than this are no issue but a directory. */
const MOST = 80;
/** A link of fewer words ("Read more", "here") is called by the words around it. */
const TITLE_WORDS = 3;
const MAX_TITLE = 140;
/** Places that links lead to for other reasons than to tell something. */
const ERRANDS =
  /\b(?:unsubscribe|preferences|sponsor|advertise|referral|subscribe)\b|\/(?:share|sharer|intent)\b|list-manage\.com/i;
const PAID = /\b(?:sponsor(?:ed)?|advertisement)\b|광고|협찬/i;
/** "(3 minute read)". */
const READING_TIME = /\s*\((?:\d+[- ]min(?:ute)?s?(?: read)?|sponsor|github repo|website)\)\s*$/i;
const BLOCK = 'p, li, h1, h2, h3, h4, td, div, blockquote';

/**
 * The links of another newsletter's issue, each as an entry of its own, so that what it told is compared story by story;
 * where readers find it told stands in `comments`. An entry that is one article stays as it is.
 */
export function linksOfIssue(entry: Entry): readonly Entry[] {
  const html = entry.content.length >= entry.summary.length ? entry.content : entry.summary;
  const home = siteOf(entry.url);
  const $ = loadHtml(html);
  const links = new Map<string, { url: string; title: string }>();
  for (const anchor of $('a[href]').toArray()) {
    const url = unwrap($(anchor).attr('href') ?? '');
    const title = titleOf($(anchor).text(), $(anchor).closest(BLOCK).text());
    if (!/^https?:/i.test(url) || siteOf(url) === home || isHomePage(url) || ERRANDS.test(url) || title === null)
      continue;
    const key = addressKey(url);
    const known = links.get(key);
    if (known === undefined || known.title.length < title.length) links.set(key, { url: known?.url ?? url, title });
  }
  if (links.size < ISSUE || links.size > MOST) return [entry];
  const { published, updated, url: comments } = entry;
  const nothing = { authors: [], summary: '', content: '', categories: [], enclosures: [], image: null, arxiv: null };
  return [...links].map(([key, { url, title }]) => {
    return { id: `${entry.id}#${key}`, url, title, published, updated, comments, ...nothing };
  });
}

/** What a link is called; null for what nobody would tell. */
function titleOf(label: string, around: string): string | null {
  const [own, block] = [label, around].map((text) => text.replace(/\s+/g, ' ').trim().replace(READING_TIME, ''));
  if (own === undefined || block === undefined || own === '' || PAID.test(label)) return null;
  const title = own.split(' ').length >= TITLE_WORDS ? own : block;
  if (title.split(' ').length < TITLE_WORDS) return null;
  return title.length <= MAX_TITLE ? title : `${title.slice(0, MAX_TITLE).replace(/\s+\S*$/, '')}…`;
}

function siteOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return getDomain(url, { allowPrivateDomains: true }) ?? new URL(url).host;
}
