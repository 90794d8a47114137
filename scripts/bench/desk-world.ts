/** A desk's database after two weeks of nights and a year of issues, made in a few seconds: what benchmarks of the desk ask. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../src/store/store.ts';

const DAY = 86_400_000;
/** A story stays a candidate for a week; the candidates of every night are kept. */
const [NIGHTS, WEEK] = [14, 7];
const [SOURCES, RIVALS, OUTLETS] = [200, 5, 97];
/** What a team that prints forty stories a week has decided within a year, and printed since. */
const [DECISIONS, ISSUES, SLOTS] = [2000, 50, 20];

const SUBJECTS = [
  'OpenAI and a court',
  'a robot for workers',
  'deepfakes of artists',
  '오픈소스 공개',
  'the sales of games',
];
const TEXT = Array.from({ length: 8 }, (_, line) => `Paragraph ${line} of it. ${'words of it '.repeat(30)}`).join(
  '\n\n',
);

export interface DeskWorld {
  folder: string;
  db: string;
  feeds: string;
}

/** Stories of two reports each: as many candidates on every night, of which a seventh are new. */
export async function makeDeskWorld(candidates: number, now = Date.now()): Promise<DeskWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'));
  const [db, feeds] = [join(folder, 'desk.sqlite'), join(folder, 'feeds.yaml')];
  writeFileSync(feeds, sourcesYaml());
  openStore(db).close();
  const client = new Database(db);
  client.transaction(() => {
    const perNight = Math.ceil(candidates / WEEK);
    const stories = candidates + (NIGHTS - 1) * perNight;
    addIssues(client, now, addStories(client, stories, perNight, now));
    addNights(client, candidates, perNight, now);
    addDecisions(client, stories, now);
  })();
  client.close();
  const store = openStore(db);
  // As a night leaves it: else the desk would index while it is measured.
  await store.search.catchUp();
  store.close();
  return { folder, db, feeds };
}

export function nightAgo(nights: number, now: number): string {
  return new Date(now - nights * DAY).toISOString().slice(0, 10);
}

function sourcesYaml(): string {
  const lines = Array.from({ length: SOURCES }, (_, index) => {
    const rival = index < RIVALS ? ', rival: true' : '';
    return `  - { id: source-${index}, title: Source ${index}, outlet: Outlet ${index % OUTLETS}, url: 'https://outlet${index}.example/feed'${rival} }`;
  });
  return ['sources:', ...lines, ''].join('\n');
}

/** The last story is the newest; its second report comes from another source. Returns the newest stories. */
function addStories(client: Database.Database, stories: number, perNight: number, now: number): number[] {
  const item =
    client.prepare(`insert into item (id, url, canonical_url, title, authors, published, first_seen, language, section,
    outlet, summary, told_by, story, join_reasons) values (?, ?, ?, ?, '[]', ?, ?, 'en', 'news', ?, ?, ?, ?, '[]')`);
  const article = client.prepare(`insert into article (item_id, origin, text, fetched_at) values (?, 'page', ?, ?)`);
  const sighting =
    client.prepare(`insert into sighting (source_id, entry_id, item_id, first_seen, title, points, why, digest)
    values (?, ?, ?, ?, ?, ?, 'not seen before', '')`);
  for (let story = 1; story <= stories; story++) {
    const seen = now - Math.floor((stories - story) / perNight) * DAY - 3_600_000;
    for (const id of [story, story + stories]) {
      const [source, url] = [`source-${(id * 7) % SOURCES}`, `https://outlet${id % OUTLETS}.example/${id}`];
      const title = `Story ${story}: ${SUBJECTS[story % SUBJECTS.length]}, as a newsroom would call it in a dozen words`;
      const summary = `What ${SUBJECTS[(story + 1) % SUBJECTS.length]} has to do with it. ${'A few words more. '.repeat(10)}`;
      item.run(id, url, url, title, seen - story * 1000, seen, `Outlet ${id % OUTLETS}`, summary, source, story);
      article.run(id, story % 9 === 0 ? '' : TEXT, seen);
      sighting.run(source, url, id, seen, title, story % 20 === 0 ? story : null);
    }
  }
  return Array.from({ length: SLOTS }, (_, index) => stories - index * 3);
}

function addNights(client: Database.Database, candidates: number, perNight: number, now: number): void {
  const source = client.prepare(`insert into source (id, url, title, outlet, answered_at) values (?, ?, ?, ?, ?)`);
  const run = client.prepare(`insert into run (id, night, kind, started_at, ended_at, stage, verdict)
    values (?, ?, 'night', ?, ?, 'draft', '195 of 200 sources fine; 800 new items; source-0 failed')`);
  const answer =
    client.prepare(`insert into fetch (run_id, night, source_id, asked_at, outcome, status, ms, bytes, cached, attempts, got,
    new, updated, odd, diagnosis) values (?, ?, ?, ?, ?, 200, 90, 40000, 0, 1, 20, ?, 0, 0, ?)`);
  const candidate = client.prepare(`insert into candidate (night, story, section, rank, score, reasons, below)
    values (?, ?, 'news', ?, ?, ?, ?)`);
  const reasons = JSON.stringify(['coverage', 'topic', 'age'].map((name) => ({ name, value: '2 outlets', weight: 1 })));
  for (let index = 0; index < SOURCES; index++)
    source.run(`source-${index}`, `https://outlet${index}.example/feed`, `Source ${index}`, 'Outlet', now);
  for (let index = 0; index < NIGHTS; index++) {
    const [night, at] = [nightAgo(NIGHTS - 1 - index, now), now - (NIGHTS - 1 - index) * DAY - 2 * 3_600_000];
    run.run(index + 1, night, at, at + 600_000);
    for (let each = 0; each < SOURCES; each++)
      answer.run(
        index + 1,
        night,
        `source-${each}`,
        at,
        each % 40 === 0 ? 'failed' : 'new',
        (each + index) % 9,
        `${(each + index) % 9} new of 20.`,
      );
    const first = index * perNight;
    for (let rank = 1; rank <= candidates; rank++) {
      // The same order every night would be read from disk faster than any real one.
      const story = first + 1 + ((rank * 7919 + index) % candidates);
      candidate.run(night, story, rank, 10 - rank / 1000, reasons, rank > candidates * 0.8 ? 'off topic' : null);
    }
  }
}

/** The newest issue is open and holds these stories; the others were sent. */
function addIssues(client: Database.Database, now: number, newest: readonly number[]): void {
  const issue = client.prepare(`insert into issue (number, template, opened_at, window_from, closed_at)
    values (?, 'model', ?, ?, ?)`);
  const slot = client.prepare(`insert into slot (issue, section, position, story, item, origin, touched_by, reason)
    values (?, 'news', ?, ?, ?, 'night', 'bench', '')`);
  const wording = client.prepare(`insert into wording (issue, owner, field, lang, value, state, author, at, spans)
    values (?, ?, ?, 'en', ?, 'checked', 'bench', ?, '[]')`);
  const printed =
    client.prepare(`insert into printed (issue, lang, section, title, url, canonical_url, text, date, story)
    values (?, 'en', 'news', ?, ?, ?, '', ?, ?)`);
  for (let number = 1; number <= ISSUES; number++) {
    const isOpen = number === ISSUES;
    const sent = now - (ISSUES - number) * WEEK * DAY;
    issue.run(number, sent - WEEK * DAY, sent - WEEK * DAY, isOpen ? null : sent);
    for (const [position, story] of newest.entries()) {
      // Older issues printed older stories; those before the first night are not stored any more.
      const told = isOpen ? story : Math.max(1, story - (ISSUES - number) * 7 * 43);
      const { lastInsertRowid: id } = slot.run(number, position, told, told);
      wording.run(number, `slot:${id}`, 'title', `A title of ours for story ${told}`, sent);
      wording.run(number, `slot:${id}`, 'blurb', 'A sentence of ours. '.repeat(12), sent);
      const url = `https://outlet${told % OUTLETS}.example/${told}`;
      if (!isOpen) printed.run(number, `Story ${told}`, url, url, sent, told);
    }
  }
}

/** Each with what it was taken on, which is most of the log. */
function addDecisions(client: Database.Database, stories: number, now: number): void {
  const decision = client.prepare(`insert into decision (story, action, editor, at, why, taken_on, deed)
    values (?, ?, ?, ?, '', ?, ?)`);
  const note = client.prepare(`insert into note (story, editor, at, text) values (?, ?, ?, 'Ask Maria.')`);
  const vote = client.prepare(`insert into vote (story, editor, at, value) values (?, ?, ?, 1)`);
  const takenOn = JSON.stringify({
    night: nightAgo(1, now),
    title: 'As it was called then',
    summary: 'What it was about. '.repeat(15),
    outlets: ['Outlet 1', 'Outlet 2'],
    items: [1, 2],
    rank: 12,
    score: 9.9,
    reasons: [],
    input: { title: 'As it was called then', text: 'words of it '.repeat(50), outlets: ['Outlet 1', 'Outlet 2'] },
  });
  for (let index = 0; index < DECISIONS; index++) {
    const [story, editor] = [1 + ((index * 7919) % stories), `editor-${index % 5}`];
    const at = now - (DECISIONS - index) * ((365 * DAY) / DECISIONS);
    decision.run(story, ['keep', 'spike', 'spike', 'hold'][index % 4], editor, at, takenOn, `deed-of-bench-${index}`);
    if (index % 10 === 0) note.run(story, editor, at);
    if (index % 4 === 0) vote.run(story, editor, at);
  }
}
