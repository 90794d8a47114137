import type { Entry, FeedDocument } from '../model.ts';

/** A feed for a person. */
export function describeFeed(feed: FeedDocument, most: number): string {
  const { charset, entries, repairs } = feed;
  const head: [string, string][] = [
    ['Title', feed.title || '(none)'],
    ['Link', feed.link ?? '(none)'],
    ['Language', feed.language || '(not said)'],
    ['Format', feed.format],
    ['Charset', describeCharset(charset)],
    ['Repairs', repairs.length === 0 ? 'none' : repairs.join('; ')],
    ['Items', String(entries.length)],
  ];
  const lines = head.map(([name, value]) => `${`${name}:`.padEnd(10)}${value}`);
  for (const entry of entries.slice(0, most)) lines.push('', ...describeEntry(entry));
  if (entries.length > most) lines.push('', `... and ${entries.length - most} more`);
  return lines.join('\n');
}

/** A charset and how it was found. */
export function describeCharset({ name, foundBy }: FeedDocument['charset']): string {
  return `${name} (${FOUND_BY[foundBy]})`;
}

const FOUND_BY: Record<FeedDocument['charset']['foundBy'], string> = {
  bom: 'by its byte order mark',
  utf8: 'its bytes are UTF-8',
  header: 'said by the Content-Type header',
  declaration: 'said by the document',
  fallback: 'nothing said so: guessed',
};

function describeEntry(entry: Entry): string[] {
  const { title, url, authors, categories, enclosures, arxiv } = entry;
  const date = entry.published ?? entry.updated;
  const facts = [
    date === null ? 'no date' : new Date(date).toISOString(),
    authors.join(', '),
    categories.slice(0, 5).join(', '),
    arxiv ? `arXiv:${arxiv.id}${arxiv.announce === null ? '' : ` (${arxiv.announce})`}` : '',
    enclosures.length > 0 ? `${enclosures.length} file(s)` : '',
  ];
  return [title || '(no title)', `  ${url ?? '(no address)'}`, `  ${facts.filter((fact) => fact !== '').join(' · ')}`];
}
