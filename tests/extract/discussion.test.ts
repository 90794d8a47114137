import { describe, expect, test } from 'vitest';
import { readDiscussion } from '../../src/extract/discussion.ts';
import type { Entry } from '../../src/model.ts';

const entry = (fields: Partial<Entry>): Entry => ({
  id: 'x',
  url: 'https://outlet.example/story',
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
  ...fields,
});

describe('a board that is not known by name', () => {
  const comments = 'https://board.example/item?id=7';

  test('is known by comments on another host and a count of points', () => {
    const found = readDiscussion(entry({ comments, summary: '<p>Points: 312</p><p># Comments: 118</p>' }));
    expect(found).toEqual({ url: 'https://outlet.example/story', discussion: { url: comments, points: 312 } });
  });

  test('does not take the number of the thread for its points', () => {
    const summary = '<p>Comments URL: <a href="#">https://board.example/item?id=4103</a></p> <p>Points: 290</p>';
    expect(readDiscussion(entry({ comments, summary }))?.discussion.points).toBe(290);
  });

  test('is not suspected in a blog with comments of its own', () => {
    const own = 'https://outlet.example/story#comments';
    expect(readDiscussion(entry({ comments: own, summary: 'They lead by 3 points.' }))).toBeNull();
  });

  test('is not suspected behind a feed proxy', () => {
    expect(readDiscussion(entry({ url: 'https://proxy.example/r/1', comments, summary: 'A story.' }))).toBeNull();
  });
});
