import { say } from '../../text/said.ts';
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
      return say('paper.authors', { n: facts.paper.authors.length });
    case 'history':
      return historyWords(facts.history);
    case 'field':
      return facts.paper.categories.join(', ') || say('paper.noField');
    case 'readers':
      return typeof facts.paper.points === 'number'
        ? say('paper.upvotes', { n: facts.paper.points })
        : say('paper.unlisted');
    default:
      return marks(shares).join(', ') || say('paper.nothing', { group });
  }
}

function tasteWords(words: readonly Share[], shares: readonly Share[]): string {
  const sign = shares.some(({ weight }) => weight < 0) ? -1 : 1;
  const named = words
    .filter(({ weight }) => weight * sign > 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ name }) => name.replace(/^title:/u, ''));
  const terms = [...new Set(named)].slice(0, TERMS_NAMED).join(', ');
  if (terms === '') return say(sign > 0 ? 'paper.likePicks' : 'paper.unlikePicks');
  return say(sign > 0 ? 'paper.likePicksBy' : 'paper.unlikePicksBy', { words: terms });
}

function titleLength(title: string): string {
  const words = title.split(/\s+/u).filter(Boolean).length;
  if (words <= 6) return say('paper.shortTitle', { n: words });
  return say(words >= 14 ? 'paper.longTitle' : 'paper.title', { n: words });
}

function historyWords(history: readonly number[]): string {
  const picked = history.filter((picks) => picks > 0).length;
  if (picked === 0) return say('paper.noAuthor');
  return picked === 1 ? say('paper.oneAuthor') : say('paper.someAuthors', { n: picked });
}

/** The marks the paper bears, strongest first: "one name before the colon". */
function marks(shares: readonly Share[]): string[] {
  return shares
    .filter(({ name, value }) => value === 1 && !name.endsWith(':length') && !name.endsWith(':words'))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ name }) => name.slice(name.indexOf(':') + 1))
    .slice(0, TERMS_NAMED);
}
