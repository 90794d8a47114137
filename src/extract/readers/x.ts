import { claim, type Reader } from './reader.ts';

/** Milliseconds at which X's ids begin: their upper bits count from here (Snowflake, Twitter Engineering 2010). */
const SNOWFLAKE_EPOCH = 1_288_834_974_657n;

/** A post on X: what its cards say; the moment is in the post's own number. */
export const x: Reader = {
  address: /^https?:\/\/(?:(?:www|mobile)\.)?(?:x|twitter)\.com\/(\w+)\/status\/(\d{10,20})/,
  read(_page, facts, [, handle = '', id = '0']) {
    const card = facts.metas.get('og:title')?.[0] ?? facts.title;
    const name = /^(.+?) (?:on (?:X|Twitter)|\(@\w+\))/.exec(card)?.[1] ?? `@${handle}`;
    const post = (facts.metas.get('og:description')?.[0] ?? '').replace(/^[“"]|[”"]$/g, '');
    const at = Number((BigInt(id) >> 22n) + SNOWFLAKE_EPOCH);
    return {
      title: claim(post === '' ? `${name} on X` : `${name}: ${post}`, 'post'),
      authors: claim([name], 'og:title'),
      published: { value: { at, written: new Date(at).toISOString() }, from: 'address' },
      text: claim(post, 'og:description'),
    };
  },
};
