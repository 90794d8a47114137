import { type LineupCandidate, type LineupRule, ruleInWords, ruleMatches } from './rules.ts';

/** How a lineup is made of ranked candidates. */
export interface LineupRules {
  /** Slots to fill, exploration included. */
  size: number;
  /** At most so many candidates of one outlet, source, topic, lab, language; a missing cap does not bind. */
  caps: { outlet?: number; source?: number; topic?: number; lab?: number; language?: number };
  /** Maximal marginal relevance: 0 = score alone, 1 = difference alone. */
  diversity: number;
  /** Slots for candidates the ranker is least sure of. */
  explore: number;
  rules: readonly LineupRule[];
}

export type ChosenBy = 'score' | 'must-look' | 'explore';
export type BelowBy = 'blocked' | 'ran' | 'off-topic' | 'cap' | 'alike' | 'rank';

export interface Lineup {
  /** In the order of the lineup. */
  chosen: { story: number; by: ChosenBy; reason: string }[];
  /** Everything else, best first: nothing is dropped in silence. */
  below: { story: number; by: BelowBy; reason: string }[];
}

/** Chooses the lineup; every candidate ends in exactly one of the two lists, with the reason. */
export function selectLineup(candidates: readonly LineupCandidate[], rules: LineupRules): Lineup {
  const lineup: Lineup = { chosen: [], below: [] };
  const taken = new Map<string, number>();
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score || a.story - b.story)) {
    const rule = rules.rules.find((each) => ruleMatches(each, candidate));
    const full = fullCap(candidate, rules, taken);
    const { story } = candidate;
    if (rule?.action === 'block') lineup.below.push({ story, by: 'blocked', reason: ruleInWords(rule) });
    else if (candidate.ran !== undefined) lineup.below.push({ story, by: 'ran', reason: candidate.ran });
    else if (rule?.action === 'must') take(candidate, 'must-look', ruleInWords(rule));
    else if (candidate.offTopic !== undefined)
      lineup.below.push({ story, by: 'off-topic', reason: candidate.offTopic });
    else if (lineup.chosen.length >= rules.size)
      lineup.below.push({ story, by: 'rank', reason: `below the first ${rules.size}` });
    else if (full !== null) lineup.below.push({ story, by: 'cap', reason: full });
    else take(candidate, 'score', `score ${candidate.score.toFixed(2)}`);
  }
  return lineup;

  function take(candidate: LineupCandidate, by: ChosenBy, reason: string): void {
    lineup.chosen.push({ story: candidate.story, by, reason });
    for (const key of capKeys(candidate)) taken.set(key, (taken.get(key) ?? 0) + 1);
  }
}

/** The lead outlet alone counts: a story told by six outlets does not use up six outlets' room. */
function capKeys({ outlets, sources, topics, labs, language }: LineupCandidate): string[] {
  return [
    ...outlets.slice(0, 1).map((outlet) => `outlet:${outlet}`),
    ...sources.slice(0, 1).map((source) => `source:${source}`),
    ...topics.slice(0, 1).map((topic) => `topic:${topic}`),
    ...labs.slice(0, 1).map((lab) => `lab:${lab}`),
    `language:${language}`,
  ];
}

function fullCap(candidate: LineupCandidate, { caps }: LineupRules, taken: ReadonlyMap<string, number>): string | null {
  const limits = new Map<string, number | undefined>(Object.entries(caps));
  for (const key of capKeys(candidate)) {
    const [kind = '', name = ''] = key.split(/:(.*)/su);
    const cap = limits.get(kind);
    if (cap !== undefined && (taken.get(key) ?? 0) >= cap) return `${name}: already ${cap} (cap per ${kind})`;
  }
  return null;
}
