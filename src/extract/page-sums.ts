import { Element, type ParentNode } from 'domhandler';
import type { Block } from './blocks.ts';
import { isRunning } from './surroundings.ts';
import { wordSet } from './witness.ts';

/** Stands for "none on this side" in distances. */
const FAR = 99;
/** Blocks on either side over which Readability's verdict is averaged. */
const WINDOW = 5;

interface PathSum {
  chars: number;
  running: number;
  kept: number;
}

/** Sums and distances over all blocks of a page. */
export class PageSums {
  readonly titleWords: ReadonlySet<string>;
  /** Characters in the blocks before each. */
  readonly charsBefore: readonly number[];
  readonly chars: number;
  readonly firstKept: number;
  readonly lastKept: number;
  /** Blocks since the last heading, and so on; FAR where there is none. */
  readonly afterHeading: readonly number[];
  readonly afterH1: readonly number[];
  readonly runningBefore: readonly number[];
  readonly runningAfter: readonly number[];
  /** Where each block stands, as a word. */
  readonly paths: readonly string[];
  /** How often a text stands on the page. */
  readonly repeats = new Map<string, number>();
  private readonly readable: readonly number[];
  private readonly byPath = new Map<string, PathSum>();

  constructor(blocks: readonly Block[], readable: readonly number[], title: string) {
    this.readable = readable;
    this.titleWords = wordSet(title);
    this.paths = blocks.map(({ element }) => pathOf(element));
    const charsBefore: number[] = [];
    let chars = 0;
    for (const [index, block] of blocks.entries()) {
      const length = block.text.length;
      const keptChars = length * (readable[index] ?? 0);
      charsBefore.push(chars);
      chars += length;
      this.repeats.set(block.text, (this.repeats.get(block.text) ?? 0) + 1);
      const sum = this.onPath(index);
      this.byPath.set(this.paths[index] ?? '', sum);
      sum.chars += length;
      sum.running += isRunning(block) ? length : 0;
      sum.kept += keptChars;
    }
    this.charsBefore = charsBefore;
    this.chars = Math.max(1, chars);
    this.firstKept = readable.findIndex((share) => share >= 0.5);
    this.lastKept = readable.findLastIndex((share) => share >= 0.5);
    const running = blocks.map(isRunning);
    this.runningBefore = distances(running);
    this.runningAfter = distances(running.toReversed()).reverse();
    this.afterHeading = distances(blocks.map(({ element }) => /^h[1-6]$/.test(element.name)));
    this.afterH1 = distances(blocks.map(({ element }) => element.name === 'h1'));
  }

  /** Sums over the blocks that stand where this one does. */
  onPath(index: number): PathSum {
    return this.byPath.get(this.paths[index] ?? '') ?? { chars: 0, running: 0, kept: 0 };
  }

  /** Readability's verdict averaged over a block and its neighbours. */
  keptWindow(index: number): number {
    const first = Math.max(0, index - WINDOW);
    const last = Math.min(this.readable.length - 1, index + WINDOW);
    let sum = 0;
    for (let i = first; i <= last; i++) sum += this.readable[i] ?? 0;
    return sum / (last - first + 1);
  }
}

/** Blocks since the last marked one before each; FAR before the first. */
function distances(marks: readonly boolean[]): number[] {
  let since = FAR;
  return marks.map((mark) => {
    const distance = Math.min(since, FAR);
    since = mark ? 1 : since + 1;
    return distance;
  });
}

/** Names and first classes of an element and the two above. */
function pathOf(element: Element): string {
  let path = '';
  let at: ParentNode | null = element;
  for (let level = 0; level <= 2 && at instanceof Element; level++) {
    path += `${at.name}.${at.attribs['class']?.split(' ', 1)[0] ?? ''}/`;
    at = at.parent;
  }
  return path;
}
