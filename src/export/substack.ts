import { parse as parseCsv } from 'csv-parse/sync';
import { z } from 'zod';
import type { Instant } from '../model.ts';
import { findDate } from '../text/dates.ts';
import { readZip, ZipError } from './zip.ts';

/** A post of a Substack export. */
export interface Post {
  /** Its file in the zip. */
  name: string;
  title: string;
  /** null when the export's table does not have it. */
  date: Instant | null;
  html: string;
}

/** What was found in an export: the posts that were sent, and how many drafts and others were passed over. */
export interface SubstackExport {
  posts: readonly Post[];
  unsent: number;
}

const rowSchema = z.object({
  post_id: z.string(),
  title: z.string().default(''),
  post_date: z.string().default(''),
  is_published: z.string().default('true'),
});
type PostRow = z.infer<typeof rowSchema>;

/**
 * Reads a Substack export: a zip with posts.csv and one HTML file a post, named after the post's id. Posts that were
 * never published are passed over. Throws ZipError when it is no such zip.
 *
 * @param open gives the zip's bytes from the start; called twice, because the table may stand behind the posts
 */
export async function readSubstack(open: () => AsyncIterable<Uint8Array>): Promise<SubstackExport> {
  let rows: PostRow[] | null = null;
  await readZip(open(), isTable, (_, bytes) => {
    rows = readTable(text(bytes));
  });
  const table = new Map((rows ?? []).map((row: PostRow) => [row.post_id, row]));
  const posts: Post[] = [];
  let unsent = 0;
  await readZip(open(), isPost, (name, bytes) => {
    const row = table.get(baseName(name)) ?? table.get(baseName(name).split('.')[0] ?? '');
    if (row?.is_published.toLowerCase() === 'false') unsent += 1;
    else posts.push({ name, title: row?.title ?? '', date: findDate(row?.post_date ?? ''), html: text(bytes) });
  });
  if (posts.length === 0 && unsent === 0)
    throw new ZipError('there is no post in it: a Substack export has posts/*.html');
  return { posts: posts.toSorted((a, b) => (a.date ?? 0) - (b.date ?? 0) || a.name.localeCompare(b.name)), unsent };
}

function isTable(name: string): boolean {
  return /(?:^|\/)posts\.csv$/u.test(name);
}

/** Names only choose; a name that climbs out of its folder chooses nothing. */
function isPost(name: string): boolean {
  return /\.html?$/iu.test(name) && !name.includes('..') && !/^[/\\]|__MACOSX|[\0:]/u.test(name);
}

function baseName(name: string): string {
  return (name.split(/[/\\]/u).at(-1) ?? '').replace(/\.html?$/iu, '');
}

function readTable(csv: string): PostRow[] {
  try {
    const rows: unknown = parseCsv(csv, { columns: true, bom: true, relax_column_count: true, skip_empty_lines: true });
    return z
      .array(z.unknown())
      .parse(rows)
      .flatMap((row) => rowSchema.safeParse(row).data ?? []);
  } catch (error) {
    throw new ZipError(`posts.csv: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
