import { Element, type ParentNode } from 'domhandler';
import type { Block } from './blocks.ts';
import { boilerplate, nameWords } from './prune.ts';

/** What all blocks inside an element share: where it stands on the page, and sums over the blocks inside it. */
export interface Surroundings {
  /** Elements from the root down to this one. */
  depth: number;
  /** Why this very element looks like no part of an article, or null. */
  why: string | null;
  /** How many of the elements down to this one are named like an article's body, and like something beside it. */
  good: number;
  bad: number;
  ownBad: boolean;
  hidden: number;
  /** How many elements of a name enclose it, itself included. */
  inside: Readonly<Record<Enclosure, number>>;
  chars: number;
  linked: number;
  blocks: number;
  /** Characters in running text. */
  running: number;
  /** Characters that Readability kept; filled in after it ran. */
  kept: number;
}

export const ENCLOSURES = [
  'article',
  'main',
  'list',
  'table',
  'aside',
  'header',
  'footer',
  'blockquote',
  'figure',
] as const;
export type Enclosure = (typeof ENCLOSURES)[number];

const ENCLOSURE_OF: Readonly<Record<string, Enclosure>> = {
  ...Object.fromEntries(ENCLOSURES.map((name) => [name, name])),
  ul: 'list',
  ol: 'list',
  figcaption: 'figure',
};

const GOOD_NAMES = /(?:^|-)(?:article|body|content|entry|post|story|text|main|paragraph|blog|news)(?:-|$)/;
const BAD_NAMES =
  /(?:^|-)(?:sidebar|widget|footer|header|meta|tags?|byline|author|bio|date|time|caption|related|share|social|comment|promo|banner|ads?|newsletter|teaser|card|list|grid|menu|nav|toolbar|modal|popup|subscribe|copyright|disclaimer|rating|breadcrumb|category|more|recommend|video|gallery|image|credit|hidden|sr-only|visually)/;

/** An element with this share of the page's running text is kept whatever it is called: some wrap the whole page. */
const BULK_SHARE = 0.35;

/** Blocks this long that are not mostly links are running text. */
const RUNNING_CHARS = 80;

export function isRunning({ text, linked }: Block): boolean {
  return text.length >= RUNNING_CHARS && linked * 2 < text.length;
}

const NOWHERE: Surroundings = {
  depth: 0,
  why: null,
  good: 0,
  bad: 0,
  ownBad: false,
  hidden: 0,
  inside: { article: 0, main: 0, list: 0, table: 0, aside: 0, header: 0, footer: 0, blockquote: 0, figure: 0 },
  chars: 0,
  linked: 0,
  blocks: 0,
  running: 0,
  kept: 0,
};

/** The surroundings of a page's blocks, by element; elements without blocks are not in it. */
export class Places {
  readonly running: number;
  private readonly known = new Map<Element, Surroundings>();

  constructor(blocks: readonly Block[]) {
    let total = 0;
    for (const block of blocks) {
      this.describe(block.element);
      const running = isRunning(block) ? block.text.length : 0;
      total += running;
      this.addUp(block.element, (place) => {
        place.chars += block.text.length;
        place.linked += block.linked;
        place.blocks += 1;
        place.running += running;
      });
    }
    this.running = total;
  }

  /** Of the element, or of the ancestor that many levels above it. */
  at(element: Element, levels = 0): Surroundings {
    const up = ancestor(element, levels);
    return (up && this.known.get(up)) ?? NOWHERE;
  }

  /** Notes how many characters of a block Readability kept. */
  keep(block: Block, chars: number): void {
    this.addUp(block.element, (place) => {
      place.kept += chars;
    });
  }

  /** Whether an element is no part of the article by its looks: taken away before Readability. */
  isCut(element: Element): boolean {
    const { why, running } = this.at(element);
    return why !== null && running <= BULK_SHARE * this.running;
  }

  /** Levels up to the nearest such element, itself counted as 1; 0 where there is none. */
  levelsToCut(element: Element): number {
    let level = 1;
    for (let at: ParentNode | null = element; at instanceof Element; at = at.parent, level++)
      if (this.isCut(at)) return level;
    return 0;
  }

  /** Levels up to the smallest element with most of the page's running text; -1 when there is none. */
  levelsToBulk(element: Element, share: number): number {
    let level = 0;
    for (let at: ParentNode | null = element; at instanceof Element; at = at.parent, level++)
      if (this.at(at).running >= share * this.running) return level;
    return -1;
  }

  private addUp(element: Element, add: (place: Surroundings) => void): void {
    for (let at: ParentNode | null = element; at instanceof Element; at = at.parent) {
      const place = this.known.get(at);
      if (place) add(place);
    }
  }

  private describe(element: Element): Surroundings {
    const known = this.known.get(element);
    if (known) return known;
    const up = element.parent instanceof Element ? this.describe(element.parent) : NOWHERE;
    const place = describe(element, up);
    this.known.set(element, place);
    return place;
  }
}

/** What an element adds to the surroundings it stands in; its sums start at nothing. */
function describe(element: Element, up: Surroundings): Surroundings {
  const { name, attribs } = element;
  const names = name === 'body' || name === 'html' ? '' : nameWords(element);
  const why = boilerplate(element, names);
  const ownBad = BAD_NAMES.test(names);
  const enclosure = attribs['role'] === 'main' ? 'main' : ENCLOSURE_OF[name];
  return {
    depth: up.depth + 1,
    why,
    good: up.good + (GOOD_NAMES.test(names) ? 1 : 0),
    bad: up.bad + (ownBad ? 1 : 0),
    ownBad,
    hidden: up.hidden + (isHidden(attribs) ? 1 : 0),
    inside: enclosure ? { ...up.inside, [enclosure]: up.inside[enclosure] + 1 } : up.inside,
    chars: 0,
    linked: 0,
    blocks: 0,
    running: 0,
    kept: 0,
  };
}

function isHidden(attribs: Record<string, string>): boolean {
  if ('hidden' in attribs || attribs['aria-hidden'] === 'true') return true;
  return /display:\s*none|visibility:\s*hidden/i.test(attribs['style'] ?? '');
}

export function ancestor(element: Element, levels: number): Element | null {
  let at: ParentNode | null = element;
  for (let level = 0; level < levels && at instanceof Element; level++) at = at.parent;
  return at instanceof Element ? at : null;
}
