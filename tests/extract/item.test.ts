import { describe, expect, it } from 'vitest';
import { draftItem, orderingDate } from '../../src/extract/item.ts';
import type { Entry, ItemDraft, Source } from '../../src/model.ts';
import { paragraphs } from './pages.ts';

const SOURCE: Source = {
  id: 'example',
  url: 'https://example.com/feed',
  kind: 'feed',
  title: 'Example',
  outlet: 'Example',
  lang: 'en',
  section: 'news',
  enabled: true,
  allowPrivate: false,
  timezone: null,
  dateOffset: 0,
  weight: 1,
  include: [],
  exclude: [],
  pages: 'candidates',
  rival: false,
  own: false,
  primary: false,
  robots: false,
  headers: {},
  idleDays: null,
  selectors: {},
};

function entry(parts: Partial<Entry>): Entry {
  return {
    id: '1',
    url: 'https://example.com/story',
    title: 'A story',
    published: null,
    updated: null,
    authors: [],
    summary: '',
    content: '',
    categories: [],
    enclosures: [],
    image: null,
    comments: null,
    arxiv: null,
    ...parts,
  };
}

function draft(parts: Partial<Entry>, source: Source = SOURCE): ItemDraft {
  const made = draftItem(entry(parts), source);
  if ('reason' in made) throw new Error(made.reason);
  return made;
}

describe('an entry becomes an item', () => {
  it('in plain text, with a canonical address', () => {
    const made = draft({
      url: 'https://example.com/story?utm_source=rss',
      title: 'Tom &amp; Ada&#8217;s <b>model</b>',
      summary: '<p>It reads.</p><script>x()</script><p>It writes.</p>',
      authors: ['<b>Ada Park</b>'],
    });
    expect(made).toMatchObject({
      url: 'https://example.com/story?utm_source=rss',
      canonicalUrl: 'https://example.com/story',
      title: 'Tom & Ada’s model',
      summary: 'It reads. It writes.',
      authors: ['Ada Park'],
    });
  });

  it('with the full text where the feed carries it', () => {
    const content = paragraphs(8)
      .map((text) => `<p>${text}</p>`)
      .join('');
    expect(draft({ content, summary: 'Short.' })).toMatchObject({
      text: paragraphs(8).join('\n\n'),
      summary: 'Short.',
    });
    expect(draft({ summary: '<p>A teaser.</p>' }).text).toBe('');
  });

  it('in the language it is written in, whatever the source is labelled', () => {
    expect(draft({ title: '새 모델이 긴 문서를 읽는다' }).language).toBe('ko');
    expect(draft({ title: '新しいモデルが長い文書を読む' }).language).toBe('ja');
    expect(draft({ title: 'A model', summary: 'Short' }, { ...SOURCE, lang: 'fr' }).language).toBe('fr');
  });

  it('with a title made from its text, or not at all', () => {
    expect(draft({ title: '', summary: 'The model reads long texts. It is quick.' }).title).toBe(
      'The model reads long texts.',
    );
    expect(draftItem(entry({ title: ' ', summary: '' }), SOURCE)).toEqual({
      reason: 'the entry has neither title nor text',
    });
    expect(draftItem(entry({ url: null }), SOURCE)).toEqual({ reason: 'the entry has no address' });
  });
});

describe('an entry of a board', () => {
  it('is what is discussed: Hacker News', () => {
    const comments = 'https://news.ycombinator.com/item?id=1';
    const summary = `<a href="${comments}">Comments</a>`;
    expect(draft({ comments, summary })).toMatchObject({
      url: 'https://example.com/story',
      summary: '',
      discussion: { url: comments, points: null },
    });
    const scored = `Score: 587<br/>Comments: 70<br/>By: ada<br/>Discussion: <a href="${comments}">${comments}</a>`;
    expect(draft({ summary: scored })).toMatchObject({ summary: '', discussion: { url: comments, points: 587 } });
  });

  it('is what is discussed: Reddit', () => {
    const thread = 'https://www.reddit.com/r/MachineLearning/comments/abc123/a_story/';
    const content = `submitted by <a href="https://www.reddit.com/user/ada">/u/ada</a>
      <span><a href="https://lab.example/post">[link]</a></span> <span><a href="${thread}">[12 comments]</a></span>`;
    expect(draft({ url: thread, content })).toMatchObject({
      url: 'https://lab.example/post',
      discussion: { url: thread },
    });
    const own = `<div>We wrote a reader, and here is how.</div> <a href="${thread}">[link]</a> <a href="${thread}">[comments]</a>`;
    expect(draft({ url: thread, content: own })).toMatchObject({
      url: thread,
      summary: 'We wrote a reader, and here is how.',
    });
  });

  it('is not suspected behind a blog post that links to a thread', () => {
    const summary = '<p>As <a href="https://news.ycombinator.com/item?id=1">people said</a>, it is late.</p>';
    expect(draft({ summary }).discussion).toBeNull();
  });
});

it('a date in the future or before 1990 does not order an item', () => {
  const seen = Date.UTC(2024, 7, 22);
  expect(orderingDate(Date.UTC(2024, 7, 21), seen)).toBe(Date.UTC(2024, 7, 21));
  for (const claimed of [null, seen + 1, 0, Date.UTC(1989, 11, 31)]) expect(orderingDate(claimed, seen)).toBe(seen);
});
