import { webUrl } from '../addresses.ts';
import type { Attributes, XmlElement } from '../xml/element.ts';
import type { Mapped } from './mapping.ts';
import { ADDRESS, ATOM_LINK, ATTRIBUTES, GUID, ORIGINAL_LINK, OWN_LINK } from './fields.ts';
import { textOf } from './texts.ts';

/** All links of a feed or an entry, the format's own before those of Atom inside RSS. */
export function linksOf(mapped: Mapped): readonly XmlElement[] {
  const own = mapped[OWN_LINK] ?? [];
  const atom = mapped[ATOM_LINK];
  return atom ? [...own, ...atom] : own;
}

/** What a link is to its feed or entry; registered relations may be written as addresses (RFC 4287, 4.2.7.2). */
export function relOf({ $ }: XmlElement): string {
  return ($['rel'] ?? 'alternate').toLowerCase().replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, '');
}

/** The page that a feed or an entry stands for; HTML is preferred to other representations of it. */
export function pageLink(links: readonly XmlElement[]): string | null {
  let other: string | null = null;
  for (const link of links) {
    if (relOf(link) !== 'alternate') continue;
    const url = webUrl(link.$['href'] ?? textOf(link), link.$base.href);
    if (url === null) continue;
    if (/html|^$/.test(link.$['type'] ?? '')) return url;
    other ??= url;
  }
  return other;
}

/** Where the entry's article is: FeedBurner's original address, the link, a guid that is a permalink, RDF's subject. */
export function entryLink(entry: Mapped, links: readonly XmlElement[]): string | null {
  const original = entry[ORIGINAL_LINK]?.[0];
  if (original) {
    const url = webUrl(textOf(original), original.$base.href);
    if (url) return url;
  }
  return pageLink(links) ?? permalink(entry);
}

function permalink(entry: Mapped): string | null {
  const guid = entry[GUID]?.[0];
  if (guid && guid.$['ispermalink'] !== 'false') {
    const url = absoluteOnly(textOf(guid));
    if (url) return url;
  }
  const { about, href } = attributesOf(entry);
  for (const reference of [about, href]) {
    const url = reference === undefined ? null : absoluteOnly(reference);
    if (url) return url;
  }
  for (const key of ADDRESS) {
    const element = entry[key]?.[0];
    const url = element && absoluteOnly(textOf(element));
    if (url) return url;
  }
  return null;
}

/** Identifiers are addresses only when they are whole ones. */
function absoluteOnly(text: string): string | null {
  return /^https?:\/\//i.test(text) ? webUrl(text, '') : null;
}

/** What the attributes of the entry's own element say: RDF's subject, CDF's address and date. */
export function attributesOf(entry: Mapped): {
  about: string | undefined;
  href: string | undefined;
  lastmod: string | undefined;
} {
  const $ = entry[ATTRIBUTES] as unknown as Attributes | undefined;
  return { about: $?.['rdf:about'] ?? $?.['about'], href: $?.['href'], lastmod: $?.['lastmod'] };
}
