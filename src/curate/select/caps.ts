import type { LineupCandidate } from './rules.ts';
import { say } from '../../text/said.ts';

export const CAPPED = ['outlet', 'source', 'topic', 'lab', 'language'] as const;
export type Capped = (typeof CAPPED)[number];

/** At most so many candidates of one kind; a missing cap does not bind. */
export type Caps = Readonly<Partial<Record<Capped, number>>>;

/**
 * What of each kind has been taken. The first outlet, source, topic and lab of a story alone count: a story told by six
 * outlets does not use up six outlets' room.
 */
export class Room {
  readonly #caps: Caps;
  readonly #taken = new Map<string, number>();
  constructor(caps: Caps) {
    this.#caps = caps;
  }

  take(candidate: LineupCandidate): void {
    for (const kind of CAPPED) {
      const key = keyOf(candidate, kind);
      if (key !== null) this.#taken.set(key, (this.#taken.get(key) ?? 0) + 1);
    }
  }

  /** Why there is no room for a candidate; null when there is. */
  full(candidate: LineupCandidate): string | null {
    for (const kind of CAPPED) {
      const cap = this.#caps[kind];
      const key = keyOf(candidate, kind);
      if (cap !== undefined && key !== null && (this.#taken.get(key) ?? 0) >= cap)
        return say('below.cap', { name: nameOf(candidate, kind) ?? '', cap, kind });
    }
    return null;
  }
}

function keyOf(candidate: LineupCandidate, kind: Capped): string | null {
  const name = nameOf(candidate, kind);
  return name === undefined ? null : `${kind}:${name}`;
}

function nameOf({ outlets, sources, topics, labs, language }: LineupCandidate, kind: Capped): string | undefined {
  const names = { outlet: outlets[0], source: sources[0], topic: topics[0], lab: labs[0], language };
  return names[kind];
}
