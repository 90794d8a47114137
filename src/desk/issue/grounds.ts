import type { IssueDocument, SourceText } from '../../export/document.ts';
import { offerSentences } from '../../export/offers.ts';
import { trace, type Trace } from '../../export/trace.ts';
import { uneditedSentences } from '../../export/unedited.ts';
import { ISSUE_LANGS, type IssueLang } from '../../model.ts';
import type { Wording } from '../../store/wordings.ts';
import type { GroundsView, MarkView, OfferView } from '../wire/issue.ts';

/** Characters of a source shown around the place a claim comes from. */
const AROUND = 90;

/** What the texts of a slot or feature rest on, and sentences of its reports as raw material. */
export function groundsOf(sources: readonly SourceText[], texts: readonly Wording[]): GroundsView {
  return {
    marks: texts.map(({ field, lang, id, value }) => ({
      field,
      lang,
      version: id,
      marks: marksOf(value, sources, lang),
    })),
    offers: Object.fromEntries(ISSUE_LANGS.map((lang) => [lang, offersOf(sources, lang)])),
  };
}

/** The stored texts that a slot or feature may rest on; empty when the issue has no such owner. */
export function sourcesOf(document: IssueDocument, owner: string): readonly SourceText[] {
  for (const section of document.sections) {
    const holders =
      section.kind === 'feature'
        ? section.features
        : section.kind === 'list' || section.kind === 'own'
          ? section.slots
          : [];
    for (const holder of holders) {
      const owners = [holder.id, ...('parts' in holder ? [...holder.parts, ...holder.takes].map(({ id }) => id) : [])];
      if (owners.includes(owner)) return holder.sources;
    }
  }
  return [];
}

function marksOf(text: string, sources: readonly SourceText[], lang: IssueLang): MarkView[] {
  const unedited = uneditedSentences(text, sources, lang).map(({ start, end, source }): MarkView => {
    return { start, end, kind: 'unedited', source: { outlet: source.outlet, url: source.url, quote: '' } };
  });
  return [...trace(text, sources, lang).map((claim) => markOf(claim, sources)), ...unedited];
}

function markOf({ kind, start, end, found }: Trace, sources: readonly SourceText[]): MarkView {
  const source = found === null ? undefined : sources[found.source];
  if (found === null || source === undefined) return { kind, start, end, source: null };
  const { outlet, url } = source;
  return { kind, start, end, source: { outlet, url, quote: around(source[found.field], found.from, found.to) } };
}

function around(text: string, from: number, to: number): string {
  const [first, last] = [Math.max(0, from - AROUND), Math.min(text.length, to + AROUND)];
  const cut = text.slice(first, last).replace(/\s+/g, ' ').trim();
  return `${first > 0 ? '… ' : ''}${cut}${last < text.length ? ' …' : ''}`;
}

function offersOf(sources: readonly SourceText[], lang: IssueLang): OfferView[] {
  return offerSentences(sources, lang).flatMap(({ part, text, source }) => {
    const from = sources[source];
    return from === undefined ? [] : [{ part, text, outlet: from.outlet, url: from.url }];
  });
}
