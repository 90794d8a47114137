import type { ReadItem } from '../../store/curation.ts';
import { plainLine } from '../../text/plain-line.ts';
import { announceName } from '../names.ts';
import type { PaperFacts } from '../wire/candidates.ts';
import { safeLink } from './safe-link.ts';

/** Where authors put their code; punctuation that ends the sentence is not part of the address. */
const CODE = /https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|huggingface\.co|codeberg\.org)\/[\w./~-]*[\w/~-]/i;

/** What arXiv says of the paper in a story; null when it is none of arXiv's. */
export function paperFacts({ arxiv, authors, summary }: ReadItem): PaperFacts | null {
  if (arxiv === null) return null;
  const { id, version, announce, categories, comment, license, doi } = arxiv;
  const numbered = version === null ? id : `${id}v${version}`;
  const code = CODE.exec(`${comment ?? ''} ${summary}`)?.[0] ?? null;
  const links = [
    { to: 'abs', url: `https://arxiv.org/abs/${id}` },
    { to: 'pdf', url: `https://arxiv.org/pdf/${numbered}` },
    { to: 'html', url: `https://arxiv.org/html/${numbered}` },
    ...(code === null ? [] : [{ to: 'code', url: code } as const]),
    ...(doi === null ? [] : [{ to: 'doi', url: `https://doi.org/${doi}` } as const]),
  ] as const;
  return {
    id,
    version,
    announce: announce && announceName(announce),
    categories,
    abstract: summary,
    authors: authors.map(plainLine),
    comment: comment === null ? null : plainLine(comment),
    license: license === null ? null : safeLink(license),
    links: links.flatMap(({ to, url }) => {
      const safe = safeLink(url);
      return safe === null ? [] : [{ to, url: safe }];
    }),
  };
}
