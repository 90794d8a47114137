import { absolute, type Claim, metaClaims, type PageFacts } from './facts.ts';
import { isObject, textsOf } from './jsonld.ts';

/** Stand-ins an outlet sends when an article has no picture of its own. */
const PLACEHOLDER =
  /(?:^|[/_-])(?:logo|default|placeholder|favicon|blank|no-?image|share-?image|og-?image-?default|sprite)s?(?:[._-]|\d|$)/i;

/** The picture that stands for the article: OpenGraph, Twitter cards, structured data; never a placeholder. */
export function readImage(facts: PageFacts): Claim<string> | null {
  for (const { value, from } of imageClaims(facts)) {
    const url = absolute(value, facts.url);
    if (url && !PLACEHOLDER.test(fileName(url))) return { value: url, from };
  }
  return null;
}

function* imageClaims(facts: PageFacts): Generator<Claim<string>> {
  yield* metaClaims(facts, 'og:image', 'og:image:url', 'og:image:secure_url');
  for (const value of imagesOf(facts.article?.['image'])) yield { value, from: 'json-ld' };
  yield* metaClaims(facts, 'twitter:image', 'twitter:image:src', 'parsely-image-url', 'sailthru.image.full', 'image');
  for (const value of facts.links.get('image_src') ?? []) yield { value, from: 'image_src' };
}

function imagesOf(value: unknown): string[] {
  return [value].flat().flatMap((one) => {
    if (typeof one === 'string') return [one];
    return isObject(one) ? [...textsOf(one, 'url'), ...textsOf(one, 'contentUrl')] : [];
  });
}

function fileName(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? '';
}
