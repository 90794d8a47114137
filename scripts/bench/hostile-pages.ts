/** Pages that cost a reader without caps dearly, by name. */
export const HOSTILE_PAGES: Readonly<Record<string, () => string>> = {
  'a page of 10 MB': () => `<p>${'A sentence of some length. '.repeat(40)}</p>`.repeat(10_000),
  '200,000 nodes': () => '<p>x</p>'.repeat(100_000),
  '15,000 nodes inside 250 elements': () => `${'<div class="date">'.repeat(250)}${'<i>1</i>'.repeat(7_500)}`,
  '100,000 nested divs': () => `${'<div>'.repeat(100_000)}deep`,
  'a page of one line of 5 MB': () => 'word '.repeat(1_000_000),
  'a script of 2 million escaped quotes': () => `<script>x = "<p ${'"\\'.repeat(2_000_000)}</script><p>x</p>`,
  'a title of 100,000 separators': () => `<title>${'a | '.repeat(100_000)}</title><p>x</p>`,
  '150,000 objects of structured data': () =>
    `<script type="application/ld+json">{${'"@type":"Article","a":{},'.repeat(150_000)}"b":{}}</script><p>x</p>`,
  'a link in each of 50,000 items': () => '<li><a href="/x">x</a></li>'.repeat(50_000),
};
