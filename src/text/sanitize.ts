import sanitize, { type Attributes, type IOptions, type Tag, type Transformer } from 'sanitize-html';
import { withoutInvisible } from './invisible.ts';

const TAGS = [
  'p div h1 h2 h3 h4 h5 h6 blockquote pre hr br figure figcaption img',
  'ul ol li dl dt dd table caption thead tbody tfoot tr th td',
  'a em strong i b u s del ins sub sup small mark q cite abbr code kbd samp var ruby rt rp',
].flatMap((names) => names.split(' '));

/** Boxes that mean nothing to us but part one paragraph from the next: each becomes a div. */
const BOXES = [
  'address article aside center details dialog fieldset footer form header hgroup main nav section summary',
].flatMap((names) => names.split(' '));

/** Elements whose inside is no prose (code, fallbacks, menus, drawings): it goes with them. */
const NO_PROSE = [
  'script style template title noscript noembed noframes iframe object applet xmp plaintext textarea select option',
  'datalist button audio video canvas svg annotation annotation-xml',
].flatMap((names) => names.split(' '));

/** Deeper markup is flattened: nobody writes prose forty boxes deep, and browsers choke on thousands. */
const MAX_DEPTH = 40;
/** Beyond this nesting a document is an attack (the parser's time grows with its square): the rest is cut off. */
const MAX_PARSED_DEPTH = 4_000;
/** Parsers mend broken nesting in steps (a div inside a paragraph closes it, then leaves an empty one behind). */
const MAX_PASSES = 4;

const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:'];
const IMAGE_PROTOCOLS = ['http:', 'https:'];

/** Attributes that may stay beside a link's `href` and a picture's `src`: element, name, the form of the value. */
const ATTRIBUTES: readonly (readonly [element: string, name: string, form: RegExp])[] = [
  ['*', 'lang', /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/],
  ['*', 'dir', /^(?:ltr|rtl|auto)$/],
  ['*', 'title', /\S/],
  ['img', 'alt', /\S/],
  ['img', 'width', /^\d{1,4}$/],
  ['img', 'height', /^\d{1,4}$/],
  ['ol', 'start', /^\d{1,4}$/],
  ['td', 'colspan', /^\d{1,4}$/],
  ['td', 'rowspan', /^\d{1,4}$/],
  ['th', 'colspan', /^\d{1,4}$/],
  ['th', 'rowspan', /^\d{1,4}$/],
];

function plainAttributes(tagName: string, given: Attributes): Attributes {
  const kept = ATTRIBUTES.filter(
    ([element, name, form]) => (element === '*' || element === tagName) && form.test(given[name] ?? ''),
  );
  return Object.fromEntries(kept.map(([, name]) => [name, given[name] ?? '']));
}

/** Never counted as open: void elements, and those that the next of their kind closes. */
const NOT_NESTING = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|d[dt]|t[drh])$/;

function cutWhereTooDeep(html: string): string {
  let depth = 0;
  for (const tag of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (NOT_NESTING.test((tag[2] ?? '').toLowerCase())) continue;
    depth = tag[1] === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_PARSED_DEPTH) return html.slice(0, tag.index);
  }
  return html;
}

/** The address as a browser resolves it, without user name and password; null where its protocol is none of those. */
function absoluteUrl(address: string | undefined, baseUrl: string, protocols: readonly string[]): string | null {
  const base = baseUrl === '' ? undefined : baseUrl;
  if (address === undefined || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  if (!protocols.includes(url.protocol)) return null;
  url.username = '';
  url.password = '';
  return url.href;
}

/** Sets the address absolute. Without a good one the tag goes ('' is on no list) and what stands inside it stays. */
function linked(tagName: string, attribute: string, baseUrl: string, protocols: readonly string[]): Transformer {
  return (_name, given): Tag => {
    const address = absoluteUrl(given[attribute], baseUrl, protocols);
    if (address === null) return { tagName: '', attribs: {} };
    return { tagName, attribs: { [attribute]: address, ...plainAttributes(tagName, given) } };
  };
}

function unlinked(tagName: string): Transformer {
  return (_name, given): Tag => ({ tagName, attribs: plainAttributes(tagName, given) });
}

function options(baseUrl: string): IOptions {
  return {
    allowedTags: TAGS,
    // The transformers below have already dropped every other attribute.
    allowedAttributes: false,
    allowedSchemes: ['http', 'https', 'mailto'],
    nonTextTags: NO_PROSE,
    nestingLimit: MAX_DEPTH,
    transformTags: {
      ...Object.fromEntries(TAGS.map((tag) => [tag, unlinked(tag)])),
      ...Object.fromEntries(BOXES.map((box) => [box, unlinked('div')])),
      a: linked('a', 'href', baseUrl, LINK_PROTOCOLS),
      img: linked('img', 'src', baseUrl, IMAGE_PROTOCOLS),
    },
  };
}

/**
 * The one gate for foreign markup: whatever a feed, a page or a mail sent passes here before it is stored or shown.
 *
 * Keeps what prose needs (paragraphs, headings, lists, quotations, tables, links, pictures) and nothing that runs, takes
 * input, carries style or can be addressed by a script. Links come out absolute (http, https, mailto), pictures with
 * http or https. The result is a fixpoint: sanitising it again changes nothing. docs/notes/sanitizer.md tells the rules.
 *
 * @param baseUrl what relative addresses are resolved against; with '' they are dropped
 */
export function sanitizeHtml(html: string, baseUrl: string): string {
  const rules = options(baseUrl);
  let before = cutWhereTooDeep(html);
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const after = withoutInvisible(sanitize(before, rules));
    if (after === before) break;
    before = after;
  }
  return before;
}
