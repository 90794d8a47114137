import type { ArxivAnnounceType, ArxivFacts, Entry } from '../../model.ts';
import { ARXIV_ANNOUNCE_TYPES } from '../../model.ts';
import { parseArxivId } from '../../text/arxiv.ts';
import { texLetters } from '../../text/tex.ts';
import { ARXIV, CATEGORY, GUID, type Key, LICENSE, OWN_ID } from '../feed/fields.ts';
import type { Mapped } from '../feed/mapping.ts';
import { textOf } from '../feed/texts.ts';

/** What arXiv's feeds say of a paper beyond what all feeds say; null when the entry is not one of arXiv's own. */
export function arxivFacts(mapped: Mapped, url: string | null): ArxivFacts | null {
  if (url !== null && !url.includes('arxiv.org')) return null;
  const id = textOf((mapped[GUID] ?? mapped[OWN_ID])?.[0]);
  const isArxiv = /^https?:\/\/(?:[\w-]+\.)?arxiv\.org\//.test(url ?? '') || id.startsWith('oai:arXiv.org:');
  if (!isArxiv) return null;
  const paper = parseArxivId(url ?? '') ?? parseArxivId(id);
  if (!paper) return null;
  const version = paper.version ?? parseArxivId(id)?.version ?? null;
  const text = (key: Key): string | null => textOf(mapped[key]?.[0]) || null;
  return {
    id: paper.id,
    version,
    announce: announceType(text(ARXIV.announce)),
    categories: arxivCategories(mapped),
    license: LICENSE.map(text).find((rights) => rights?.startsWith('http')) ?? null,
    doi: text(ARXIV.doi),
    comment: text(ARXIV.comment),
  };
}

function announceType(text: string | null): ArxivAnnounceType | null {
  return ARXIV_ANNOUNCE_TYPES.find((type) => type === text) ?? null;
}

/** The primary category first, then the cross-lists in their order. */
function arxivCategories(mapped: Mapped): readonly string[] {
  const primary = mapped[ARXIV.primary]?.[0]?.$['term'];
  const all = (mapped[CATEGORY] ?? []).map((element) => element.$['term'] ?? textOf(element));
  return [
    ...new Set([primary, ...all].filter((category) => category !== undefined && isArxivCategory(category))),
  ] as string[];
}

/** Archives with subject classes ("cs.AI") and without ("quant-ph"): https://arxiv.org/category_taxonomy. */
const CATEGORY_NAME =
  /^(?:(?:astro-ph|cond-mat|cs|econ|eess|math|nlin|physics|q-bio|q-fin|stat)\.[A-Za-z-]{2,}|astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph)$/;

/** A category of arXiv's; not the ACM and MSC classes that authors add ("I.2.7", "68T05"). */
export function isArxivCategory(text: string): boolean {
  return CATEGORY_NAME.test(text);
}

/** "arXiv:2408.11039v1 Announce Type: new Abstract: ", which arXiv's feeds put before every abstract. */
const PREAMBLE = /^\s*arXiv:\S+\s+Announce Type:\s*(\S+)\s+Abstract:\s*/;
/** "(arXiv:2302.11382v1 [cs.SE])", which its feeds put behind every title until 2024. */
const TITLE_TAIL = /\.?\s*\(arXiv:\S+\s+\[[\w.-]+\](?:\s+UPDATED|\s+CROSS LISTED)?\)$/;

/** An entry of arXiv's without what its feeds add to title and abstract, TeX's accents read. */
export function asPaper(entry: Entry): Entry {
  const { arxiv } = entry;
  if (arxiv === null) return entry;
  return {
    ...entry,
    title: texLetters(entry.title.replace(TITLE_TAIL, '')),
    authors: entry.authors.map(texLetters),
    summary: entry.summary.replace(PREAMBLE, ''),
    arxiv: { ...arxiv, announce: arxiv.announce ?? announceType(PREAMBLE.exec(entry.summary)?.[1] ?? null) },
  };
}
