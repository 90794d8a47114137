import type { Enclosure } from '../../model.ts';
import { webUrl } from '../links.ts';
import type { XmlElement } from '../xml/element.ts';
import { child, children } from '../xml/element.ts';
import { relOf } from './links.ts';
import type { Mapped } from './mapping.ts';
import { keyOf } from './keys.ts';
import { textOf } from './texts.ts';

export interface Media {
  enclosures: Enclosure[];
  image: string | null;
}

/** The files that come with an entry (RSS enclosures, Atom links, Media RSS) and the picture that stands for it. */
export function mediaOf(entry: Mapped, links: readonly XmlElement[]): Media {
  const groups = entry[keyOf('media:group')] ?? [];
  const enclosures = [
    ...(entry[keyOf('enclosure')] ?? []).map((e) =>
      enclosure(e, e.$['url'] ?? e.$['rdf:resource'] ?? e.$['href'] ?? textOf(e)),
    ),
    ...links.filter((link) => relOf(link) === 'enclosure').map((e) => enclosure(e, e.$['href'])),
    ...[...(entry[keyOf('media:content')] ?? []), ...groups.flatMap((group) => children(group, 'media:content'))].map(
      (e) => enclosure(e, e.$['url']),
    ),
  ].filter((e) => e !== null);
  return { enclosures: firstOfEach(enclosures), image: imageOf(entry, groups, enclosures) };
}

function enclosure(element: XmlElement, reference: string | undefined): Enclosure | null {
  const { $, $base } = element;
  const url = webUrl(reference ?? '', $base.href);
  if (url === null) return null;
  const medium = $['medium'] === 'image' ? 'image/*' : '';
  return {
    url,
    type: $['type'] ?? $['enc:type'] ?? medium,
    length: bytes($['length'] ?? $['filesize'] ?? $['enc:length']),
  };
}

function bytes(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : null;
}

function imageOf(entry: Mapped, groups: readonly XmlElement[], enclosures: readonly Enclosure[]): string | null {
  const media = [
    ...(entry[keyOf('media:content')] ?? []),
    ...groups.flatMap((group) => children(group, 'media:content')),
  ];
  const thumbnails = [
    ...(entry[keyOf('media:thumbnail')] ?? []),
    ...[...groups, ...media].flatMap((element) => children(element, 'media:thumbnail')),
  ];
  const picture = enclosures.find(
    ({ type, url }) => type.startsWith('image/') || /\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)/i.test(url),
  );
  if (picture) return picture.url;
  const thumbnail = thumbnails[0];
  if (thumbnail) return webUrl(thumbnail.$['url'] ?? textOf(thumbnail), thumbnail.$base.href);
  for (const name of ['itunes:image', 'googleplay:image', 'image']) {
    const element = entry[keyOf(name)]?.[0];
    const url = element && webUrl(element.$['href'] ?? textOf(child(element, 'url') ?? element), element.$base.href);
    if (url) return url;
  }
  return null;
}

function firstOfEach(enclosures: readonly Enclosure[]): Enclosure[] {
  return [...new Map(enclosures.map((e) => [e.url, e])).values()];
}
