import { plainLine } from '../text/plain-line.ts';
import { unwrap } from '../text/urls.ts';
import { webUrl } from './addresses.ts';
import { loadHtml } from './html.ts';

/** Links of every newsletter that lead to no article. */
const HOUSEKEEPING =
  /unsubscribe|opt.?out|preferences|manage (?:your )?(?:subscription|email)|view (?:this )?(?:email|in|online)|in your browser|privacy|terms|advertis|sponsor us|forward|share|tweet|refer|sign up|subscribe|log ?in|수신\s?거부|구독|웹에서 보기|개인정보/i;
/** A link with fewer words is a label ("Read more", "GitHub"). */
const FEWEST_WORDS = 3;

/** A link of a newsletter: its address, without the redirectors that carry their target in the address, and its words. */
export interface NewsletterLink {
  url: string;
  title: string;
  /** The paragraph, list item or cell that it stands in, as plain text. */
  around: string;
}

/** All links of a newsletter's HTML, in their order. */
export function linksOfHtml(html: string): NewsletterLink[] {
  const $ = loadHtml(html);
  return $('a[href]')
    .toArray()
    .flatMap((element) => {
      const link = $(element);
      const url = webUrl(link.attr('href') ?? '', '');
      if (url === null) return [];
      const around = plainLine(link.closest('p, li, td, div').text());
      return [{ url: unwrap(url), title: plainLine(link.text()), around }];
    });
}

/** Whether a link serves the newsletter itself: subscribing, sharing, reading elsewhere. */
export function isHousekeeping({ url, title }: Pick<NewsletterLink, 'url' | 'title'>): boolean {
  return HOUSEKEEPING.test(title) || HOUSEKEEPING.test(url);
}

/** Whether words are a title, and no mere label. */
export function isTitle(words: string): boolean {
  return words.split(' ').length >= FEWEST_WORDS;
}
