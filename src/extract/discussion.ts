import type { Discussion, Entry } from '../model.ts';

/** Pages on which readers discuss something that stands elsewhere. */
const BOARDS: readonly RegExp[] = [
  /^https?:\/\/news\.ycombinator\.com\/item\?id=\d+/,
  /^https?:\/\/(?:www\.|old\.|np\.)?reddit\.com\/r\/\w+\/comments\/\w+/,
  /^https?:\/\/lobste\.rs\/s\/\w+/,
  /^https?:\/\/news\.hada\.io\/topic\?id=\d+/,
];
/** What boards write on a link to the discussion and on one to its subject. */
const DISCUSSION_LABEL = /^(?:\[?\s*(?:\d+\s+)?comments?\s*\]?|https?:\S+)$/i;
const SUBJECT_LABEL = /^(?:\[link\]|https?:\S+)$/i;
/** "Points: 12", "Score: 1587", "37 points"; in "item?id=4103 Points: 12" the first number is none. */
const POINTS = /\b(?:points|score):\s*(\d+)|\b(\d+)\s+points\b(?!\s*:)/i;
/** What boards print instead of a summary. */
const BOARD_LINES =
  /(?:Article|Comments) URL:\s*\S+|#?\s*Comments:\s*\d+|(?:Points|Score):\s*\d+|By:\s*\S+|Discussion:\s*\S+|submitted by\s+\S+(?:\s+to\s+\S+)?|\[link\]|\[(?:\d+\s+)?comments?\]|\d+\s+points?,?|\b\d+\s+comments?\b|^\s*Comments\s*$/gi;

/** An entry of a board: what is discussed, and where. */
export interface BoardEntry {
  /** The subject's address; the discussion's own where people talk about nothing else, or the feed does not say. */
  url: string;
  discussion: Discussion;
}

/**
 * Recognises an entry that points to a discussion (Hacker News and its readers' feeds, Reddit, Lobsters, GeekNews).
 * A blog post that merely links to a thread is none: the link must be labelled as boards label theirs.
 *
 * @returns null for an ordinary entry
 */
export function readDiscussion(entry: Entry): BoardEntry | null {
  const html = `${entry.summary} ${entry.content}`;
  const links = anchors(html);
  const labelled = links.find(({ href, label }) => isBoard(href) && DISCUSSION_LABEL.test(label))?.href;
  const known = [entry.comments, entry.url, labelled, entry.id].find((url) => typeof url === 'string' && isBoard(url));
  const thread = known ?? commentsElsewhere(entry);
  if (!thread) return null;
  const points = POINTS.exec(html.replace(/<[^>]*>/g, ' '));
  if (!known && points === null) return null;
  const subject = links.find(({ href, label }) => SUBJECT_LABEL.test(label) && !isBoard(href) && isHttp(href))?.href;
  const own = entry.url !== null && !isBoard(entry.url) ? entry.url : null;
  return {
    url: own ?? subject ?? thread,
    discussion: { url: thread, points: points ? Number(points[1] ?? points[2]) : null },
  };
}

/**
 * The thread of a board that we do not know by name: it stands on another host than what the entry links to. Blogs have
 * comments, but at home; feed proxies link elsewhere, but count no points: so an entry must have both.
 */
export function commentsElsewhere({ url, comments }: Entry): string | null {
  if (url === null || comments === null || !URL.canParse(url) || !URL.canParse(comments)) return null;
  return new URL(url).host === new URL(comments).host ? null : comments;
}

/** A board's summary without what boards print in place of one; "" when nothing is left. */
export function withoutBoardLines(summary: string): string {
  const rest = summary.replace(BOARD_LINES, ' ').replace(/\s+/g, ' ').trim();
  return /\p{L}{2}/u.test(rest) ? rest : '';
}

function anchors(html: string): { href: string; label: string }[] {
  return [...html.matchAll(/<a\s[^>]*?href\s*=\s*["']([^"']+)["'][^>]*>(.*?)<\/a>/gis)].map((match) => ({
    href: (match[1] ?? '').replaceAll('&amp;', '&'),
    label: (match[2] ?? '').replace(/<[^>]*>/g, '').trim(),
  }));
}

function isBoard(url: string): boolean {
  return BOARDS.some((board) => board.test(url));
}

function isHttp(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
