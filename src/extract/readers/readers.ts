import type { PageFacts } from '../metadata/facts.ts';
import type { Page } from '../page.ts';
import { arxiv } from './arxiv.ts';
import { github } from './github.ts';
import { huggingFace, huggingFacePaper } from './huggingface.ts';
import type { Known, Reader } from './reader.ts';
import { x } from './x.ts';
import { youtube } from './youtube.ts';

const READERS: readonly Reader[] = [arxiv, github, huggingFace, huggingFacePaper, x, youtube];

/** What a well-known place's own reader makes of the page; nothing for any other address. */
export function readKnown(page: Page, facts: PageFacts): Known {
  for (const reader of READERS) {
    const match = reader.address.exec(facts.url);
    if (match) return reader.read(page, facts, match);
  }
  return {};
}
