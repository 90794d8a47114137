/** Documents made to take a reader's memory or time. */
export const ATTACKS: Record<string, () => Buffer> = {
  'billion laughs': () => {
    const levels = Array.from({ length: 10 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`);
    return rss('<item><title>&lol10;</title></item>', `<!DOCTYPE rss [<!ENTITY lol0 "lol">${levels.join('')}]>`);
  },
  'external entity': () =>
    rss('<item><title>&file;</title></item>', '<!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">]>'),
  '1,000,000 nested elements': () => rss(`<item>${'<a>'.repeat(1_000_000)}`),
  '1,000,000 nested in a description': () => rss(`<item><description>${'<a>'.repeat(1_000_000)}</description></item>`),
  '1,000,000 unclosed "<"': () => rss(`<item><title>${'<'.repeat(1_000_000)}</title></item>`),
  '1,000,000 "<a "': () => rss(`<item><title>${'<a '.repeat(1_000_000)}</title></item>`),
  '1,000,000 comment starts': () => rss(`<item><title>${'&lt;!--'.repeat(1_000_000)}</title></item>`),
  '1,000,000 blanks for an address': () =>
    rss(`<item><title>x</title><description>&lt;a href=${' '.repeat(1_000_000)}&gt;</description></item>`),
  '1,000,000 letters of an author': () =>
    rss(`<item><title>x</title><author>${'a'.repeat(1_000_000)}@ b</author></item>`),
  '500,000 attributes': () => rss(`<item ${Array.from({ length: 500_000 }, (_, n) => `a${n}="1"`).join(' ')}></item>`),
  '100,000 items': () =>
    rss(
      Array.from(
        { length: 100_000 },
        (_, n) => `<item><title>${n}</title><link>https://a.example/${n}</link></item>`,
      ).join(''),
    ),
  'one text of 100 MB': () =>
    rss(`<item><title>x</title><description>${'word '.repeat(20_000_000)}</description></item>`),
  '100 MB of small items': () =>
    rss('<item><title>One</title><description>Some words of no weight.</description></item>\n'.repeat(1_200_000)),
};

function rss(items: string, doctype = ''): Buffer {
  return Buffer.from(
    `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`,
  );
}
