import { openDatabase } from '../../../src/store/open.ts';
import * as schema from '../../../src/store/schema.ts';
import { openStore } from '../../../src/store/store.ts';

interface Report {
  id: number;
  story?: number;
  title: string;
  text: string;
  outlet?: string;
  section?: 'news' | 'papers';
  language?: 'en' | 'ko';
}

/** Two stories of the news, one of them told twice, and a paper; invented. */
export const REPORTS: readonly Report[] = [
  {
    id: 1,
    title: 'Robotaxi firm weighs accounts for teenagers',
    text: 'Halden may let teenagers ride alone from May. Parents would get a message at every stop. “We asked 40 families what they fear,” said Ada Byrne, who leads the plan.',
  },
  {
    id: 2,
    story: 1,
    outlet: 'The Ledger',
    title: 'Halden asks families about teen rides',
    text: 'Halden asked families what they think. However, critics warn that 3 of 40 families refused. The firm did not respond.',
  },
  { id: 3, title: 'Chips for sale in Oslo', text: 'A maker of chips sold 500 boards in Oslo on Monday.' },
  {
    id: 4,
    title: 'Locks for open models',
    section: 'papers',
    outlet: 'arXiv',
    text: 'We make a model hard to fine-tune. The lock holds in 5 of 7 tests.',
  },
];

/** Fills a database with the reports, opens issue 1 and fills its lists as a night would. */
export async function store(db: string, reports: readonly Report[] = REPORTS, template = 'model'): Promise<void> {
  const client = openDatabase(db);
  for (const { id, story = id, title, text, outlet = 'Harbour Post', section = 'news', language = 'en' } of reports) {
    const url = section === 'papers' ? `https://arxiv.org/abs/2408.0000${id}` : `https://harbour.example/${id}`;
    const facts = { id, url, canonicalUrl: url, title, authors: [], published: id, firstSeen: id, language, section };
    client
      .insert(schema.item)
      .values({ ...facts, outlet, summary: text, toldBy: 'harbour', story })
      .run();
  }
  client.$client.close();
  const opened = openStore(db);
  await opened.issues.ensureOpen({ template, windowFrom: 0, now: 1_724_600_000_000, langs: ['en', 'ko'] });
  for (const section of ['news', 'papers'] as const)
    await opened.issues.offer(
      1,
      section,
      reports
        .filter((each) => (each.section ?? 'news') === section && (each.story ?? each.id) === each.id)
        .map(offered),
      1,
    );
  opened.close();
}

function offered({ id, title, text, section = 'news', language = 'en' }: Report) {
  const span = (value: string, field: 'title' | 'summary') => [
    { start: 0, end: value.length, item: id, field, from: 0, to: value.length },
  ];
  const titleText = { field: 'title', lang: language, value: title, spans: span(title, 'title') };
  const blurb = { field: 'blurb', lang: language, value: text, spans: span(text, 'summary') };
  return { story: id, item: id, reason: 'fresh', texts: section === 'news' ? [titleText, blurb] : [titleText] };
}
