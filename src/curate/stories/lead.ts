import type { Instant } from '../../model.ts';

/** What choosing a story's lead item needs to know. */
export interface LeadItem {
  id: number;
  /** The original source: the lab's own post, the paper, the court filing. */
  primary: boolean;
  published: Instant;
  /** How much its outlet counts; 1 is ordinary. */
  weight: number;
}

/** The item of a story to cite first: the original source, then the first published, then the weightier outlet. */
export function leadOf(items: readonly LeadItem[]): number | null {
  const [lead] = items.toSorted(
    (a, b) => Number(b.primary) - Number(a.primary) || a.published - b.published || b.weight - a.weight || a.id - b.id,
  );
  return lead?.id ?? null;
}
