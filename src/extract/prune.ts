import type { Element } from 'domhandler';

/** Elements that never hold an article's running text, by name. */
const TAGS: Readonly<Record<string, string>> = {
  aside: 'aside',
  button: 'control',
  dialog: 'dialog',
  figcaption: 'caption',
  footer: 'footer',
  form: 'form',
  input: 'control',
  menu: 'navigation',
  nav: 'navigation',
  select: 'control',
  textarea: 'control',
};

/** The same by ARIA role (WAI-ARIA 1.2, landmark and widget roles). */
const ROLES: Readonly<Record<string, string>> = {
  alert: 'dialog',
  banner: 'header',
  complementary: 'aside',
  contentinfo: 'footer',
  dialog: 'dialog',
  navigation: 'navigation',
  menu: 'navigation',
  search: 'form',
};

/** Words of class and id names, as whole words between separators or camelCase humps. */
const NAMES: readonly (readonly [string, RegExp])[] = [
  ['caption', /(?:^|-)(?:captions?|credits?|figcaption|photo-credit)(?:-|$)/],
  ['share', /(?:^|-)(?:share|shares|sharing|sharebar|social|socials|addthis|sharedaddy|follow-us)(?:-|$)/],
  [
    'promo',
    /(?:^|-)(?:promo|promos|promotion|advert|advertisement|ads?|sponsor|sponsored|outbrain|taboola|adslot)(?:-|$)/,
  ],
  [
    'related',
    /(?:^|-)(?:related|recirc|recommended|recommendations|read-?more|read-?next|more-stories|also-like|trending|most-read|popular)(?:-|$)/,
  ],
  ['newsletter', /(?:^|-)(?:newsletters?|subscribe|subscription|signup|sign-up|optin|mailing-list)(?:-|$)/],
  ['comments', /(?:^|-)(?:comments?|disqus|respond|comment-list)(?:-|$)/],
  ['navigation', /(?:^|-)(?:breadcrumbs?|nav|navbar|menu|pagination|pager|toc|skip-link)(?:-|$)/],
  ['cookie notice', /(?:^|-)(?:cookies?|gdpr|consent)(?:-|$)/],
  ['by-line', /(?:^|-)(?:author-bio|author-box|author-card|about-author|author-info)(?:-|$)/],
];

/** Never pruned by their names: too much hangs on them. */
const KEPT: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article', 'head']);

/**
 * Why an element is not part of the article, or null. Judged by tag, role and the names its author gave it, never by
 * its text. See docs/notes/extraction.md.
 *
 * @param byName what its names say: `boilerplateName`
 */
export function boilerplate({ name, attribs }: Element, byName: string | null): string | null {
  return TAGS[name] ?? ROLES[attribs['role'] ?? ''] ?? (KEPT.has(name) ? null : byName);
}

/** The same by its names alone, as `nameWords` gives them. */
export function boilerplateName(words: string): string | null {
  return NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Class and id of an element as lower-case words: "articleBody main_2" -> "article-body-main-2". */
export function nameWords(names: string): string {
  return names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
