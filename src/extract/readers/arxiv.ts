import { find, textOf } from '../page.ts';
import { claim, type Reader } from './reader.ts';

/** An abstract page of arXiv: the abstract is the text; PDF and HTML editions are not read. */
export const arxiv: Reader = {
  address: /^https?:\/\/(?:www\.|export\.)?arxiv\.org\/abs\//,
  read(page, facts) {
    const abstract = find(
      page.root,
      ({ name, attribs }) => name === 'blockquote' && /\babstract\b/.test(attribs['class'] ?? ''),
    );
    const comments = find(page.root, ({ attribs }) => /\bcomments\b/.test(attribs['class'] ?? ''));
    const remark = comments ? textOf(comments) : '';
    const found = abstract ? textOf(abstract).replace(/^Abstract:\s*/, '') : facts.metas.get('citation_abstract')?.[0];
    // That a paper was withdrawn stands among its comments, and its readers must not miss it.
    const text = /withdrawn/i.test(remark) ? `${remark}\n\n${found ?? ''}`.trim() : found;
    return {
      title: claim(facts.metas.get('citation_title')?.[0], 'citation_title'),
      text: claim(text, 'abstract'),
    };
  },
};
