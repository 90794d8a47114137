/** Text made safe inside XML and HTML, for element content and double-quoted attributes. */
export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * Paragraphs as HTML. `[words](story/site)` in them is a link to another outlet's report.
 *
 * @param linkTo gives the address of such a reference
 */
export const paragraphsHtml = (paragraphs: readonly string[], linkTo: (reference: string) => string): string =>
  paragraphs
    .map((paragraph) =>
      escape(paragraph).replace(
        /\[([^\]]+)\]\(([^)]+)\)/g,
        (_, words: string, reference: string) => `<a href="${linkTo(reference)}">${words}</a>`,
      ),
    )
    .map((html) => `<p>${html}</p>`)
    .join('\n');

/** "Wed, 21 Aug 2024 18:04:00 GMT" (RFC 822 as RSS and HTTP use it). */
export const rfc822 = (date: Date): string => date.toUTCString();
