import { type Document, Element } from 'domhandler';
import { textBlocks } from '../blocks.ts';
import { find } from '../page.ts';
import { claim, type Known, type Reader } from './reader.ts';

/** What of a README is kept: its head tells what the project is. */
const README_CHARS = 4_000;

/** A repository of GitHub, or one of its releases: the head of the README, or the notes. */
export const github: Reader = {
  address: /^https?:\/\/(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+)(\/releases\/tag\/[^/?#]+)?\/?(?:[?#]|$)/,
  read(page, facts, [, owner = '', name = '', release]) {
    const about = (facts.metas.get('og:title')?.[0] ?? facts.title).replace(/^GitHub - |\s·\s.*$/g, '');
    const known: Known = {
      title: claim(about || `${owner}/${name}`, 'og:title'),
      text: claim(markdownHead(page.root), 'README'),
    };
    // Dates on a repository's page are those of commits; only a release has one of its own.
    return release ? known : { ...known, authors: claim([owner], 'address'), published: null };
  },
};

/** The head of the page's rendered Markdown, whole paragraphs. */
export function markdownHead(root: Document): string {
  const body = find(root, ({ attribs }) => /\b(?:markdown-body|model-card-content)\b/.test(attribs['class'] ?? ''));
  if (!(body instanceof Element)) return '';
  let text = '';
  for (const block of textBlocks(body)) {
    if (text.length + block.text.length > README_CHARS) break;
    text += `${text === '' ? '' : '\n\n'}${block.text}`;
  }
  return text;
}
