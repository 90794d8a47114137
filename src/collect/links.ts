/** Already as an address should be: nothing for the URL parser to mend. */
const PLAIN =
  /^https?:\/\/[a-z0-9][a-z0-9.-]*[a-z0-9](?::\d{1,5})?(?:[/?#][\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a~]*)?$/;

/** A reference made absolute against a base; null when it cannot be read. */
export function resolve(reference: string, base: string): string | null {
  const text = reference.trim();
  if (text === '') return null;
  try {
    return new URL(text, base || undefined).href;
  } catch {
    return null;
  }
}

/**
 * An address a reader can open: absolute and http or https; anything else (javascript:, data:, file:, mailto:, a
 * broken one, none) is null.
 */
export function webUrl(reference: string, base: string): string | null {
  const text = reference.trim();
  if (text === '') return null;
  if (PLAIN.test(text)) return text;
  const href = resolve(text, base);
  return href !== null && /^https?:\/\/./.test(href) ? href : null;
}

// href, src, poster and the like, with or without quotes.
const REFERENCE =
  /(<[a-z][^<>]*?\s(?:href|src|poster|cite|data|action|longdesc|background)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** HTML with its relative references made absolute; references that are absolute already stay as written. */
export function resolveReferences(html: string, base: string): string {
  if (!/=\s*["']?(?![a-z][a-z0-9+.-]*:)[^\s"'>]/i.test(html)) return html;
  return html.replace(REFERENCE, (written, before: string, double?: string, single?: string, bare?: string) => {
    const reference = double ?? single ?? bare ?? '';
    if (/^\s*(?:[a-z][a-z0-9+.-]*:|#)/i.test(reference)) return written;
    const href = resolve(reference.replaceAll('&amp;', '&'), base);
    return href === null ? written : `${before}"${href.replaceAll('&', '&amp;').replaceAll('"', '%22')}"`;
  });
}
