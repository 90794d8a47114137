import { flatText, type TopicProfile, wordsIn } from '../rank/topics.ts';
import { say } from '../../text/said.ts';

/** A source's own words: `include` has the last word for, `exclude` the last word against. */
export interface GateRules {
  include: readonly string[];
  exclude: readonly string[];
}

/** Whether an item is about the newsletter's subject, and why, in words. */
export interface GateAnswer {
  on: boolean;
  reason: string;
}

/**
 * The topic gate: keeps what is not about AI below the line, with the reason. A source's `exclude` words come first,
 * then its `include` words (a source with any takes nothing else), then the profile's core words.
 */
export function topicGate(text: string, profile: TopicProfile, rules: GateRules): GateAnswer {
  const flat = flatText(text);
  const [excluded] = wordsIn(flat, rules.exclude.map(lower));
  if (excluded !== undefined) return { on: false, reason: say('below.excluded', { word: excluded }) };
  const [included] = wordsIn(flat, rules.include.map(lower));
  if (included !== undefined) return { on: true, reason: `included by the source's word "${included}"` };
  if (rules.include.length > 0)
    return { on: false, reason: say('below.notIncluded', { words: rules.include.join(', ') }) };
  const [core] = wordsIn(flat, profile.core);
  return core === undefined
    ? { on: false, reason: say('below.offTopic') }
    : { on: true, reason: `about AI: "${core}"` };
}

function lower(word: string): string {
  return word.normalize('NFKC').toLowerCase();
}
