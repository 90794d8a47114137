/**
 * Measures the cut from which a past entry is taken for the same story by its words: half of the labelled stories are
 * printed by one report each, and the other reports are asked for, among those of stories that never were printed.
 *
 *   node --import tsx scripts/stories/memory.ts           # the table
 *   node --import tsx scripts/stories/memory.ts --table   # the same, into docs/notes/memory.md
 */
import { type Likeness, type PastEntry, likeEntries } from '../../src/curate/stories/past.ts';
import { BASE_WORDS } from '../../src/curate/stories/words.ts';
import { writeBetweenMarkers } from '../tables/write-table.ts';
import { type LabelledNight, labelledNights, nightsOf, readRows } from './data.ts';

const CUTS = [-1, 0, 1, 2, 3, 4, 5];
/** So many reports of each story of a set whose stories are very large. */
const FEW = 6;

interface Outcome {
  /** Stories that were printed and have other reports. */
  printed: number;
  others: number;
  /** Stories taken for a printed one: rightly, and wrongly. */
  right: Set<string>;
  wrong: Set<string>;
}

function outcomeOf(nights: readonly LabelledNight[], cut: number): Outcome {
  const outcome: Outcome = { printed: 0, others: 0, right: new Set(), wrong: new Set() };
  for (const [n, night] of nights.entries())
    for (const half of [0, 1]) {
      const { told, past, storyOfPast, matches } = printedHalf(night, half);
      const isPrinted = (story: string): boolean => [...storyOfPast.values()].includes(story);
      const stories = new Set(told);
      for (const story of stories) outcome[isPrinted(story) ? 'printed' : 'others'] += 1;
      if (past.length === 0) continue;
      for (const { item, past: entry, score } of matches) {
        if (score < cut) continue;
        const story = night.stories[item] ?? '';
        const found = story === storyOfPast.get(entry) ? outcome.right : outcome.wrong;
        found.add(`${n} ${half} ${story}`);
      }
    }
  return outcome;
}

interface Half {
  /** The story of each report that is asked for. */
  told: string[];
  past: PastEntry[];
  storyOfPast: Map<number, string>;
  matches: readonly Likeness[];
}

const halves = new Map<string, Half>();

/** Prints the first report of every second story, and compares all reports that were not printed with what was. */
function printedHalf(night: LabelledNight, half: number): Half {
  const known = halves.get(`${night.set} ${night.stories[0]} ${half}`);
  if (known !== undefined) return known;
  const order = [...new Set(night.stories)];
  const printed = new Set(order.filter((_, at) => at % 2 === half));
  const first = new Map<string, number>();
  for (const [at, story] of night.stories.entries()) if (printed.has(story) && !first.has(story)) first.set(story, at);
  const past = [...first.values()].flatMap((at) => {
    const item = night.items[at];
    return item === undefined ? [] : [{ id: at, title: item.title, text: item.lead, date: 0, language: item.language }];
  });
  const asked = night.items.filter((_, at) => first.get(night.stories[at] ?? '') !== at);
  const made = {
    told: asked.map(({ id }) => night.stories[id] ?? ''),
    past,
    storyOfPast: new Map([...first].map(([story, at]) => [at, story])),
    matches: likeEntries(asked, past, night.stats, Number.NEGATIVE_INFINITY),
  };
  halves.set(`${night.set} ${night.stories[0]} ${half}`, made);
  return made;
}

function cell({ printed, others, right, wrong }: Outcome): string {
  const share = (part: number, whole: number): string => (part / (whole || 1)).toFixed(2).replace(/^0/, '');
  return `${share(right.size, printed)} / ${share(wrong.size, printed + others)} / ${share(right.size, right.size + wrong.size)}`;
}

const counts = new Map<string, number>();
const few = readRows('gnews-dev').filter(({ story }) => {
  counts.set(story, (counts.get(story) ?? 0) + 1);
  return (counts.get(story) ?? 0) <= FEW;
});
const sets = new Map([
  ...labelledNights(),
  ['gnews (never learned from)', nightsOf('gnews', few, BASE_WORDS)] as const,
]);
const lines = [
  `| cut | ${[...sets.keys()].join(' | ')} |`,
  `| --- |${' --- |'.repeat(sets.size)}`,
  ...CUTS.map((cut) => `| ${cut} | ${[...sets.values()].map((nights) => cell(outcomeOf(nights, cut))).join(' | ')} |`),
];
for (const line of lines) console.log(line);
if (process.argv.includes('--table')) writeBetweenMarkers('docs/notes/memory.md', 'figures', lines);
