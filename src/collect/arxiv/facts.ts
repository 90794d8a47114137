import type { ArxivAnnounceType, ArxivFacts } from '../../model.ts';
import { ARXIV_ANNOUNCE_TYPES } from '../../model.ts';
import { parseArxivId } from '../../text/arxiv.ts';
import { keyOf } from '../feed/keys.ts';
import type { Mapped } from '../feed/mapping.ts';
import { textOf } from '../feed/texts.ts';

/** What arXiv's feeds say of a paper beyond what all feeds say; null when the entry is not one of arXiv's own. */
export function arxivFacts(mapped: Mapped, url: string | null): ArxivFacts | null {
  const id = textOf((mapped[keyOf('guid')] ?? mapped[keyOf('id')])?.[0]);
  const isArxiv = /^https?:\/\/(?:[\w-]+\.)?arxiv\.org\//.test(url ?? '') || id.startsWith('oai:arXiv.org:');
  if (!isArxiv) return null;
  const paper = parseArxivId(url ?? '') ?? parseArxivId(id);
  if (!paper) return null;
  const version = paper.version ?? parseArxivId(id)?.version ?? null;
  const text = (name: string): string | null => textOf(mapped[keyOf(name)]?.[0]) || null;
  return {
    id: paper.id,
    version,
    announce: announceType(text('arxiv:announce_type')),
    categories: arxivCategories(mapped),
    license:
      [text('arxiv:license'), text('dc:rights'), text('rights')].find((rights) => rights?.startsWith('http')) ?? null,
    doi: text('arxiv:doi'),
    comment: text('arxiv:comment'),
  };
}

export function announceType(text: string | null): ArxivAnnounceType | null {
  return ARXIV_ANNOUNCE_TYPES.find((type) => type === text) ?? null;
}

/** The primary category first, then the cross-lists in their order. */
function arxivCategories(mapped: Mapped): readonly string[] {
  const primary = mapped[keyOf('arxiv:primary_category')]?.[0]?.$['term'];
  const all = (mapped[keyOf('category')] ?? []).map((element) => element.$['term'] ?? textOf(element));
  return [
    ...new Set([primary, ...all].filter((category) => category !== undefined && isArxivCategory(category))),
  ] as string[];
}

/** "cs.AI", "quant-ph", "math.OC"; not the ACM and MSC classes that authors add ("I.2.7", "68T05"). */
export function isArxivCategory(text: string): boolean {
  return /^[a-z]{2,}(?:-[a-z]{2,})?(?:\.[A-Za-z]{2}(?:-[a-z]+)?)?$/.test(text) &&
    !/^[a-z]+$/.test(text.replace('-', ''))
    ? true
    : /^(?:gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph)$/.test(text);
}
