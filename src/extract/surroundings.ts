import { Element } from 'domhandler';
import type { Block } from './blocks.ts';
import { boilerplate, boilerplateName, nameWords } from './prune.ts';

/** What all blocks inside an element share: where it stands on the page, and sums over the blocks inside it. */
export interface Surroundings {
  /** Of the element around it; null at the root. */
  readonly up: Surroundings | null;
  /** Elements from the root down to this one. */
  depth: number;
  /** Why this very element looks like no part of an article, or null. */
  why: string | null;
  /** Levels up to the nearest element that is cut, itself counted as 1, 0 where there is none; and why it is. */
  cutBy: number;
  cutWhy: string | null;
  /** Levels up to the smallest element with the bulk of the page's running text; -1 when there is none. */
  bulk: number;
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
/** The element that holds this share of the running text is taken for the article's own. */
const ARTICLE_SHARE = 0.6;

/** Blocks this long that are not mostly links are running text. */
const RUNNING_CHARS = 80;

export function isRunning({ text, linked }: Block): boolean {
  return text.length >= RUNNING_CHARS && linked * 2 < text.length;
}

const NOWHERE: Surroundings = {
  up: null,
  depth: 0,
  why: null,
  cutBy: 0,
  cutWhy: null,
  bulk: -1,
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

/** What the names of an element say; many elements of a page have the same. */
interface NameSigns {
  why: string | null;
  good: boolean;
  bad: boolean;
}

const NO_SIGNS: NameSigns = { why: null, good: false, bad: false };

/** The surroundings of a page's blocks, by element; elements without blocks are not in it. */
export class Places {
  /** Characters of running text on the page. */
  readonly running: number;
  private readonly known = new Map<Element, Surroundings>();
  private readonly signs = new Map<string, NameSigns>();

  constructor(blocks: readonly Block[]) {
    for (const block of blocks) {
      const place = this.describe(block.element);
      place.chars += block.text.length;
      place.linked += block.linked;
      place.blocks += 1;
      if (isRunning(block)) place.running += block.text.length;
    }
    this.running = this.addUp();
    this.judge();
  }

  /** Of the element, or of the ancestor that many levels above it. */
  at(element: Element, levels = 0): Surroundings {
    let place = this.known.get(element);
    for (let level = 0; level < levels && place; level++) place = place.up ?? undefined;
    return place ?? NOWHERE;
  }

  /** Notes which share of each block Readability kept. */
  keep(blocks: readonly Block[], shares: readonly number[]): void {
    for (const [index, { element, text }] of blocks.entries())
      this.at(element).kept += text.length * (shares[index] ?? 0);
    for (const place of [...this.known.values()].reverse()) if (place.up) place.up.kept += place.kept;
  }

  /** Whether an element is no part of the article by its looks: taken away before Readability. */
  isCut(element: Element): boolean {
    return this.at(element).cutBy === 1;
  }

  /** Whether there is such an element on the page. */
  get anyCut(): boolean {
    return [...this.known.values()].some((place) => place.cutBy === 1);
  }

  /** Adds each place's sums to those of the place around it. @returns the running text of the whole page */
  private addUp(): number {
    let running = 0;
    // Elements were described after those around them, so that backwards each sum is whole when it is passed on.
    for (const place of [...this.known.values()].reverse()) {
      const { up } = place;
      if (!up) {
        running += place.running;
        continue;
      }
      up.chars += place.chars;
      up.linked += place.linked;
      up.blocks += place.blocks;
      up.running += place.running;
    }
    return running;
  }

  /** What the sums say of each place, from the root down. */
  private judge(): void {
    for (const place of this.known.values()) {
      const up = place.up ?? NOWHERE;
      const cut = place.why !== null && place.running <= BULK_SHARE * this.running;
      place.cutBy = cut ? 1 : up.cutBy && up.cutBy + 1;
      place.cutWhy = cut ? place.why : up.cutWhy;
      if (place.running >= ARTICLE_SHARE * this.running) place.bulk = 0;
      else place.bulk = up.bulk < 0 ? -1 : up.bulk + 1;
    }
  }

  private describe(element: Element): Surroundings {
    const known = this.known.get(element);
    if (known) return known;
    const up = element.parent instanceof Element ? this.describe(element.parent) : null;
    const place = describe(element, up, this.signsOf(element));
    this.known.set(element, place);
    return place;
  }

  private signsOf({ name, attribs }: Element): NameSigns {
    const names = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`;
    if (names === ' ' || name === 'body' || name === 'html') return NO_SIGNS;
    let signs = this.signs.get(names);
    if (!signs) {
      const words = nameWords(names);
      signs = { why: boilerplateName(words), good: GOOD_NAMES.test(words), bad: BAD_NAMES.test(words) };
      this.signs.set(names, signs);
    }
    return signs;
  }
}

/** What an element adds to the surroundings it stands in; its sums start at nothing. */
function describe(element: Element, up: Surroundings | null, signs: NameSigns): Surroundings {
  const { name, attribs } = element;
  const { depth, good, bad, hidden, inside } = up ?? NOWHERE;
  const enclosure = attribs['role'] === 'main' ? 'main' : ENCLOSURE_OF[name];
  return {
    ...NOWHERE,
    up,
    depth: depth + 1,
    why: boilerplate(element, signs.why),
    good: good + (signs.good ? 1 : 0),
    bad: bad + (signs.bad ? 1 : 0),
    ownBad: signs.bad,
    hidden: hidden + (isHidden(attribs) ? 1 : 0),
    inside: enclosure ? { ...inside, [enclosure]: inside[enclosure] + 1 } : inside,
  };
}

function isHidden(attribs: Record<string, string>): boolean {
  if ('hidden' in attribs || attribs['aria-hidden'] === 'true') return true;
  return /display:\s*none|visibility:\s*hidden/i.test(attribs['style'] ?? '');
}
