/**
 * The forms in which an arXiv identifier is met, read into one: the identifier without version.
 *
 * Schemes: "YYMM.NNNN(N)" since April 2007 and "archive(.SC)/YYMMNNN" before (https://info.arxiv.org/help/arxiv_identifier.html).
 */

/** An arXiv paper: id without version and without the old subject class ("2408.11039", "cs/0112017"). */
export interface ArxivId {
  id: string;
  version: number | null;
}

// Groups: 1 new-style id | 2 old archive, 3 old number; 4 version.
const ID = String.raw`(?:(\d\d(?:0[1-9]|1[0-2])\.\d{4,5})|([a-z]{2,}(?:-[a-z]{2,})?)(?:\.[a-z]{2})?\/(\d\d(?:0[1-9]|1[0-2])\d{3}))(?:v([1-9]\d?))?`;
const END = String.raw`(?=$|[\s/?#\])},;]|\.(?:$|\s|pdf|ps|txt)|&)`;

/** A bare id, the whole of the text. */
const BARE = new RegExp(`^${ID}(?:\\.pdf)?$`, 'i');
/** An id announced by its name: "arXiv:2408.11039v1 [cs.AI]", "oai:arXiv.org:cs/0112017", "doi:10.48550/arXiv.2408.11039". */
const NAMED = new RegExp(`(?:^|[\\s(\\[/:])arxiv(?:\\.org)?[:.]\\s?${ID}${END}`, 'i');
/** A path of arXiv itself or of a mirror with the same paths. */
const PATH = new RegExp(
  `^/(?:[a-z]{2}/)?(?:abs|pdf|html|ps|format|e-print|src|tex|dvi|overview|papers?|reader|arxiv)/(?:arxiv[:.])?${ID}${END}`,
  'i',
);

/** Hosts (and their subdomains) whose paths carry arXiv ids. */
export const ARXIV_HOSTS = [
  'arxiv.org',
  'ar5iv.org',
  'ar5iv.labs.arxiv.org',
  'alphaxiv.org',
  'huggingface.co',
  'hf.co',
  'scirate.com',
  'papers.cool',
  'semanticscholar.org',
  'emergentmind.com',
  'arxiv-vanity.com',
  'catalyzex.com',
  'adsabs.harvard.edu',
] as const;

/**
 * Reads an arXiv id out of an address (abs, pdf, html and other forms, mirrors, DOI) or a text that is or names one.
 *
 * @returns null when there is none; free text counts only where it says "arXiv:".
 */
export function parseArxivId(urlOrText: string): ArxivId | null {
  const text = urlOrText.trim();
  const bare = BARE.exec(text);
  if (bare) return arxivId(bare);
  const url = /^(?:https?:)?\/\/(?:www\.)?([^/?#:]+)(?::\d+)?(\/[^?#]*)?/i.exec(text);
  if (url) {
    const host = (url[1] ?? '').toLowerCase();
    if (!ARXIV_HOSTS.some((known) => host === known || host.endsWith(`.${known}`)) && !/(?:^|\.)doi\.org$/.test(host))
      return null;
    const path = decodePath(url[2] ?? '');
    return arxivId(PATH.exec(path) ?? NAMED.exec(path));
  }
  return arxivId(NAMED.exec(text));
}

function arxivId(match: RegExpExecArray | null): ArxivId | null {
  if (!match) return null;
  const id = match[1] ?? `${(match[2] ?? '').toLowerCase()}/${match[3] ?? ''}`;
  return { id, version: match[4] ? Number(match[4]) : null };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
