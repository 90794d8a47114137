/**
 * Writes src/curate/stories/common-words.ts: how often common words stand in news titles, so that a desk can tell a
 * common word from a rare one on its first night. Counts only, and only of terms met in many titles: no names of a day.
 *
 *   node --import tsx scripts/stories/common-words.ts
 */
import { writeFileSync } from 'node:fs';
import { NO_WORDS, learnWords } from '../../src/curate/stories/words.ts';
import { readRows } from './data.ts';
import { worldTitles } from './world.ts';

/** A term of fewer titles is not common; leaving it out also keeps the file small. */
const LEAST = 5;

const stats = learnWords(NO_WORDS, [
  ...(await worldTitles()),
  ...readRows('ai-en-dev-earlier').map(({ title }) => title),
  ...readRows('ko-dev-earlier').map(({ title }) => title),
]);
const common = Object.entries(stats.counts)
  .filter(([, count]) => count >= LEAST)
  .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
const byCount = grouped(common);
const lines = [...byCount].map(([count, terms]) => `${count} ${terms.join(' ')}`);
writeFileSync(
  'src/curate/stories/common-words.ts',
  `// Written by scripts/stories/common-words.ts. A line: in how many titles, then the terms (kinds as in terms.ts).
const LINES = \`
${lines.join('\n')}
\`;

/** How often common words stand in titles of technology and business news, English and Korean. */
export const COMMON_WORDS = {
  titles: ${stats.titles},
  korean: ${stats.korean},
  counts: Object.fromEntries(LINES.trim().split('\\n').flatMap(counted)),
};

function counted(line: string): [term: string, count: number][] {
  const [count, ...terms] = line.split(' ');
  return terms.map((term) => [term, Number(count)]);
}
`,
);
console.log(`${common.length} terms of ${stats.titles} titles`);

function grouped(entries: readonly [string, number][]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const [term, count] of entries) groups.set(count, [...(groups.get(count) ?? []), term]);
  return groups;
}
