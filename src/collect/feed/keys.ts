/** Where rss-parser puts all the elements of a name: a key that none of its own fields has. */
export function keyOf(name: string): string {
  return `${name}[]`;
}
