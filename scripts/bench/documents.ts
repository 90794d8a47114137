import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

export interface BenchDocument {
  url: string;
  bytes: Buffer;
}

interface ManifestRow {
  url: string;
  kind: string;
  file: string;
}

const REALWEB = fileURLToPath(new URL('../../../shared/data/realweb/', import.meta.url));

/** XML feeds to measure with: one recorded document of every address where the recordings are at hand, else made ones. */
export function benchDocuments(): { documents: BenchDocument[]; what: string } {
  if (!existsSync(`${REALWEB}manifest.json`)) return { documents: madeDocuments(), what: 'made feeds' };
  const { documents } = JSON.parse(readFileSync(`${REALWEB}manifest.json`, 'utf8')) as { documents: ManifestRow[] };
  const xml = documents.filter(({ kind }) => kind === 'rss' || kind === 'atom' || kind === 'rdf');
  const byUrl = new Map(xml.map((row) => [row.url, row]));
  const read = [...byUrl.values()].map(({ url, file }) => ({ url, bytes: gunzipSync(readFileSync(REALWEB + file)) }));
  return { documents: read, what: 'recorded feeds, one document an address' };
}

function madeDocuments(): BenchDocument[] {
  return Array.from({ length: 40 }, (_, feed) => ({
    url: `https://feed${feed}.example/rss`,
    bytes: Buffer.from(madeFeed(feed)),
  }));
}

function madeFeed(feed: number): string {
  const paragraph =
    '<p>A model was trained on more words than anybody can read, and <a href="https://lab.example/x?a=1&amp;b=2">wrote some</a>.</p>';
  const items = Array.from(
    { length: 30 },
    (
      _,
      n,
    ) => `<item><title>Story ${n} of feed ${feed}</title><link>https://feed${feed}.example/${n}</link><guid>${feed}-${n}</guid>
<pubDate>Wed, 21 Aug 2024 ${String(n % 24).padStart(2, '0')}:00:00 +0000</pubDate><dc:creator><![CDATA[Ada Example]]></dc:creator>
<category>models</category><description><![CDATA[${paragraph}]]></description><content:encoded><![CDATA[${paragraph.repeat(12)}]]></content:encoded></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Feed ${feed}</title><link>https://feed${feed}.example/</link>${items.join('')}</channel></rss>`;
}
