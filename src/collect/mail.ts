import type { Entry, FeedDocument } from '../model.ts';
import { parseDate } from '../text/dates.ts';
import { escapeHtml } from '../text/html.ts';
import { plainLine } from '../text/plain-line.ts';
import { unwrap } from '../text/urls.ts';
import { FeedError } from './errors.ts';
import { NO_HINTS } from './feed/hints.ts';
import { EMPTY_ENTRY, uniqueIds } from './feed/entries.ts';
import { webUrl } from './addresses.ts';
import { isHousekeeping, isTitle, linksOfHtml, type NewsletterLink } from './newsletter.ts';
import type { Repairs } from './caps.ts';
import { say } from '../text/said.ts';

/**
 * Reads one newsletter: the links of a mail and their words become entries, dated and signed by the mail. Redirectors
 * that carry their target in the address are unwrapped.
 *
 * @param bytes an RFC 822 message, as in an .eml file or a Maildir
 * @throws FeedError when it is no mail
 */
export async function readMail(bytes: Uint8Array): Promise<FeedDocument> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes);
  if (mail.headers.length === 0 || (!mail.from && mail.subject === undefined)) {
    throw new FeedError('bad-mail', say('feed.noMail'));
  }
  const sender = plainLine(mail.from?.name || mail.from?.address || '');
  const published = parseDate(mail.date ?? '');
  const links = mail.html === undefined ? linksOfText(mail.text ?? '') : worthwhile(linksOfHtml(mail.html));
  const repairs: Repairs = new Set();
  const entries = links.map((link) => entryOf(link, { published, authors: sender === '' ? [] : [sender] }));
  return {
    format: 'mail',
    charset: { name: 'utf-8', foundBy: 'declaration' },
    title: sender,
    link: null,
    language: '',
    entries: uniqueIds(entries, repairs),
    hints: NO_HINTS,
    repairs: [...repairs],
    cut: false,
  };
}

/** In plain text a line, or the words before the address in it, names the link. */
function linksOfText(text: string): NewsletterLink[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const links = lines.flatMap((line, i) => {
    const address = /https?:\/\/[^\s<>"]+/.exec(line)?.[0];
    const url = address === undefined ? null : webUrl(address.replace(/[).,;]+$/, ''), '');
    if (address === undefined || url === null) return [];
    const beside = plainLine(line.replace(address, '').replace(/[[\](){}<>]|^[-*•\d.]+\s/g, ''));
    return [{ url: unwrap(url), title: beside || plainLine(lines[i - 1] ?? ''), around: '' }];
  });
  return worthwhile(links);
}

/** Each address once, under its best title, without housekeeping. */
function worthwhile(links: readonly NewsletterLink[]): NewsletterLink[] {
  const byUrl = new Map<string, NewsletterLink>();
  for (const link of links) {
    const known = byUrl.get(link.url);
    if (isHousekeeping(link)) continue;
    if (!known || link.title.length > known.title.length) byUrl.set(link.url, link);
  }
  return [...byUrl.values()].filter(({ title }) => isTitle(title));
}

function entryOf(
  { url, title, around }: NewsletterLink,
  { published, authors }: Pick<Entry, 'published' | 'authors'>,
): Entry {
  return {
    ...EMPTY_ENTRY,
    id: url,
    url,
    title,
    published,
    authors,
    summary: around === title ? '' : escapeHtml(around),
  };
}
