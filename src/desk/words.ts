import { inKorean } from '../text/said.ts';
import type { Words } from './wire/words.ts';

/** A sentence in both languages of the interface; what no table knows (another machine's own words) is the same in both. */
export function words(english: string): Words {
  const before = said.get(english);
  if (before !== undefined) return before;
  if (said.size >= MOST) said.clear();
  const both = { en: english, ko: inKorean(english) ?? english };
  said.set(english, both);
  return both;
}

/** Reading a sentence back takes up to a millisecond, and a ledger has one for every source, mostly the same ones. */
const said = new Map<string, Words>();
const MOST = 5000;
