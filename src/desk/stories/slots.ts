import type { Store } from '../../store/store.ts';

/** A story's place in the open issue, counted from 1 within its section. */
export interface SlotPlace {
  id: number;
  section: string;
  place: number;
}

/** Where stories stand in an issue. */
export async function slotsOf(store: Store, issue: number | null): Promise<Map<number, SlotPlace>> {
  const places = new Map<number, SlotPlace>();
  if (issue === null) return places;
  const counts = new Map<string, number>();
  for (const { id, story, section } of await store.issues.lineup(issue)) {
    const place = (counts.get(section) ?? 0) + 1;
    counts.set(section, place);
    if (story !== null) places.set(story, { id, section, place });
  }
  return places;
}
