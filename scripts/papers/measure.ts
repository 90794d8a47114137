import { readJsonLines } from '../../src/cli/io.ts';

/** A mean over weeks with its bootstrap interval (Efron 1979): nineteen of twenty resamplings of the weeks lie in it. */
export interface Measured {
  mean: number;
  low: number;
  high: number;
}

/** Whose picks: one newsletter's, or those of any editor or of many readers. */
export type Whose = 'dair' | 'any';

interface Pick {
  week: string;
  id: string;
  editor: string;
  upvotes?: number;
}

const POPULAR = 20;

/** The picks by week and id ("2025-W27 2507.01234"). */
export async function readPicks(file: string): Promise<Record<Whose, Set<string>>> {
  const picks: Record<Whose, Set<string>> = { dair: new Set(), any: new Set() };
  for await (const row of readJsonLines(file)) {
    const { week, id, editor, upvotes = 0 } = row as Pick;
    if (editor === 'dair') picks.dair.add(`${week} ${id}`);
    if (editor !== 'hf' || upvotes >= POPULAR) picks.any.add(`${week} ${id}`);
  }
  return picks;
}

const RESAMPLINGS = 2000;

/** Recall at 20, 50 and 100, precision at 10, and AUC of a ranking that lists each week's papers best first. */
export function measure(ranking: readonly { week: string; id: string }[], picks: ReadonlySet<string>): Measured[] {
  const weeks = new Map<string, boolean[]>();
  for (const { week, id } of ranking) {
    const list = weeks.get(week);
    const isPicked = picks.has(`${week} ${id}`);
    if (list === undefined) weeks.set(week, [isPicked]);
    else list.push(isPicked);
  }
  const figures = [...weeks.values()].filter((list) => list.includes(true)).map(figuresOf);
  const next = generator(1);
  const samples = Array.from({ length: RESAMPLINGS }, () =>
    means(figures.map(() => figures[Math.floor(next() * figures.length)] ?? [])),
  );
  return means(figures).map((mean, column) => {
    const sorted = samples.map((sample) => sample[column] ?? 0).sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(share * RESAMPLINGS)] ?? 0;
    return { mean, low: at(0.025), high: at(0.975) };
  });
}

function figuresOf(list: readonly boolean[]): number[] {
  const places = list.flatMap((isPicked, place) => (isPicked ? [place] : []));
  const within = (first: number): number => places.filter((place) => place < first).length;
  const picked = places.length;
  const ahead = places.reduce((sum, place) => sum + place, 0) - (picked * (picked - 1)) / 2;
  const recalls = [20, 50, 100].map((first) => within(first) / picked);
  return [...recalls, within(10) / 10, 1 - ahead / (picked * (list.length - picked))];
}

function means(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length);
}

/** Numbers in 0..1, the same on every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
