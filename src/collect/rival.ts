import { getDomain } from 'tldts';
import type { Entry } from '../model.ts';
import { addressKey, isHomePage } from '../text/urls.ts';
import { EMPTY_ENTRY } from './feed/entries.ts';
import { isHousekeeping, isTitle, linksOfHtml, type NewsletterLink } from './newsletter.ts';

/** An entry with fewer links to other sites is an article, not an issue. */
const ISSUE = 3;
/** More links than this are no issue but a directory. */
const MOST = 80;
const MAX_TITLE = 140;
/** A label of more words may speak of privacy or shares and still be a title. */
const LABEL_WORDS = 5;
const ERRANDS = /\/(?:unsubscribe|subscribe|preferences|sharer?|intent|advertise|sponsor)\b|\blist-manage\.com\//i;
const PAID = /\b(?:sponsor(?:ed)?|advertisement)\b|광고|협찬/i;
/** "(3 minute read)". */
const READING_TIME = /\s*\(\d+[- ]min(?:ute)?s?(?: read)?\)\s*$/i;

/**
 * The links of another newsletter's issue, each as an entry of its own, so that what it told is compared story by story;
 * where readers find it told stands in `comments`. An entry that is one article stays as it is.
 */
export function linksOfIssue(entry: Entry): readonly Entry[] {
  const home = siteOf(entry.url);
  const links = new Map<string, { url: string; title: string }>();
  for (const link of linksOfHtml(entry.content.length >= entry.summary.length ? entry.content : entry.summary)) {
    const title = calledBy(link);
    if (title === null || siteOf(link.url) === home || isHomePage(link.url) || isErrand(link)) continue;
    const key = addressKey(link.url);
    const known = links.get(key);
    if (known === undefined || known.title.length < title.length) links.set(key, { url: link.url, title });
  }
  if (links.size < ISSUE || links.size > MOST) return [entry];
  const { published, updated, url: comments } = entry;
  return [...links].map(([key, { url, title }]) => {
    return { ...EMPTY_ENTRY, id: `${entry.id}#${key}`, url, title, published, updated, comments };
  });
}

/** Whether a link serves the newsletter. By its words or its path: a word such as "privacy" in an address may be news. */
function isErrand({ url, title }: NewsletterLink): boolean {
  const isLabel = title.split(' ').length <= LABEL_WORDS;
  return ERRANDS.test(url) || (isLabel && isHousekeeping({ url: '', title }));
}

/** What a link is called: by its words, or where they are a mere label, by those around it; null for what is paid for. */
function calledBy({ title, around }: NewsletterLink): string | null {
  const own = title.replace(READING_TIME, '');
  const words = isTitle(own) ? own : around;
  if (own === '' || !isTitle(words) || PAID.test(title)) return null;
  return words.length <= MAX_TITLE ? words : `${words.slice(0, MAX_TITLE).replace(/\s+\S*$/, '')}…`;
}

function siteOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return getDomain(url, { allowPrivateDomains: true }) ?? new URL(url).host;
}
