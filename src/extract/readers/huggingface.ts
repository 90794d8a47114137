import { textBlocks } from '../blocks.ts';
import { findWhen } from '../metadata/when.ts';
import { markdownHead } from './github.ts';
import { claim, type Reader } from './reader.ts';

/** Heads of addresses under huggingface.co that are no repository's owner. */
const OWNERLESS =
  'blog|docs|papers|spaces|datasets|collections|posts|learn|join|login|pricing|models|tasks|chat|settings|search';

/** A model, data set or space of Hugging Face: the head of its card. */
export const huggingFace: Reader = {
  address: new RegExp(
    `^https?://(?:www\\.)?(?:huggingface\\.co|hf\\.co)/(?:(?:datasets|spaces)/)?(?!(?:${OWNERLESS})/)([\\w.-]+)/([\\w.-]+)/?(?:[?#]|$)`,
  ),
  read(page, _facts, [, owner = '', name = '']) {
    return {
      title: claim(`${owner}/${name}`, 'address'),
      authors: claim([owner], 'address'),
      published: null,
      text: claim(markdownHead(page.root), 'card'),
    };
  },
};

/** A paper on Hugging Face: its abstract and the day it was published. */
export const huggingFacePaper: Reader = {
  address: /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/papers\/\d{4}\.\d{4,5}/,
  read(page, facts) {
    const texts = textBlocks(page.root).map((block) => block.text);
    const when = texts.map((text) => (text.startsWith('Published on') ? findWhen(text, null) : null)).find(Boolean);
    return {
      title: claim((facts.metas.get('og:title')?.[0] ?? '').replace(/^Paper page - /, ''), 'og:title'),
      text: claim(abstractOf(texts), 'abstract'),
      ...(when ? { published: { value: when, from: 'date line' } } : {}),
    };
  },
};

/** The longest block after the heading "Abstract". */
function abstractOf(texts: readonly string[]): string {
  const start = texts.indexOf('Abstract');
  if (start < 0) return '';
  return texts.slice(start + 1, start + 5).reduce((best, text) => (text.length > best.length ? text : best), '');
}
