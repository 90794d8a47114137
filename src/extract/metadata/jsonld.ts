/** A JSON object as met in the wild: nothing about its members is certain. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** schema.org types of pages that are one article; see https://schema.org/Article, its subtypes and neighbours. */
const ARTICLE_TYPE =
  /(?:Article|BlogPosting|Posting|Report|Review|TechArticle|HowTo|Recipe|VideoObject|PodcastEpisode|CreativeWork)$/;
/** How many nodes of one page's structured data are looked at; comment threads can carry thousands. */
const MAX_NODES = 2_000;
/** How deep a name may hide in names. */
const MAX_LEVELS = 5;

/**
 * The structured data of a page (JSON-LD 1.1, https://www.w3.org/TR/json-ld11/): all typed nodes, those nested in
 * `@graph`, `mainEntity` and other members included, parents before children. Scripts that cannot be read are passed
 * over; raw line breaks inside strings and HTML comment marks around the script are tolerated.
 */
export function jsonLdNodes(scripts: readonly string[]): JsonObject[] {
  const nodes: JsonObject[] = [];
  const queue: unknown[] = scripts.map(parseLoosely);
  for (let at = 0; at < queue.length && at < MAX_NODES; at++) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES));
    else if (isObject(value)) {
      if (value['@type'] !== undefined) nodes.push(value);
      const members = Object.values(value).filter((member) => typeof member === 'object' && member !== null);
      queue.push(...members.slice(0, MAX_NODES));
    }
  }
  return nodes;
}

/** The node that describes the page's article: news articles before other works, outer nodes before inner ones. */
export function articleNode(nodes: readonly JsonObject[]): JsonObject | null {
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  const rank = (node: JsonObject): number =>
    (typesOf(node).some((type) => /(?:Article|Posting|Report)$/.test(type)) ? 2 : 0) + (node['headline'] ? 1 : 0);
  return articles.reduce<JsonObject | null>(
    (best, node) => (best === null || rank(node) > rank(best) ? node : best),
    null,
  );
}

export function typesOf(node: JsonObject): string[] {
  return [node['@type']].flat().filter((type): type is string => typeof type === 'string');
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Texts of a member that may be a string, an object with a `name`, or a list of either. */
export function textsOf(value: unknown, member = 'name', levels = MAX_LEVELS): string[] {
  return [value].flat(2).flatMap((one) => {
    if (typeof one === 'string') return one.trim() === '' ? [] : [one.trim()];
    return isObject(one) && levels > 1 ? textsOf(one[member], member, levels - 1) : [];
  });
}

function parseLoosely(script: string): unknown {
  const body = script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/g, '').trim();
  for (const text of [body, body.replace(/\p{Cc}+/gu, ' ').replace(/;\s*$/, '')]) {
    try {
      return JSON.parse(text);
    } catch {
      // The second form is the last try.
    }
  }
  return null;
}
