import type { Discussion, Entry, Instant, ItemDraft, Source } from '../model.ts';
import { guessLanguage } from '../text/language.ts';
import { plainLine } from '../text/plain-line.ts';
import { canonicalUrl } from '../text/urls.ts';
import { textBlocks } from './blocks.ts';
import { commentsElsewhere, readDiscussion, withoutBoardLines } from './discussion.ts';
import { parsePage } from './page.ts';
import { say, type Sentence } from '../text/said.ts';

/** Longer summaries are whole articles; the full text keeps them. */
const MAX_SUMMARY = 2_000;
const MAX_TITLE = 300;
/** A feed's content of this length is the article itself, not a teaser. */
const FULL_TEXT = 1_200;
/** Nothing on the web is older; such a date is a default value or a damaged clock. */
const EARLIEST = Date.UTC(1990, 0, 1);

/** Why an entry cannot become an item. */
export interface Unusable {
  reason: Sentence;
}

/**
 * Makes an entry ours: plain text, canonical address, language; for an entry of a discussion board the item is what is
 * being discussed. Pure; whether the item is new is not its question.
 */
export function draftItem(entry: Entry, source: Source): ItemDraft | Unusable {
  const board = readDiscussion(entry);
  const url = board?.url ?? entry.url ?? entry.comments;
  if (!url) return { reason: say('unusable.address') };
  const given = plainLine(entry.summary || entry.content);
  const summary = clip(board ? withoutBoardLines(given) : given, MAX_SUMMARY);
  const title = clip(plainLine(entry.title) || firstSentence(summary), MAX_TITLE);
  if (title === '') return { reason: say('unusable.title') };
  return {
    sourceId: source.id,
    entryId: entry.id,
    url,
    canonicalUrl: canonicalUrl(url),
    title,
    authors: entry.authors.map(plainLine).filter(Boolean),
    claimedPublished: entry.published,
    claimedUpdated: entry.updated,
    summary,
    text: fullText(entry),
    language: guessLanguage(`${title} ${summary}`, source.lang),
    section: entry.arxiv ? 'papers' : source.section,
    outlet: source.outlet,
    categories: entry.categories,
    image: entry.image ?? entry.enclosures.find(({ type }) => type.startsWith('image/'))?.url ?? null,
    discussion: board?.discussion ?? issueOf(entry, source),
    arxiv: entry.arxiv,
  };
}

/** Where another newsletter tells of an article: it only discusses what others wrote. */
function issueOf(entry: Entry, { rival }: Source): Discussion | null {
  const url = rival ? commentsElsewhere(entry) : null;
  return url === null ? null : { url, points: null };
}

/**
 * The date an item is ordered by: the claimed one, unless it is in the future or before 1990, which only a wrong clock
 * or a default value can be; then the moment we first saw it.
 */
export function orderingDate(claimed: Instant | null, firstSeen: Instant): Instant {
  return claimed === null || claimed > firstSeen || claimed < EARLIEST ? firstSeen : claimed;
}

/** The whole article where the feed carries it: paragraphs separated by a blank line, else "". */
function fullText(entry: Entry): string {
  const html = entry.content.length >= entry.summary.length ? entry.content : entry.summary;
  if (html.length < FULL_TEXT) return '';
  const text = textBlocks(parsePage(html).root)
    .map((block) => block.text)
    .join('\n\n');
  return text.length < FULL_TEXT ? '' : text;
}

function firstSentence(text: string): string {
  return /^.{20,140}?[.!?。](?=\s|$)/u.exec(text)?.[0] ?? clip(text, 140);
}

/** Cut at the last blank before the limit (characters), with an ellipsis. */
function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const blank = cut.lastIndexOf(' ');
  return `${cut.slice(0, blank > limit / 2 ? blank : undefined).trimEnd()}…`;
}
