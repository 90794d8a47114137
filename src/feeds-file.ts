import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { isSeq, parseDocument, type Document } from 'yaml';
import { parseConfig } from './config.ts';
import { say } from './text/said.ts';

/** feeds.yaml was changed by somebody else while we changed it. Nothing was written. */
export class ConcurrentEdit extends Error {
  constructor(file: string) {
    super(say('desk.concurrentEdit', { file, draft: draftOf(file) }));
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
  await replace(file, before, after);
  return result;
}

/** The new text is written beside the file first; whoever writes there while another does so is one too many. */
async function replace(file: string, before: string, after: string): Promise<void> {
  const draft = draftOf(file);
  try {
    await writeFile(draft, after, { flag: 'wx' });
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST' ? new ConcurrentEdit(file) : error;
  }
  if (fingerprint(await readFile(file, 'utf8')) === fingerprint(before)) return rename(draft, file);
  await rm(draft);
  throw new ConcurrentEdit(file);
}

function draftOf(file: string): string {
  return `${file}.new`;
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

/**
 * Writes new addresses of sources, by id. A source that has no id of its own gets the one it went by, because the one
 * made from the new address could be another, and its history with it. Returns how many were changed.
 */
export async function moveSources(file: string, moves: ReadonlyMap<string, string>): Promise<number> {
  return editFeedsFile(file, (document) => {
    let changed = 0;
    for (const [index, { id }] of parseConfig(document.toString()).sources.entries()) {
      const url = moves.get(id);
      if (url === undefined) continue;
      if (!document.hasIn(['sources', index, 'id'])) document.setIn(['sources', index, 'id'], id);
      document.setIn(['sources', index, 'url'], url);
      changed += 1;
    }
    return changed;
  });
}

/** Sets keys of one source, by its id; what is its default again is taken out. Throws when there is none. */
export async function changeSource(
  file: string,
  id: string,
  set: { enabled?: boolean | undefined; weight?: number | undefined },
): Promise<void> {
  await editFeedsFile(file, (document) => {
    const index = parseConfig(document.toString()).sources.findIndex((source) => source.id === id);
    if (index < 0) throw new Error(`${file}: no source is called ${id}`);
    for (const [key, value, usual] of [
      ['enabled', set.enabled, true],
      ['weight', set.weight, 1],
    ] as const) {
      if (value === undefined) continue;
      if (value === usual) document.deleteIn(['sources', index, key]);
      else document.setIn(['sources', index, key], value);
    }
  });
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
