import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { isSeq, parseDocument, type Document } from 'yaml';
import { parseConfig } from './config.ts';

/** feeds.yaml was changed by somebody else while we changed it. Nothing was written. */
export class ConcurrentEdit extends Error {
  constructor(file: string) {
    super(`${file} was changed by another program at the same moment. Nothing was written; run the command again.`);
    this.name = 'ConcurrentEdit';
  }
}

/**
 * Changes feeds.yaml and keeps its comments and order. The result is checked before it is written, and it is written
 * whole or not at all. Throws YamlError when the file is wrong before or after, ConcurrentEdit when it changed meanwhile.
 */
export async function editFeedsFile<T>(file: string, edit: (document: Document) => T): Promise<T> {
  const before = await readFile(file, 'utf8');
  parseConfig(before, file);
  const document = parseDocument(before);
  const result = edit(document);
  const after = document.toString({ lineWidth: 0 });
  parseConfig(after, file);
  if (fingerprint(await readFile(file, 'utf8')) !== fingerprint(before)) throw new ConcurrentEdit(file);
  const draft = `${file}.${process.pid}.new`;
  await writeFile(draft, after);
  await rename(draft, file);
  return result;
}

/** Adds sources at the end of the list; an address that stands there already is passed over. */
export async function addSources(
  file: string,
  sources: readonly ({ url: string } & Record<string, unknown>)[],
): Promise<{ added: number; known: number }> {
  return editFeedsFile(file, (document) => {
    const list = document.get('sources');
    if (!isSeq(list)) document.set('sources', document.createNode([]));
    const target = document.get('sources');
    if (!isSeq(target)) throw new Error(`${file}: "sources" is not a list`);
    target.flow = false;
    const urls = new Set(parseConfig(document.toString()).sources.map(({ url }) => url));
    const fresh = sources.filter(({ url }) => !urls.has(url));
    for (const source of fresh) target.add(document.createNode(source));
    return { added: fresh.length, known: sources.length - fresh.length };
  });
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
