import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { readPastIssue, type PastIssue } from '../../export/past-issue.ts';
import { readSubstack } from '../../export/substack.ts';
import { ZIP_LIMITS } from '../../export/zip.ts';

/** What a file, or a post within a zip, turned out to be. */
export type ReadFile = { file: string } & ({ issue: PastIssue } | { why: string });

/** Reads every file; what is wrong with one is said in its place, and the others go on. */
export async function readFiles(files: readonly string[]): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const file of files) {
    try {
      read.push(...(await readOne(file)));
    } catch (error) {
      read.push({ file, why: inWords(error) });
    }
  }
  return read;
}

async function readOne(file: string): Promise<ReadFile[]> {
  if (!(await stat(file)).isFile()) return [{ file, why: 'It is a folder: name the files in it.' }];
  if (await isZip(file)) {
    const { posts } = await readSubstack(() => createReadStream(file));
    return posts.map(({ name, title, date, html }) =>
      readText(`${file}: ${name}`, html, { name, title, ...(date === null ? {} : { date }) }),
    );
  }
  return [readText(file, new TextDecoder().decode(await bytesOf(file)), { name: file })];
}

function readText(file: string, text: string, beside: Parameters<typeof readPastIssue>[1]): ReadFile {
  if (text.includes('\0')) return { file, why: 'It is neither Markdown nor HTML nor a zip of them.' };
  const issue = readPastIssue(text, beside);
  if (issue.entries.length === 0) return { file, why: 'It prints no address of an article: is it an issue?' };
  return { file, issue };
}

async function bytesOf(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > ZIP_LIMITS.fileBytes) throw new Error(`It has ${Math.round(size / 1e6)} MB; an issue has less than 20.`);
  const bytes = await readFile(file);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? gunzipSync(bytes, { maxOutputLength: ZIP_LIMITS.fileBytes }) : bytes;
}

async function isZip(file: string): Promise<boolean> {
  const handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  await handle.close();
  return buffer.toString('latin1').startsWith('PK\u0003\u0004');
}

function inWords(error: unknown): string {
  const { code, message } = Object(error) as { code?: string; message?: string };
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EACCES') return 'It may not be read: check its permissions.';
  if (code === 'ERR_BUFFER_TOO_LARGE') return 'It unpacks to more than 20 MB: it is no issue.';
  return message ?? String(error);
}
