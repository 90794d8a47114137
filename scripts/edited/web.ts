import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What comes of an article or a paper on a night, as the desk names it; null = nothing ever. */
export type Fate =
  | 'title'
  | 'numbers'
  | 'corrected'
  | 'report'
  | 'development'
  | 'gone'
  | 'version'
  | 'withdrawn'
  | null;

/** An article or a paper of the small web with its fate. */
export interface Subject {
  path: string;
  title: string;
  /** Its title from that night on, when that is its fate. */
  retitled: string;
  text: string;
  fate: Fate;
  /** The night on which it befalls it. */
  night: number;
}

const ARTICLES: readonly (readonly [path: string, title: string, text: string, fate: Fate])[] = [
  [
    'tides',
    'Acme trains an AI model that knows the tides of twelve harbours',
    'Its engineers compared every answer of the model with a gauge on the quay.',
    'title',
  ],
  [
    'ferries',
    'Ferry company lets an AI agent write its timetables',
    'Captains of the line say that the agent leaves them too little time at the island piers.',
    'numbers',
  ],
  [
    'whales',
    'Machine learning tells whales apart by their songs',
    'Biologists towed microphones behind a sailing boat for two summers.',
    'corrected',
  ],
  [
    'ports',
    'Port of Calder buys language models for its customs desk',
    'The freight forms of Calder come in nineteen languages, and few of its officers read more than three.',
    'report',
  ],
  [
    'buoys',
    'Start-up Marlow builds an AI chip for weather buoys',
    'The chip of Marlow runs on the power of a small solar cell and forecasts squalls.',
    'development',
  ],
  [
    'charts',
    'Sea charts drawn by a generative AI model go on sale',
    'Sailors of two clubs found rocks on the sheets that no survey knows.',
    'gone',
  ],
  [
    'lights',
    'AI keeps watch over the lighthouses of the northern coast',
    'The last keeper went ashore in the spring, and cameras took her place.',
    null,
  ],
];
const PAPERS: readonly (readonly [path: string, title: string, text: string, fate: Fate])[] = [
  [
    '2602.90011',
    'Speech Recognition on Fishing Boats',
    'We fine-tune a recogniser on the radio talk of trawlers.',
    'version',
  ],
  [
    '2602.90012',
    'Neural Forecasts of Harbour Traffic',
    'We forecast arrivals of ships with a graph neural network.',
    'withdrawn',
  ],
  [
    '2602.90013',
    'A Benchmark of Questions about the Sea',
    'We collect questions of oceanographers and grade the answers of nine models.',
    null,
  ],
];

/** One more piece of news comes every night; nobody decides about it. */
const NEWS: readonly string[] = [
  'Chatbot answers calls of the island pharmacy',
  'Nvidia opens a GPU shop at the old fish market',
  'Union of dockers demands a vote on algorithms that plan shifts',
  'Generative AI paints murals for the new ferry hall',
  'Court hears pilots who blame an autopilot with deep learning',
  'OpenAI lends students of the naval academy its tutor',
  'Robots with computer vision sort mussels on the mole',
  'Mayor wants no face recognition on the promenade',
];

/** A web beside a recorded one, in which every kind of change befalls one article or paper on a night that is known. */
export interface ChangingWeb {
  subjects: readonly Subject[];
  /** Its sources as lines of feeds.yaml. */
  sources: string;
  /** @param at the moment of the night, in milliseconds */
  setNight(night: number, at: number): void;
  close(): Promise<void>;
}

/** Starts it on loopback. The n-th fate falls on the n-th night after `after`, and begins again behind `last`. */
export async function startChangingWeb(after: number, last: number): Promise<ChangingWeb> {
  const nightOf = (index: number): number => after + 1 + (index % (last - after));
  const subjects = [...ARTICLES, ...PAPERS].map(([path, title, text, fate], index) => {
    return { path, title, retitled: `${title}, it says`, text, fate, night: nightOf(index) };
  });
  let tonight = { night: 1, at: 0, first: 0 };
  const server = http.createServer((request, response) => {
    const origin = `http://${request.headers.host ?? ''}`;
    const { status, type, body } = answer(request.url ?? '/', origin, subjects, tonight);
    response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const line = (values: Record<string, unknown>): string => `  - ${JSON.stringify({ ...values, allowPrivate: true })}`;
  return {
    subjects,
    sources: [
      line({ id: 'harbour', url: `${origin}/harbour.xml`, outlet: 'Harbour Post', lang: 'en', pages: 'all' }),
      line({ id: 'coast', url: `${origin}/coast.xml`, outlet: 'Coast Courier', lang: 'en' }),
      line({ id: 'sea-papers', url: `${origin}/arxiv.xml`, kind: 'arxiv', outlet: 'arXiv' }),
      '',
    ].join('\n'),
    setNight: (night, at) => void (tonight = { night, at, first: night === 1 ? at : tonight.first }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Tonight {
  night: number;
  at: number;
  /** The moment of the first night. */
  first: number;
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

function answer(path: string, origin: string, subjects: readonly Subject[], tonight: Tonight): Answer {
  const feed = (title: string, items: readonly string[]): Answer => ({
    status: 200,
    type: 'application/rss+xml',
    body: `<rss version="2.0" xmlns:arxiv="http://arxiv.org/schemas/atom"><channel><title>${title}</title>${items.join('')}</channel></rss>`,
  });
  const articles = subjects.filter((subject) => !isPaper(subject));
  if (path === '/harbour.xml')
    return feed(
      'Harbour Post',
      articles.map((subject) => entry(subject, origin, tonight)),
    );
  if (path === '/coast.xml')
    return feed('Coast Courier', [
      ...articles.flatMap((subject) => echo(subject, origin, tonight)),
      ...news(origin, tonight),
    ]);
  if (path === '/arxiv.xml')
    return feed(
      'cs.AI updates on arXiv.org',
      subjects.filter(isPaper).flatMap((subject) => announcement(subject, tonight)),
    );
  const subject = articles.find((each) => path === `/${each.path}`);
  if (subject === undefined) return { status: 404, type: 'text/plain', body: 'nothing here' };
  if (has('gone', subject, tonight)) return { status: 410, type: 'text/plain', body: 'taken down' };
  return { status: 200, type: 'text/html', body: page(subject, tonight) };
}

function isPaper({ path }: Subject): boolean {
  return /^\d{4}\.\d{5}$/.test(path);
}

/** Whether the subject's fate is this one, and has befallen it. */
function has(fate: Fate, subject: Subject, { night }: Tonight): boolean {
  return subject.fate === fate && night >= subject.night;
}

const HOUR = 3_600_000;
const date = (at: number): string => new Date(at).toUTCString();

function lead({ title, text }: Subject): string {
  return `${title}. ${text}`;
}

function entry(subject: Subject, origin: string, tonight: Tonight): string {
  const title = has('title', subject, tonight) ? subject.retitled : subject.title;
  return rss({ link: `${origin}/${subject.path}`, title, text: lead(subject), at: tonight.first - HOUR });
}

/** The other outlet: it tells the same, or what came of it. */
function echo(subject: Subject, origin: string, tonight: Tonight): string[] {
  const link = `${origin}/echo/${subject.path}`;
  const at = tonight.first + (subject.night - 1) * 24 * HOUR - HOUR;
  if (has('report', subject, tonight))
    return [rss({ link, title: `${subject.title}, officials confirm`, text: lead(subject), at })];
  if (has('development', subject, tonight))
    return [
      rss({ link, title: 'Marlow recalls its AI chip after weather buoys sank in squalls', text: lead(subject), at }),
    ];
  return [];
}

function news(origin: string, { night, first }: Tonight): string[] {
  return NEWS.slice(0, night).map((title, index) => {
    const at = first + index * 24 * HOUR - 2 * HOUR;
    return rss({ link: `${origin}/news/${index}`, title, text: `${title}.`, at });
  });
}

function rss({ link, title, text, at }: { link: string; title: string; text: string; at: number }): string {
  return `<item><guid>${link}</guid><link>${link}</link><title>${title}</title><description>${text}</description><pubDate>${date(at)}</pubDate></item>`;
}

/** arXiv announces a paper on the first night, and what is replaced on the night of its fate. */
function announcement(subject: Subject, tonight: Tonight): string[] {
  const { path, title, text } = subject;
  const isWithdrawn = has('withdrawn', subject, tonight);
  const isReplaced = isWithdrawn || has('version', subject, tonight);
  if (tonight.night > 1 && !(isReplaced && tonight.night === subject.night)) return [];
  const version = isReplaced ? 2 : 1;
  const type = isReplaced ? 'replace' : 'new';
  const comment = isWithdrawn
    ? '<arxiv:comment>This paper has been withdrawn by the authors due to an error in Section 4</arxiv:comment>'
    : '';
  return [
    `<item><title>${title}</title><link>https://arxiv.org/abs/${path}</link><guid isPermaLink="false">oai:arXiv.org:${path}v${version}</guid>
     <description>arXiv:${path}v${version} Announce Type: ${type}\nAbstract: ${text}</description>
     <category>cs.AI</category><arxiv:announce_type>${type}</arxiv:announce_type>${comment}<pubDate>${date(tonight.at - HOUR)}</pubDate></item>`,
  ];
}

function page(subject: Subject, tonight: Tonight): string {
  const sum = has('numbers', subject, tonight) ? '$35 million' : '$30 million';
  const paragraphs = [
    lead(subject),
    ...(subject.fate === 'numbers' ? [`The line paid ${sum} for the agent and for the data of its rivals.`] : []),
    ...(has('corrected', subject, tonight)
      ? ['Correction: an earlier version of this article misstated the number of whales.']
      : []),
  ];
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('');
  return `<!doctype html><html lang="en"><head><title>${subject.title}</title></head><body><article><h1>${subject.title}</h1>${body}</article></body></html>`;
}
