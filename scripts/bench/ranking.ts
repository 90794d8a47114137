import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startingNews, type NewsInput } from '../../src/curate/rank/news-model.ts';
import { rankNews } from '../../src/curate/rank/news.ts';
import type { PaperInput, PaperPick } from '../../src/curate/rank/papers-model.ts';
import { startingPapers } from '../../src/curate/rank/papers-start.ts';
import { trainPapers } from '../../src/curate/rank/papers-train.ts';
import { rankPapers } from '../../src/curate/rank/papers.ts';
import { table } from '../tables/write-table.ts';
import { processorMs } from './processor-time.ts';

const WEEK = 7 * 86_400_000;
const NOW = Date.UTC(2026, 1, 16);
const WEEKS = 50;
const A_WEEK = 2000;
const PICKED_A_WEEK = 10;
/** A night's window: two weeks of papers and of news. */
const WINDOW_NEWS = 600;

interface Figures {
  train: number;
  rank: number;
  megabytes: number;
}

/**
 * What ranking costs: training on 100,000 made papers of fifty weeks, and ranking a night. Each in a process of its own,
 * so that the memory is its own. Markdown.
 */
export async function benchRanking(): Promise<string> {
  const run = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), 'measure'], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  const { train, rank, megabytes } = JSON.parse(run.stdout) as Figures;
  const rows = [
    [`train on ${WEEKS * A_WEEK} papers, ${WEEKS * PICKED_A_WEEK} picks`, `${(train / 1000).toFixed(1)} s`],
    [`rank a night: ${2 * A_WEEK} papers and ${WINDOW_NEWS} news stories`, `${rank.toFixed(0)} ms`],
    ['most memory, the papers included', `${megabytes.toFixed(0)} MB`],
  ];
  return ['### Ranking', '', ...table(['what', 'processor time'], rows)].join('\n');
}

async function measure(): Promise<Figures> {
  const papers = Array.from({ length: WEEKS * A_WEEK }, (_, i) => madePaper(i));
  const picks = papers
    .filter(({ story }) => story % A_WEEK < PICKED_A_WEEK)
    .map(({ story, published }): PaperPick => ({ story, label: 'team', at: published + WEEK - 1 }));
  let model = startingPapers();
  const train = await processorMs(() => {
    model = trainPapers(papers, picks, { labels: { team: 1 }, now: NOW, prior: startingPapers() });
  });
  const night = papers.slice(-2 * A_WEEK);
  const news = Array.from({ length: WINDOW_NEWS }, (_, i) => madeStory(i));
  const rank = await processorMs(() => {
    rankPapers(night, model, { now: NOW });
    rankNews(news, startingNews(), { now: NOW, windowStart: NOW - 2 * WEEK });
  });
  return { train, rank, megabytes: process.resourceUsage().maxRSS / 1024 };
}

/** Words as frequent as in a language: the n-th is used about one n-th as often as the first. */
function words(seed: number, count: number): string {
  let state = seed + 1;
  return Array.from({ length: count }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    const share = (state >>> 0) / 2 ** 32;
    return `w${Math.floor(20_000 ** share)}`;
  }).join(' ');
}

function madePaper(i: number): PaperInput {
  const picked = i % A_WEEK < PICKED_A_WEEK;
  return {
    story: i,
    title: `${picked ? 'Agents' : 'Study'} ${words(i, 8)}`,
    abstract: words(i + 7, 180),
    authors: Array.from({ length: 5 }, (_, a) => `Author ${(i * 5 + a) % 60_000}`),
    categories: [`cs.${'ABCDEFGH'[i % 8] ?? 'A'}`],
    published: NOW - (WEEKS - Math.floor(i / A_WEEK)) * WEEK,
  };
}

function madeStory(i: number): NewsInput {
  const published = NOW - (i % 300) * 3_600_000;
  return {
    story: i,
    title: words(i, 9),
    text: `AI ${words(i + 3, 500)}`,
    outlets: [{ name: `Outlet ${i % 40}`, weight: 1, publishedAt: published }],
    language: 'en',
    published,
  };
}

if (process.argv[2] === 'measure') process.stdout.write(JSON.stringify(await measure()));
