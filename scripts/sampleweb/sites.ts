/**
 * The outlets of the sample web. All are invented: what they say about the real events of the week stands in nobody
 * else's mouth. Each lives under a name of its own below `.localhost`, which is loopback by definition (RFC 6761, 6.3).
 */

/** How a site tells machines what it published. */
export type Shape =
  | 'rss'
  | 'atom'
  | 'json'
  | 'page'
  | 'broken-rss'
  | 'error-page'
  | 'discussions'
  | 'reading-list'
  | 'arxiv';

export interface Site {
  /** First label of its host name and its id in the demo's feeds.yaml. */
  id: string;
  name: string;
  lang: 'en' | 'ko';
  shape: Shape;
  /** Path of its feed, or of its news page. */
  feed: string;
  /** A former address of the feed: answers 301, and the demo's feeds.yaml still has it. */
  formerFeed?: string;
  /** The whole article stands in the feed, not only its summary. */
  full?: boolean;
  /** Bytes are sent in this charset and labelled so; UTF-8 when absent. */
  charset?: 'euc-kr';
  /** Query added to every link from the second night on: a repeat under a new address. */
  tracking?: string;
  /** The team's own outlet. */
  own?: boolean;
  tagline: string;
}

export const SITES: readonly Site[] = [
  {
    id: 'harborledger',
    name: 'The Harbor Ledger',
    lang: 'en',
    shape: 'rss',
    feed: '/feed/technology.rss',
    tagline: 'A daily of record',
  },
  {
    id: 'circuitlantern',
    name: 'Circuit & Lantern',
    lang: 'en',
    shape: 'atom',
    feed: '/atom.xml',
    full: true,
    tagline: 'Technology, slowly',
  },
  {
    id: 'northgatewire',
    name: 'Northgate Wire',
    lang: 'en',
    shape: 'rss',
    feed: '/rss/tech',
    formerFeed: '/feeds/technology.xml',
    tracking: 'utm_source=feed&utm_medium=rss&utm_campaign=tech',
    tagline: 'News agency',
  },
  {
    id: 'plainsystems',
    name: 'Plain Systems',
    lang: 'en',
    shape: 'json',
    feed: '/feed.json',
    full: true,
    tagline: 'Law and policy of computing',
  },
  {
    id: 'secondjoystick',
    name: 'Second Joystick',
    lang: 'en',
    shape: 'rss',
    feed: '/feed',
    tagline: 'Games and the people who make them',
  },
  {
    id: 'morningexchange',
    name: 'The Morning Exchange',
    lang: 'en',
    shape: 'broken-rss',
    feed: '/rss.xml',
    tagline: 'Markets and start-ups',
  },
  {
    id: 'saebyeok',
    name: '새벽기술신문',
    lang: 'ko',
    shape: 'rss',
    feed: '/rss/all.xml',
    tagline: '기술을 먼저 읽는 아침',
  },
  {
    id: 'mirinae',
    name: '미리내경제',
    lang: 'ko',
    shape: 'rss',
    feed: '/rss/it.xml',
    charset: 'euc-kr',
    tagline: '산업과 경제',
  },
  {
    id: 'tidewaterlab',
    name: 'Tidewater Lab',
    lang: 'en',
    shape: 'atom',
    feed: '/blog/atom.xml',
    full: true,
    tagline: 'Notes from a small research lab',
  },
  {
    id: 'civicalgorithm',
    name: 'Civic Algorithm',
    lang: 'en',
    shape: 'page',
    feed: '/news',
    tagline: 'Watching public software',
  },
  {
    id: 'kestrelreport',
    name: 'The Kestrel Report',
    lang: 'en',
    shape: 'error-page',
    feed: '/feed.xml',
    tagline: 'Consumer technology',
  },
  {
    id: 'tinkernews',
    name: 'Tinker News',
    lang: 'en',
    shape: 'discussions',
    feed: '/rss',
    tagline: 'Links and arguments',
  },
  {
    id: 'papershelf',
    name: 'Paper Shelf',
    lang: 'en',
    shape: 'reading-list',
    feed: '/daily.rss',
    tagline: 'Papers people read this week',
  },
  {
    id: 'arxiv',
    name: 'arXiv',
    lang: 'en',
    shape: 'arxiv',
    feed: '/rss/cs.AI+cs.CL+cs.LG+cs.CV',
    tagline: 'e-print archive',
  },
  {
    id: 'lamplight',
    name: 'The Lamplight',
    lang: 'en',
    shape: 'rss',
    feed: '/feed',
    own: true,
    tagline: 'Our podcast and essays',
  },
];
