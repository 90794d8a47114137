// The least that a collector on this stack can do, for comparison: ask with undici and validators, tokenise with
// htmlparser2, insert what is new with prepared statements. Arguments: a file with an address a line, the database.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Parser } from 'htmlparser2';
import { Agent, request } from 'undici';

const CONCURRENCY = 16;
const BATCH = 64;
const FIELDS = new Map(
  Object.entries({
    title: 'title',
    link: 'link',
    guid: 'id',
    id: 'id',
    pubDate: 'date',
    updated: 'date',
    summary: 'summary',
  }),
);
for (const [name, field] of [
  ['dc:creator', 'author'],
  ['name', 'author'],
  ['description', 'summary'],
  ['content:encoded', 'content'],
  ['content', 'content'],
])
  FIELDS.set(name, field);

const [list = '', file = ''] = process.argv.slice(2);
const db = new Database(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = NORMAL');
db.exec(`create table if not exists feed(id integer primary key, url text unique, etag text, asked integer);
create table if not exists item(id integer primary key, feed integer, guid text, url text, title text, author text,
  published integer, summary text, content text, seen integer, unique(feed, guid));
create index if not exists item_published on item(published);`);
const feeds = new Map(
  db
    .prepare('select url, id, etag from feed')
    .all()
    .map((row) => [row.url, row]),
);
const addFeed = db.prepare('insert into feed(url) values (?)');
const saveFeed = db.prepare('update feed set etag = ?, asked = ? where id = ?');
const guids = db.prepare('select guid from item where feed = ?').pluck();
const addItem = db.prepare(
  'insert into item(feed, guid, url, title, author, published, summary, content, seen) values (?,?,?,?,?,?,?,?,?)',
);

function read(xml) {
  const items = [];
  let item = null;
  let field;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'item' || name === 'entry')
          item = { title: '', link: '', id: '', date: '', author: '', summary: '', content: '' };
        else if (item !== null && name === 'link' && attributes.href) item.link = attributes.href;
        else if (item !== null) field = FIELDS.get(name);
      },
      ontext(text) {
        if (field !== undefined) item[field] += text;
      },
      onclosetag(name) {
        field = undefined;
        if (name === 'item' || name === 'entry') items.push(item);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return items;
}

const store = db.transaction((answers) => {
  for (const { url, etag, items } of answers) {
    const known = feeds.get(url);
    const feed = known?.id ?? addFeed.run(url).lastInsertRowid;
    const seen = new Set(known === undefined || items.length === 0 ? [] : guids.all(feed));
    const now = Date.now();
    for (const { id, link, title, author, date, summary, content } of items)
      if (!seen.has(id)) addItem.run(feed, id, link, title, author, Date.parse(date), summary, content, now);
    saveFeed.run(etag, now, feed);
  }
});

const urls = readFileSync(list, 'utf8').split('\n');
const dispatcher = new Agent({ connections: CONCURRENCY });
let answers = [];
async function ask(url) {
  const etag = feeds.get(url)?.etag;
  const response = await request(url, { dispatcher, headers: etag ? { 'if-none-match': etag } : {} });
  const text = await response.body.text();
  const same = response.statusCode === 304;
  answers.push({ url, etag: same ? etag : response.headers.etag, items: same ? [] : read(text) });
  if (answers.length >= BATCH) store(answers.splice(0));
}
await Promise.all(
  Array.from({ length: CONCURRENCY }, async () => {
    for (let url = urls.pop(); url !== undefined; url = urls.pop()) if (url !== '') await ask(url);
  }),
);
store(answers);
await dispatcher.close();
db.close();
