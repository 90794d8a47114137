import { claim, type Reader } from './reader.ts';

/** A video page of YouTube: the full description stands only in the player's data, the channel in microdata. */
export const youtube: Reader = {
  address: /^https?:\/\/(?:(?:www|m)\.)?(?:youtube\.com\/(?:watch|shorts\/|live\/)|youtu\.be\/)/,
  read(page, facts) {
    const channel = facts.properties
      .get('author')
      ?.flatMap((element) =>
        element.children.flatMap((child) =>
          'attribs' in child && child.attribs['itemprop'] === 'name' ? [child.attribs['content'] ?? ''] : [],
        ),
      );
    return {
      title: claim(facts.metas.get('og:title')?.[0], 'og:title'),
      authors: claim(channel?.filter(Boolean), 'microdata'),
      text: claim(playerDescription(page.scripts) ?? facts.metas.get('og:description')?.[0], 'description'),
    };
  },
};

/** The description in the script that starts the player, a JSON string. */
function playerDescription(scripts: readonly string[]): string | undefined {
  for (const script of scripts) {
    const literal = /"shortDescription":("(?:[^"\\]|\\.)*")/.exec(script)?.[1];
    if (literal) return (JSON.parse(literal) as string).split(/\n+/).join('\n\n').trim();
  }
  return undefined;
}
