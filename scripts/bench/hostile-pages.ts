/** Pages that cost a reader without caps dearly, by name. */
export const HOSTILE_PAGES: Readonly<Record<string, () => string>> = {
  'a page of 10 MB': () => `<p>${'A sentence of some length. '.repeat(40)}</p>`.repeat(10_000),
  '200,000 nodes': () => '<p>x</p>'.repeat(100_000),
  '100,000 nested divs': () => `${'<div>'.repeat(100_000)}deep`,
  'a page of one line of 5 MB': () => 'word '.repeat(1_000_000),
  'a link in each of 50,000 items': () => '<li><a href="/x">x</a></li>'.repeat(50_000),
};
