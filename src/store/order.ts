/** A list with one element taken out, and put in at a place counted from 0; behind the last one when that is beyond it. */
export function withAt<T>(list: readonly T[], element: T, place: number): T[] {
  const others = list.filter((each) => each !== element);
  const index = Math.min(Math.max(place, 0), others.length);
  return [...others.slice(0, index), element, ...others.slice(index)];
}
