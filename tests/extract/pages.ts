/** Article pages for tests, in our own words. */

const SENTENCES = [
  'The laboratory said on Tuesday that its new model reads long documents in a single pass.',
  'Engineers who tried it found that it answers questions about contracts, and that it costs less than before.',
  'Two competitors announced similar systems last month, but neither has said when they can be used.',
  'A spokeswoman said the company would publish its measurements before the end of the year.',
  'Regulators in three countries have asked for details about the texts it was trained on.',
] as const;

/** A paragraph of running English; the number makes it unlike the others. */
export function paragraph(number: number): string {
  const rotated = [...SENTENCES.slice(number % 5), ...SENTENCES.slice(0, number % 5)];
  return `In part ${number}, ${rotated.slice(0, 3).join(' ')}`;
}

export function paragraphs(count: number): string[] {
  return Array.from({ length: count }, (_, number) => paragraph(number));
}

export interface PageParts {
  head?: string;
  /** Before, inside (at the end of) and after the article. */
  before?: string;
  inside?: string;
  after?: string;
  body?: readonly string[];
  lang?: string;
}

/** A page as a news site makes it: navigation, article, footer. */
export function newsPage(parts: PageParts = {}): string {
  const { head = '', before = '', inside = '', after = '', body = paragraphs(8), lang = 'en' } = parts;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body>
<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/ai">Machines</a></li></ul></nav></header>
${before}<main><article class="article-body">${body.map((text) => `<p>${text}</p>`).join('\n')}
${inside}</article></main>${after}
<footer class="site-footer"><p>About us</p><p>Terms of use</p></footer></body></html>`;
}
