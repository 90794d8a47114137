import type { Block } from './blocks.ts';

/**
 * Lines that end Korean and Japanese articles without belonging to them: the reporter's by-line and mail address, the
 * notice of rights. They stand as paragraphs of the article, so that no markup tells them apart.
 */
const TAIL_LINES: readonly RegExp[] = [
  /^(?:[[(【]\s*)?[가-힣·\s=]{2,30}(?:기자|특파원|논설위원|에디터|PD)(?:\s*[\])】])?\s*[=·/]?\s*(?:[\w.+-]+@[\w.-]+)?$/u,
  /^[^\s@]{0,20}\s*[\w.+-]+@[\w-]+\.[\w.]+\s*$/u,
  /^(?:[ⓒ©<[(]|저작권자|copyright).{0,80}(?:무단|전재|재배포|금지|reserved)/iu,
  /^(?:無断転載|Copyright\b.{0,60}All rights reserved)/iu,
];
/** How many blocks at the end are looked at. */
const REACH = 4;

/** The blocks without such lines among the last few. */
export function withoutTail(blocks: readonly Block[]): Block[] {
  return blocks.filter(
    ({ text }, index) => index < blocks.length - REACH || !TAIL_LINES.some((line) => line.test(text)),
  );
}
