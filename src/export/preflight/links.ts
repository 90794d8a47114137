import { canonicalUrl } from '../../text/urls.ts';
import type { Finding, Place } from '../finding.ts';
import { isPrintable } from '../tree.ts';
import { say, type Sentence } from '../../text/said.ts';

/** What the network said of an address; asked politely and kept for a while by the caller. */
export interface LinkFact {
  /** HTTP status; null when there was no answer. */
  status: number | null;
  /** Why there was no answer, in words. */
  error: string | null;
}

export interface PrintedLink {
  place: Place;
  url: string;
  words: string;
}

/** Hosts that hide where a link leads, and die with their owner. */
const SHORTENERS = new Set(
  'bit.ly t.co tinyurl.com goo.gl ow.ly buff.ly lnkd.in is.gd rb.gy cutt.ly shorturl.at han.gl me2.do url.kr vo.la c11.kr'.split(
    ' ',
  ),
);
/** Words that say nothing of where a link leads, to somebody who hears or skims a list of links. */
const BARE =
  /^(?:here|this|this link|link|read more|more|click here|source|여기|이곳|이 링크|링크|자세히|자세히 보기|더 보기|더보기|바로가기)$/iu;
/** Answers that mean "not to machines" rather than "not there". */
const REFUSED = new Set([401, 403, 405, 406, 429, 451, 503, 999]);

/** The links of a Markdown text. */
export function markdownLinks(place: Place, markdown: string): PrintedLink[] {
  return [...markdown.matchAll(/(?<!!)\[([^[\]]*)\]\(<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?[^()]*\)/gu)].map(
    (match) => ({
      place,
      words: match[1] ?? '',
      url: match[2] ?? '',
    }),
  );
}

export function checkLink({ place, url, words }: PrintedLink, facts: ReadonlyMap<string, LinkFact>): Finding[] {
  if (!isPrintable(url)) {
    const message = say('check.noAddress', { url });
    return [{ rule: 'relative-link', place, message }];
  }
  const found: Finding[] = [];
  const note = (rule: Finding['rule'], message: Sentence): number => found.push({ rule, place, message });
  if (SHORTENERS.has(hostOf(url))) note('short-link', say('check.shortener', { url }));
  else if (isTracked(url)) note('tracking-link', say('check.tracking', { url, clean: canonicalUrl(url) }));
  if (BARE.test(words.trim())) note('bare-link', say('check.bare', { words }));
  const dead = deadReason(url, facts.get(url));
  if (dead !== null) note('dead-link', dead);
  return found;
}

function deadReason(url: string, fact: LinkFact | undefined): Sentence | null {
  if (fact === undefined) return null;
  if (fact.status === null) return say('check.noAnswer', { url, why: fact.error ?? say('check.unknownReason') });
  return fact.status >= 400 && !REFUSED.has(fact.status) ? say('check.answers', { url, status: fact.status }) : null;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

/** Whether the canonical form of an address has fewer parameters on the same page. */
function isTracked(url: string): boolean {
  const clean = canonicalUrl(url);
  if (!URL.canParse(url) || !URL.canParse(clean)) return false;
  const [before, after] = [new URL(url), new URL(clean)];
  return before.hostname === after.hostname && [...before.searchParams].length > [...after.searchParams].length;
}
