import { tiesOf } from '../../src/curate/stories/ties.ts';
import { type Candidates, findCandidates, forEachPair } from '../../src/curate/stories/candidates.ts';
import { EVIDENCE, compare, noEvidence } from '../../src/curate/stories/evidence.ts';
import { type NightWords, type Read, nightWords } from '../../src/curate/stories/night.ts';
import { type LabelledNight, type Row, nightsOf, readRows } from './data.ts';
import { type WordStats, BASE_WORDS, learnWords } from '../../src/curate/stories/words.ts';

const WINDOW = 10 * 86_400_000;

/** The compared pairs of one night, with their evidence in one table. */
export interface NightPairs {
  night: LabelledNight;
  pairs: Candidates;
  /** EVIDENCE.length numbers a pair. */
  table: Float64Array;
  same: readonly boolean[];
  reads: readonly Read[];
  words: NightWords;
}

/** Compares the pairs of a night by the very code that groups it. */
export function pairsOf(night: LabelledNight): NightPairs {
  const words = nightWords(night.items, night.stats);
  const reads = night.items.map(words.read);
  const pairs = findCandidates(reads, 0, WINDOW, words);
  const ties = tiesOf(reads, 0, words);
  const table = new Float64Array(pairs.near.length * EVIDENCE.length);
  const evidence = noEvidence();
  forEachPair(pairs, reads, (one, other, nearness, row) => {
    compare(one, other, nearness, ties(one, other), words, evidence);
    for (const [column, name] of EVIDENCE.entries()) table[row * EVIDENCE.length + column] = evidence[name];
  });
  const same = Array.from(pairs.a, (a, row) => night.stories[a] === night.stories[pairs.b[row] ?? 0]);
  return { night, pairs, table, reads, words, same };
}

/**
 * More nights to learn from: half of the stories of uci-dev as nights, the titles of the other half as what was known
 * before, and the other way round. Sizes are drawn like those of real nights, with now and then a very large story.
 */
export function coveredNights(): LabelledNight[] {
  const rows = readRows('uci-dev');
  const stories = [...new Set(rows.map(({ story }) => story))].toSorted();
  const halfOf = new Map(stories.map((story, at) => [story, at % 2]));
  return [0, 1].flatMap((half) => {
    const own = rows.filter(({ story }) => halfOf.get(story) === half);
    const others = rows.filter(({ story }) => halfOf.get(story) !== half);
    const stats: WordStats = learnWords(
      BASE_WORDS,
      others.map(({ title }) => title),
    );
    const thin = drawNights(own, 4, 11 + half, [0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 8]);
    const thick = drawNights(own, 4, 21 + half, [0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 6, 10, 16, 24]);
    return nightsOf('uci-covered', [...thin, ...thick], stats);
  });
}

function drawNights(rows: readonly Row[], nights: number, seed: number, sizes: readonly number[]): Row[] {
  const random = generator(seed);
  const byStory = new Map<string, Row[]>();
  for (const row of rows) byStory.set(row.story, [...(byStory.get(row.story) ?? []), row]);
  const drawn: Row[] = [];
  for (let night = 0; night < nights; night += 1) {
    for (const all of byStory.values()) {
      const left = [...all];
      const size = sizes[Math.floor(random() * sizes.length)] ?? 1;
      for (const _ of left.slice(0, size)) {
        const [row] = left.splice(Math.floor(random() * left.length), 1);
        if (row !== undefined) drawn.push({ ...row, stream: `${seed}-${night}` });
      }
    }
  }
  return drawn;
}

/** A linear congruential generator (the constants of ANSI C's example rand): the same nights on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return state / 0x7f_ff_ff_ff;
  };
}
