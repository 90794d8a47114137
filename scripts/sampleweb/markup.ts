/** Text made safe inside XML and HTML, for element content and double-quoted attributes. */
export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const paragraphsHtml = (paragraphs: readonly string[]): string =>
  paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n');

/** "Wed, 21 Aug 2024 18:04:00 GMT" (RFC 822 as RSS and HTTP use it). */
export const rfc822 = (date: Date): string => date.toUTCString();
