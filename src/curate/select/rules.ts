import type { LineupRule, RuleField } from '../../model.ts';
import { flatText, wordsIn } from '../rank/topics.ts';
import { say } from '../../text/said.ts';

/** What the lineup needs to know of a candidate; lists may be empty. */
export interface LineupCandidate {
  story: number;
  score: number;
  title: string;
  /** Host of the lead item's address, without "www.". */
  site: string;
  /** Title and text, for rules and likeness. */
  text: string;
  /** Lead outlet first. */
  outlets: readonly string[];
  sources: readonly string[];
  topics: readonly string[];
  labs: readonly string[];
  language: string;
  authors?: readonly string[];
  categories?: readonly string[];
  /** How little the ranker knows of its like: 0 = much, 1 = nothing. Slots on trial go to such candidates. */
  newness?: number;
  /** Set by the topic gate: why it is not on the newsletter's subject. */
  offTopic?: string | undefined;
  /** Set when a past issue had it: which one. */
  ran?: string | undefined;
}

export function ruleMatches(rule: LineupRule, candidate: LineupCandidate): boolean {
  const wanted = rule.matches.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return false;
  if (rule.field === 'title' || rule.field === 'text')
    return wordsIn(flatText(candidate[rule.field]), [wanted]).length > 0;
  return VALUES[rule.field](candidate).some((value) => value.normalize('NFKC').toLowerCase() === wanted);
}

const VALUES: Record<Exclude<RuleField, 'title' | 'text'>, (candidate: LineupCandidate) => readonly string[]> = {
  outlet: ({ outlets }) => outlets,
  source: ({ sources }) => sources,
  topic: ({ topics }) => topics,
  lab: ({ labs }) => labs,
  language: ({ language }) => [language],
  author: ({ authors }) => authors ?? [],
  category: ({ categories }) => categories ?? [],
  site: ({ site }) => [site],
};

export function ruleInWords(rule: LineupRule): string {
  return say(rule.action === 'must' ? 'below.must' : 'below.blocked', { field: rule.field, matches: rule.matches });
}
