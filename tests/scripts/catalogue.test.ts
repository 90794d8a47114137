import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';

const config = loadConfig('feeds.yaml');

test('the shipped catalogue has sixty sources and more, about half of them on', () => {
  const on = config.sources.filter(({ enabled }) => enabled);
  expect(config.sources.length).toBeGreaterThanOrEqual(60);
  expect(on.length).toBeGreaterThanOrEqual(25);
  expect(on.length).toBeLessThanOrEqual(40);
});

test('it listens to the arXiv categories of the field and to Korea', () => {
  const arxiv = config.sources.filter(({ kind, enabled }) => kind === 'arxiv' && enabled).map(({ url }) => url);
  expect(arxiv.map((url) => url.replace(/.*\//, ''))).toEqual(['cs.AI', 'cs.CL', 'cs.LG', 'cs.CV', 'stat.ML']);
  expect(config.sources.filter(({ lang, enabled }) => lang === 'ko' && enabled).length).toBeGreaterThanOrEqual(3);
});

test('nothing in it may reach into a private network', () => {
  expect(config.sources.filter(({ allowPrivate }) => allowPrivate)).toEqual([]);
});
