import type { Enclosure } from '../../model.ts';
import { webUrl } from '../addresses.ts';
import type { XmlElement } from '../xml/element.ts';
import { child, children } from '../xml/element.ts';
import { ENCLOSURE, IMAGE, MEDIA_CONTENT, MEDIA_GROUP, MEDIA_THUMBNAIL } from './fields.ts';
import { relOf } from './links.ts';
import type { Mapped } from './mapping.ts';
import { textOf } from './texts.ts';

export interface Media {
  enclosures: readonly Enclosure[];
  image: string | null;
}

const NONE: readonly XmlElement[] = [];
const PICTURE = /\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)/i;

/** The files that come with an entry (RSS enclosures, Atom links, Media RSS) and the picture that stands for it. */
export function mediaOf(entry: Mapped, links: readonly XmlElement[]): Media {
  const groups = entry[MEDIA_GROUP] ?? NONE;
  const contents = withInner(entry[MEDIA_CONTENT] ?? NONE, groups, 'media:content');
  const enclosures = new Map<string, Enclosure>();
  for (const element of entry[ENCLOSURE] ?? NONE)
    add(enclosures, element, element.$['url'] ?? element.$['rdf:resource'] ?? textOf(element));
  for (const element of links) if (relOf(element) === 'enclosure') add(enclosures, element, element.$['href']);
  for (const element of contents) add(enclosures, element, element.$['url']);
  const thumbnails = withInner(
    withInner(entry[MEDIA_THUMBNAIL] ?? NONE, groups, 'media:thumbnail'),
    contents,
    'media:thumbnail',
  );
  const files = [...enclosures.values()];
  return { enclosures: files, image: pictureOf(files) ?? thumbnailOf(thumbnails) ?? imageOf(entry) };
}

/** Elements, and those of that name inside others. */
function withInner(elements: readonly XmlElement[], outer: readonly XmlElement[], name: string): readonly XmlElement[] {
  return outer.length === 0 ? elements : [...elements, ...outer.flatMap((element) => children(element, name))];
}

function add(enclosures: Map<string, Enclosure>, { $, $base }: XmlElement, reference: string | undefined): void {
  const url = webUrl(reference ?? '', $base.href);
  if (url === null) return;
  const type = $['type'] ?? $['enc:type'] ?? ($['medium'] === 'image' ? 'image/*' : '');
  enclosures.set(url, { url, type, length: bytes($['length'] ?? $['filesize'] ?? $['enc:length']) });
}

function bytes(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : null;
}

function pictureOf(files: readonly Enclosure[]): string | undefined {
  return files.find(({ type, url }) => type.startsWith('image/') || PICTURE.test(url))?.url;
}

function thumbnailOf([thumbnail]: readonly XmlElement[]): string | null {
  return thumbnail ? webUrl(thumbnail.$['url'] ?? textOf(thumbnail), thumbnail.$base.href) : null;
}

function imageOf(entry: Mapped): string | null {
  for (const key of IMAGE) {
    const element = entry[key]?.[0];
    const url = element && webUrl(element.$['href'] ?? textOf(child(element, 'url') ?? element), element.$base.href);
    if (url) return url;
  }
  return null;
}
