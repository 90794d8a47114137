import type { Instant } from '../../model.ts';
import { HALF_LIFE, weekOf } from './choice-sets.ts';
import { fitChoice } from './choice.ts';
import { type NewsDecision, type NewsModel, NEWS_MODEL_VERSION, startingNews } from './news-model.ts';
import { type NewsContext, newsTraits } from './news-traits.ts';
import { newsTerms } from './news-words.ts';
import { newsWeights } from './news.ts';
import { eachEntry, type Features, type NamedRows, toSparse, withColumns } from './sparse.ts';
import { PICKED, SET_ASIDE } from './verdicts.ts';

export interface NewsTraining {
  /** Decisions lose weight with their age at this moment; what came later is not learned from. */
  now: Instant;
  /** What the newsletter is about; the starting profile when not given. */
  profile?: NewsContext['profile'];
}

/** How readily a word's weight and a trait's leave where they start, by figures of docs/notes/ranking.md. */
const WORD_SCALE = 3;
const TRAIT_SCALE = 0.2;
const PENALTY = 1;
/** A term must be seen in so many stories. */
const MIN_STORIES = 2;
/** Stories an outlet is taken to have had before, kept as often as any: few decisions prove little. */
const OUTLET_PRIOR = 4;
const NEGLIGIBLE = 0.01;

/**
 * Learns from decisions what this team keeps: the words of its taste, what each trait counts, the worth of outlets
 * (docs/notes/ranking.md). Each story that was kept is compared with those of its week that were not. Returns the
 * starting profile when there is nothing to compare: nothing kept, or nothing left. Deterministic, bit for bit.
 */
export function trainNews(all: readonly NewsDecision[], { now, profile }: NewsTraining): NewsModel {
  const decisions = all.filter(({ at }) => at < now).toSorted((a, b) => a.at - b.at || a.input.story - b.input.story);
  const recent = decisions.map(({ at }) => 2 ** (-(now - at) / HALF_LIFE));
  const chosen = Float64Array.from(decisions, ({ verdict }, i) => PICKED[verdict] * (recent[i] ?? 0));
  const picked = chosen.filter((amount) => amount > 0).length;
  if (picked === 0 || picked === decisions.length) return startingNews();
  const columns = toSparse(decisions.map((decision) => features(decision, profile)));
  const names = namesIn(columns);
  const rows = withColumns(columns, names);
  const standsFor = Float64Array.from(decisions, ({ verdict }) => SET_ASIDE[verdict]);
  const start = newsWeights(startingNews(), profile === undefined ? CLOCKLESS : { ...CLOCKLESS, profile });
  const scales = names.map(scaleOf);
  const weights = fitChoice(
    { rows, sets: byWeek(decisions), chosen, standsFor },
    PENALTY,
    Float64Array.from(names, (name, i) => (start.get(name) ?? 0) / (scales[i] ?? 1)),
  );
  const learned = names.map((name, i): [string, number] => [name, (weights[i] ?? 0) * (scales[i] ?? 1)]);
  return {
    version: NEWS_MODEL_VERSION,
    kind: 'news',
    decisions: decisions.filter(({ verdict }) => verdict !== 'passed').length,
    words: Object.fromEntries(
      learned.flatMap(([name, weight]) =>
        name.startsWith(WORD) && Math.abs(weight) >= NEGLIGIBLE ? [[name.slice(WORD.length), weight]] : [],
      ),
    ),
    traits: { ...startingNews().traits, ...Object.fromEntries(learned.filter(([name]) => !name.startsWith(WORD))) },
    outlets: worthOfOutlets(decisions, recent),
  };
}

/** Recency is not learned: what was new when it was decided on says nothing of what will be. */
const CLOCKLESS: NewsContext = { now: 0, windowStart: 0 };
const TIMELESS = new Set(['recency']);
/** Marks a term among the columns; no trait's name begins so. */
const WORD = '#';

function features({ input }: NewsDecision, profile: NewsContext['profile']): Features {
  const context = profile === undefined ? CLOCKLESS : { ...CLOCKLESS, profile };
  const traits = newsTraits(input, context).filter(({ name }) => !TIMELESS.has(name));
  return new Map([
    ...traits.map(({ name, value }): [string, number] => [name, value * scaleOf(name)]),
    ...Array.from(newsTerms(input), ([term, value]): [string, number] => [`${WORD}${term}`, value * WORD_SCALE]),
  ]);
}

function scaleOf(name: string): number {
  return name.startsWith(WORD) ? WORD_SCALE : TRAIT_SCALE;
}

/** The columns in a fixed order: all traits, and the terms that stand in enough stories. */
function namesIn({ rows, names }: NamedRows): string[] {
  const seen = new Float64Array(names.length);
  eachEntry(rows, (_, column) => (seen[column] = (seen[column] ?? 0) + 1));
  return names.filter((name, column) => !name.startsWith(WORD) || (seen[column] ?? 0) >= MIN_STORIES).sort();
}

function byWeek(decisions: readonly NewsDecision[]): number[][] {
  const weeks = new Map<number, number[]>();
  for (const [row, { at }] of decisions.entries()) {
    const week = weekOf(at);
    const set = weeks.get(week);
    if (set === undefined) weeks.set(week, [row]);
    else set.push(row);
  }
  return [...weeks.values()];
}

/** Log-odds of an outlet's stories being kept, against those of all stories, drawn to 0 while there are few. */
function worthOfOutlets(decisions: readonly NewsDecision[], recent: readonly number[]): NewsModel['outlets'] {
  const counts = new Map<string, { kept: number; offered: number; keptNow: number; offeredNow: number }>();
  let [keptOfAll, all] = [0, 0];
  for (const [i, { input, verdict }] of decisions.entries()) {
    const picked = PICKED[verdict];
    const weight = SET_ASIDE[verdict] * (recent[i] ?? 0);
    keptOfAll += picked * weight;
    all += weight;
    for (const name of new Set(input.outlets.map((outlet) => outlet.name))) {
      const count = counts.get(name) ?? { kept: 0, offered: 0, keptNow: 0, offeredNow: 0 };
      count.kept += picked > 0.5 ? 1 : 0;
      count.offered += 1;
      count.keptNow += picked * weight;
      count.offeredNow += weight;
      counts.set(name, count);
    }
  }
  const usual = (keptOfAll + 1) / (all + 2);
  const odds = (share: number): number => Math.log(share / (1 - share));
  const entries = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([name, { kept, offered, keptNow, offeredNow }]) => {
      const share = (keptNow + OUTLET_PRIOR * usual) / (offeredNow + OUTLET_PRIOR);
      return [name, { kept, offered, weight: (odds(share) - odds(usual)) / 2 }];
    }),
  );
}
