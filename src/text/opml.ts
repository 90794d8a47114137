import { load } from 'cheerio';

/** A feed in an OPML list (http://opml.org/spec2.opml, "subscription lists"). */
export interface Outline {
  url: string;
  title: string;
}

/** The feeds of an OPML document, each once, in its order; folders are passed through. */
export function readOpml(xml: string): Outline[] {
  const $ = load(xml, { xml: true });
  const seen = new Set<string>();
  const outlines: Outline[] = [];
  for (const node of $('outline').toArray()) {
    // Attribute names are written in every case ("xmlUrl", "xmlurl", "XMLURL").
    const attributes = Object.fromEntries(
      Object.entries(node.attribs).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const url = attributes['xmlurl']?.trim() ?? '';
    if (url === '' || seen.has(url)) continue;
    seen.add(url);
    outlines.push({ url, title: (attributes['title'] ?? attributes['text'] ?? '').trim() });
  }
  return outlines;
}

/** An OPML 2.0 subscription list. */
export function writeOpml(title: string, feeds: readonly Outline[]): string {
  const lines = feeds.map(
    (feed) =>
      `    <outline type="rss" text="${escape(feed.title)}" title="${escape(feed.title)}" xmlUrl="${escape(feed.url)}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escape(title)}</title></head>`,
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
