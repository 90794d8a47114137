import type { LimitView } from '../../../wire/issue.ts';

/** How long a text is: words (eojeol) between spaces, or characters with spaces. Addresses of links do not count. */
export function sizeOf(text: string, unit: LimitView['unit']): number {
  const read = text.replace(/\]\([^)]*\)/g, ']').replace(/[[\]*_`]/g, '');
  return unit === 'words' ? (read.match(/\S+/g) ?? []).length : Array.from(read.trim()).length;
}
