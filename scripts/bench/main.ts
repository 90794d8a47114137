/** Prints the Markdown tables of all benchmarks; a word in the arguments picks those whose name holds it. */
import { benchCollect } from './collect.ts';
import { benchArticles } from './articles.ts';
import { benchDesk } from './desk.ts';
import { benchFeeds } from './feeds.ts';
import { benchRanking } from './ranking.ts';
import { benchSearch } from './search.ts';
import { benchStories } from './stories.ts';

const BENCHMARKS: Record<string, () => Promise<string>> = {
  collect: benchCollect,
  feeds: benchFeeds,
  articles: benchArticles,
  ranking: benchRanking,
  search: benchSearch,
  stories: benchStories,
  desk: benchDesk,
};

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHMARKS))
  if (wanted.length === 0 || wanted.some((word) => name.includes(word))) console.log(`${await bench()}\n`);
