import { flatText, wordsIn } from '../rank/topics.ts';

/** What the lineup needs to know of a candidate; lists may be empty. */
export interface LineupCandidate {
  story: number;
  score: number;
  title: string;
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
  /** 0 = sure, 1 = a coin toss: exploration slots go to the least sure. */
  uncertainty?: number;
  /** Set by the topic gate: why it is not on the newsletter's subject. */
  offTopic?: string | undefined;
  /** Set when a past issue had it: which one. */
  ran?: string | undefined;
}

export const RULE_FIELDS = [
  'title',
  'text',
  'outlet',
  'source',
  'topic',
  'lab',
  'language',
  'author',
  'category',
] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

/** "Must look": the candidate always surfaces. "Block": it never does. Either way it is listed, with the rule. */
export interface LineupRule {
  action: 'must' | 'block';
  field: RuleField;
  /** A word or phrase in title or text; the whole value, case ignored, in the other fields. */
  matches: string;
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
};

export function ruleInWords(rule: LineupRule): string {
  return `${rule.action === 'must' ? 'must look' : 'blocked'}: ${rule.field} "${rule.matches}"`;
}
