import type { Reason } from '../../model.ts';
import { say } from '../../text/said.ts';
import { sharedAddresses } from './candidates.ts';
import { cosine, sharedTerms } from './evidence.ts';
import type { NightWords, Read } from './night.ts';
import { spelled } from './terms.ts';

/** So many words are named, rarest first: what an editor takes in at a glance. */
const NAMED = 5;

/**
 * Why an item stands with another, in words and figures: the words both titles have as the item writes them, how like
 * the leads are, what both link to.
 */
export function reasonsOf(item: Read, mate: Read, score: number, words: NightWords): Reason[] {
  const reasons: Reason[] = [{ name: 'with', value: mate.item.title, weight: score }];
  const shared = sharedTerms(item.title.terms, mate.title.terms).sort((a, b) => words.weight(b) - words.weight(a));
  const spellings = spelled(item.item.title, new Set(shared.map(words.term)));
  const named = [...new Set(shared.map((term) => spellings.get(words.term(term)) ?? ''))].filter((word) => word !== '');
  if (named.length > 0) reasons.push({ name: 'shares', value: named.slice(0, NAMED).join(', '), weight: 0 });
  const [lead, other] = [item.lead(), mate.lead()];
  if (lead !== null && other !== null)
    reasons.push({
      name: 'lead',
      value: say('join.lead', { likeness: cosine(lead.vector, other.vector, words).toFixed(2) }),
      weight: 0,
    });
  const [link] = sharedAddresses(item, mate);
  if (link !== undefined) reasons.push({ name: 'link', value: say('join.link', { link }), weight: 0 });
  return reasons;
}
