import type { PaperInput } from './papers-model.ts';

/** What one trait or term added to a score. */
export interface Share {
  name: string;
  value: number;
  weight: number;
}

/** What the words of a reason are made from. */
export interface Facts {
  paper: PaperInput;
  /** Share of each term in the likeness to earlier picks. */
  words: readonly Share[];
  /** Picks of each author so far. */
  history: readonly number[];
}

const TERMS_NAMED = 3;

/** A reason in words an editor understands; the sign of its weight says whether it speaks for or against. */
export function reasonWords(group: string, shares: readonly Share[], facts: Facts): string {
  switch (group) {
    case 'taste':
      return tasteWords(facts.words, shares);
    case 'title':
      return [titleLength(facts.paper.title), ...marks(shares)].join(', ');
    case 'authors':
      return count(facts.paper.authors.length, 'author');
    case 'history':
      return historyWords(facts.history);
    case 'field':
      return facts.paper.categories.join(', ') || 'no field given';
    case 'readers':
      return typeof facts.paper.points === 'number' ? count(facts.paper.points, 'upvote') : 'not listed by readers';
    default:
      return marks(shares).join(', ') || `nothing of note (${group})`;
  }
}

function tasteWords(words: readonly Share[], shares: readonly Share[]): string {
  const sign = shares.some(({ weight }) => weight < 0) ? -1 : 1;
  const named = words
    .filter(({ weight }) => weight * sign > 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ name }) => name.replace(/^title:/u, ''));
  const terms = [...new Set(named)].slice(0, TERMS_NAMED).join(', ');
  return `reads ${sign > 0 ? 'like' : 'unlike'} earlier picks${terms === '' ? '' : `: ${terms}`}`;
}

function titleLength(title: string): string {
  const words = title.split(/\s+/u).filter(Boolean).length;
  if (words <= 6) return `short title (${count(words, 'word')})`;
  return words >= 14 ? `long title (${words} words)` : `title of ${words} words`;
}

function historyWords(history: readonly number[]): string {
  const picked = history.filter((picks) => picks > 0).length;
  if (picked === 0) return 'no author picked before';
  return picked === 1 ? 'one author picked before' : `${picked} authors picked before`;
}

/** The marks the paper bears, strongest first: "one name before the colon". */
function marks(shares: readonly Share[]): string[] {
  return shares
    .filter(({ name, value }) => value === 1 && !name.endsWith(':length') && !name.endsWith(':words'))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ name }) => name.slice(name.indexOf(':') + 1))
    .slice(0, TERMS_NAMED);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
